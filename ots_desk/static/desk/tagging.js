// The names of a text, decided one after another: which one is current, words that are selected,
// and decisions without a new page in between. Without this every mark is a link, every button a form.

// The address names the current one as soon as another than this is.
const first = document.querySelector("a[data-mention][aria-current]");
const marks = () => [...document.querySelectorAll("a[data-mention]")];
const current = () => document.querySelector("a[data-mention][aria-current]");
const askOf = mark => document.getElementById(`ask-${mark.dataset.mention}`);

// From name to name

function go(mark) {
  const ask = mark && askOf(mark);
  if (!ask) return;
  marks().forEach(other => other.removeAttribute("aria-current"));
  mark.setAttribute("aria-current", "true");
  mark.setAttribute("aria-describedby", ask.id);
  const { ask: mention, state: seen, does, name, country, office, group } = ask.dataset;
  askAbout(ask);
  aim({ mention, seen, field: "", start: "", words: "" }, does.split(" "));
  prefill({ name, country, office });
  document.querySelectorAll("li[data-group]").forEach(row => row.classList.toggle("now", row.dataset.group === group));
  if (mark !== first) history.replaceState(null, "", mark.href);
  lookForNearNames(ask);
}

function askAbout(shown) {
  document.querySelectorAll(".asks > *").forEach(node => { node.hidden = node !== shown; });
}

// What the forms are about: a mention as it was seen, or words of a field.
function aim(target, does) {
  document.querySelectorAll("form[data-tagger]").forEach(form => {
    for (const [name, value] of Object.entries(target)) form.elements[name].value = value;
  });
  document.querySelectorAll("button[data-do]").forEach(button => { button.hidden = !does.includes(button.dataset.do); });
}

function prefill(values) {
  const form = document.getElementById("new-entry");
  if (form) for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
}

function bringIntoView(mark) {
  // Who may not decide about names has no bar.
  const bar = document.querySelector(".tagger")?.getBoundingClientRect();
  const { top, bottom } = mark.getBoundingClientRect();
  const lowest = bar && bar.top > innerHeight / 3 ? bar.top : innerHeight;
  if (top < 0 || bottom > lowest) mark.scrollIntoView({ block: "center" });
}

function stepTo(mark) {
  if (!mark) return;
  go(mark);
  mark.focus({ preventScroll: true });
  bringIntoView(mark);
}

addEventListener("click", event => {
  const mark = event.target.closest?.("a[data-mention]");
  if (!mark || !askOf(mark) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(mark);
});
addEventListener("focusin", event => {
  const mark = event.target.closest?.("a[data-mention]");
  if (!mark || mark.hasAttribute("aria-current")) return;
  go(mark);
  bringIntoView(mark);
});
addEventListener("keydown", event => {
  if (event.code === "Escape" && document.querySelector("[data-selected]:not([hidden])")) return leaveSelection();
  if (!isKey(event)) return;
  const by = { KeyJ: 1, ArrowRight: 1, KeyK: -1, ArrowLeft: -1 }[event.code];
  if (!by) return;
  event.preventDefault();
  stepTo(neighbour(by, event.code.startsWith("Key")));
});

// The name before or after the current one: by letters among those that wait, by arrows among all.
function neighbour(by, waits) {
  const all = marks(), at = all.indexOf(current());
  const around = by > 0 ? [...all.slice(at + 1), ...all.slice(0, at)] : [...all.slice(0, Math.max(at, 0)).reverse(), ...all.slice(at + 1).reverse()];
  return around.find(mark => !waits || mark.matches(".m--suggested, .m--broken"));
}

// Whose name it may be is asked for when one comes to it: looking takes a moment.
async function lookForNearNames(ask) {
  const place = ask.querySelector("[data-near]");
  if (!place || place.childElementCount) return;
  const answer = await fetch(`${document.getElementById("tagger").dataset.nearest}?mention=${ask.dataset.ask}`);
  if (answer.ok) place.innerHTML = await answer.text();
}

// Selected words: offsets count code points, and skip what the desk has put between the words.

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || !document.getElementById("tagger")) return;
  const range = selection.getRangeAt(0);
  const stretch = range.startContainer.parentElement?.closest("[data-field]");
  if (!stretch?.contains(range.endContainer)) return;
  const before = printed(stretch, range.startContainer, range.startOffset);
  const words = printed(stretch, range.endContainer, range.endOffset).slice(before.length);
  const lead = words.length - words.trimStart().length;
  if (!words.trim()) return;
  select(stretch.dataset.field, Number(stretch.dataset.start) + [...before].length + lead, words.trim());
});

function select(field, start, words) {
  const shown = document.querySelector("[data-selected]");
  shown.querySelector("[data-words]").textContent = words;
  askAbout(shown);
  aim({ field, start, words, seen: "" }, []);
  prefill({ name: words, country: "", office: "" });
}

function leaveSelection() {
  getSelection().removeAllRanges();
  if (current()) return go(current());
  askAbout(document.querySelector("[data-nothing]"));
  aim({ field: "", start: "", words: "" }, []);
}
addEventListener("click", event => { if (event.target.closest("[data-unmark]")) leaveSelection(); });

// The words of a stretch as they were printed, up to a place in it.
function printed(stretch, container, offset) {
  const range = document.createRange();
  range.setStart(stretch, 0);
  range.setEnd(container, offset);
  const part = range.cloneContents();
  part.querySelectorAll("sup, .visually-hidden").forEach(node => node.remove());
  return part.textContent;
}

// A decision renews the parts of the page that tell of names, and goes on to the next one. Where
// more is asked, or anything fails, the form is sent as it would be without script.

let isBusy = false;
addEventListener("submit", async event => {
  const form = event.target, button = event.submitter;
  if (!form.closest(".tagger") || form.dataset.plain) return;
  event.preventDefault();
  if (isBusy) return;
  isBusy = true;
  const page = await post(form, button);
  isBusy = false;
  if (page) return renewNames(page);
  form.dataset.plain = "true";
  form.requestSubmit(button);
});

async function post(form, button) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok && page.getElementById("tagger") ? page : null;
  } catch {
    return null;
  }
}

function renewNames(page) {
  document.querySelectorAll("[data-renewed]").forEach(part => part.replaceWith(page.getElementById(part.id)));
  document.querySelectorAll("[data-keys]").forEach(box => { box.checked = localStorage.getItem("keys") !== "off"; });
  const said = page.querySelectorAll(".messagelist > li");
  document.querySelector(".messagelist")?.remove();
  document.getElementById("said").replaceChildren(...[...said].map(item => {
    const line = document.createElement("p");
    line.className = item.className;
    line.append(...item.childNodes);
    return line;
  }));
  stepTo(current());
}

// What is asked about stays in view: when the page opens, and when the form for a new entry does.
// A page of which nothing waits begins at its top.
if (current()) {
  go(current());
  const waits = current().matches(".m--suggested, .m--broken");
  if (waits || new URLSearchParams(location.search).has("at")) bringIntoView(current());
}
document.addEventListener("toggle", event => {
  if (event.target.open && event.target.closest(".tagger") && current()) bringIntoView(current());
}, true);
