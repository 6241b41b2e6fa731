// Comfort on the desk's own screens; every form works without it.
// Keys go by physical position (event.code), so that Cyrillic layouts work too.

// Keys can be switched off, for good in this browser; and nobody who types means one.
document.querySelectorAll("[data-keys]").forEach(box => { box.checked = localStorage.getItem("keys") !== "off"; });
addEventListener("change", event => {
  if (event.target.matches("[data-keys]")) localStorage.setItem("keys", event.target.checked ? "on" : "off");
});

function isKey(event) {
  const keys = document.querySelector("[data-keys]");
  if (!keys?.checked || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  return !event.target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

// A key presses the button or follows the link that carries its code, or goes to the field or opens
// the part that does.
addEventListener("keydown", event => {
  if (!isKey(event)) return;
  const shown = [...document.querySelectorAll(`:is(button, a)[data-code="${event.code}"]`)].find(one => one.checkVisibility());
  const field = document.querySelector(`[data-focus="${event.code}"]`);
  const part = document.querySelector(`details[data-open="${event.code}"]`);
  if (!shown && !field && !part) return;
  event.preventDefault();
  if (shown) return shown.click();
  if (part) part.open = true;
  (field ?? part.querySelector("input:not([type=hidden])") ?? part.firstElementChild).focus({ preventScroll: true });
});

// Django's autocomplete gives its box no name that assistive technology could read: the label's.
function nameBoxes() {
  document.querySelectorAll("select.admin-autocomplete").forEach(select => {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const boxes = select.parentElement.querySelectorAll(".select2-selection, .select2-selection__rendered");
    if (label) boxes.forEach(box => box.setAttribute("aria-label", label.textContent.replace(/:\s*$/, "")));
  });
}
addEventListener("load", () => setTimeout(nameBoxes));
document.addEventListener("formset:added", () => setTimeout(nameBoxes));

// Evidence: a field and its stretch of the raw text show each other, by pointer or by focus.
const raw = document.querySelector(".raw");
document.querySelectorAll("[data-with-script]").forEach(node => { node.hidden = false; });
for (const moment of ["pointerover", "focusin"]) document.addEventListener(moment, event => {
  const at = event.target.closest?.("[data-fields]");
  if (raw && at !== document.lit) show(at);
});

function show(at) {
  document.lit = at;
  document.querySelectorAll("[data-fields].now").forEach(node => node.classList.remove("now"));
  const names = at ? at.dataset.fields.split(" ") : [];
  const told = names.flatMap(name => [...document.querySelectorAll(`[data-fields~="${name}"]`)]);
  told.forEach(node => node.classList.add("now"));
  const across = told.find(node => raw.contains(node) !== raw.contains(at));
  if (across) bring(across.closest("li, div"));
}

// Scrolls the box that holds the row, never the page: what the pointer is at stays where it is.
function bring(row) {
  const box = row.closest("[data-scroll]");
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const place = row.getBoundingClientRect(), frame = box.getBoundingClientRect();
  const top = Math.max(frame.top, 0), bottom = Math.min(frame.bottom, innerHeight);
  if (place.top < top || place.bottom > bottom) box.scrollTop += place.top - top - (bottom - top) / 3;
}

// From line to line by arrows, to the next conflict by N; lines that are filtered out are skipped.
raw?.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const shown = [...raw.children].filter(row => row.offsetParent);
  const at = shown.indexOf(event.target.closest("li"));
  const after = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
  const next = {
    ArrowDown: shown[Math.min(at + 1, shown.length - 1)],
    ArrowUp: shown[Math.max(at - 1, 0)],
    Home: shown[0],
    End: shown.at(-1),
    KeyN: after.find(row => row.matches(".clash")),
  }[event.code];
  if (!next) return;
  event.preventDefault();
  next.tabIndex = -1;
  next.focus();
});

// A run that is still going shows how far it has come, until it has ended.
async function renew() {
  const part = document.querySelector("[data-renew]");
  if (!part) return;
  await new Promise(done => setTimeout(done, 1000 * part.dataset.renew));
  const answer = await fetch(location.href).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    part.replaceWith(page.getElementById(part.id) ?? "");
  }
  renew();
}
renew();

// Reading by hand: the line that one is at goes into the form, by a button or its key.
const tools = document.querySelector("[data-lines-of]");
if (tools && raw) {
  const form = document.getElementById(tools.dataset.linesOf);
  const buttons = [...tools.querySelectorAll("[data-to]")];
  const words = tools.querySelector("[data-line-words]");
  let line = null;

  const numberOf = row => row && (row.dataset.number || numberOf(row.previousElementSibling));
  const leftOut = () => new Set(form.elements.left_out.value.split(",").flatMap(part => {
    const [first, last = first] = part.split(/[-–]/).map(Number);
    return first ? Array.from({ length: Math.min(last - first, 9999) + 1 }, (_one, at) => first + at) : [];
  }));

  const mark = () => {
    const out = leftOut();
    for (const row of raw.children) {
      const number = Number(numberOf(row));
      const said = buttons.filter(({ dataset: { to } }) => to === "left_out" ? out.has(number) : Number(form.elements[to].value) === number);
      row.querySelector(".rule").dataset.mark = said.map(button => button.dataset.word).join(", ");
    }
  };

  const say = button => {
    if (!line) return;
    const field = form.elements[button.dataset.to];
    if (button.dataset.to === "left_out") {
      const out = leftOut();
      if (!out.delete(Number(line))) out.add(Number(line));
      field.value = [...out].sort((one, other) => one - other).join(", ");
    } else {
      field.value = field.value === line ? "" : line;
    }
    mark();
  };

  raw.addEventListener("click", event => {
    const row = event.target.closest("li");
    if (!row) return;
    event.preventDefault();
    row.tabIndex = -1;
    row.focus();
  });
  raw.addEventListener("focusin", event => {
    line = numberOf(event.target.closest("li")) ?? line;
    if (line) words.textContent = words.dataset.lineWords.replace("%s", line);
  });
  raw.addEventListener("keydown", event => {
    const key = { KeyH: "headline_line", KeyB: "first_line", KeyE: "last_line", KeyX: "left_out" }[event.code];
    if (key && !event.ctrlKey && !event.metaKey && !event.altKey) say(buttons.find(button => button.dataset.to === key));
  });
  buttons.forEach(button => button.addEventListener("click", () => say(button)));
  form.addEventListener("input", mark);
  mark();
}
