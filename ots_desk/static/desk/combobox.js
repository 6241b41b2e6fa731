// Names are offered while one types: any spelling, with what tells namesakes apart. What is chosen
// ends in "#" and an id; without script the field takes a name as it is.

const { autocomplete } = document.querySelector("script[data-autocomplete]").dataset;
const offered = new WeakMap();
let timer;

// How many were found, for those who don't see the list.
const found = document.createElement("div");
found.className = "visually-hidden";
found.setAttribute("role", "status");
document.body.append(found);

function listOf(input) {
  if (!offered.has(input)) {
    const list = document.createElement("ul");
    list.id = `${input.id}-offered`;
    list.className = "offered";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
    list.hidden = true;
    input.after(list);
    const told = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    Object.entries(told).forEach(([name, value]) => input.setAttribute(name, value));
    offered.set(input, list);
  }
  return offered.get(input);
}

addEventListener("focusin", event => {
  if (event.target.matches("input[data-entities]")) listOf(event.target);
});

addEventListener("input", event => {
  const input = event.target;
  if (!input.matches("input[data-entities]")) return;
  clearTimeout(timer);
  close(input);
  delete input.dataset.waits;
  if (input.value.trim().length > 1) timer = setTimeout(() => offer(input), 120);
});

addEventListener("focusout", event => {
  if (event.target.matches("input[data-entities]")) close(event.target);
});

async function offer(input) {
  const typed = input.value;
  const [field, model, app = "articles"] = (input.dataset.entities || "mention.entity").split(".").reverse();
  const query = new URLSearchParams({ app_label: app, model_name: model, field_name: field, term: typed });
  const answer = await fetch(`${autocomplete}?${query}`);
  const { results } = answer.ok ? await answer.json() : { results: [] };
  // Somebody who has typed on, or left, is asking for something else.
  if (input.value !== typed || document.activeElement !== input) return;
  input.dataset.answered = typed;
  show(input, results.slice(0, 12));
}

// Enter that came before the answer waits for it: one who is found is taken, several are shown,
// and what nobody is called is sent, so that the desk says so.
function isUnanswered(input) {
  const typed = input.value;
  return typed.trim().length > 1 && input.dataset.answered !== typed && !/#\d+\s*$/.test(typed);
}

function takeWaiting(input, options) {
  if (!("waits" in input.dataset)) return;
  delete input.dataset.waits;
  if (options.length === 1) choose(input, options[0]);
  else if (!options.length && "submits" in input.dataset) input.form.requestSubmit();
}

function show(input, results) {
  const list = listOf(input);
  list.replaceChildren(...results.map(({ id, text }, at) => {
    const option = document.createElement("li");
    const [name, ...about] = text.split(" · ");
    option.id = `${list.id}-${at}`;
    option.setAttribute("role", "option");
    option.dataset.value = `${text} #${id}`;
    option.append(name);
    if (about.length) option.append(Object.assign(document.createElement("span"), { className: "quiet", textContent: ` ${about.join(" · ")}` }));
    return option;
  }));
  list.hidden = !results.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  found.textContent = String(results.length);
  if (results.length) {
    place(input, list);
    point(input, list.firstChild);
  }
  takeWaiting(input, list.children);
}

// Below the field, or above it where there is no room; over whatever scrolls around it.
function place(input, list) {
  const { left, top, bottom } = input.getBoundingClientRect();
  const isAbove = bottom + list.offsetHeight > innerHeight && top > list.offsetHeight;
  list.style.left = `${Math.min(left, innerWidth - list.offsetWidth)}px`;
  list.style.top = isAbove ? "auto" : `${bottom + 2}px`;
  list.style.bottom = isAbove ? `${innerHeight - top + 2}px` : "auto";
}
addEventListener("scroll", event => {
  const list = offered.get(document.activeElement);
  if (list && !list.hidden && event.target !== list) place(document.activeElement, list);
}, true);

function point(input, option) {
  for (const other of option.parentElement.children) other.setAttribute("aria-selected", String(other === option));
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function close(input) {
  const list = listOf(input);
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function choose(input, option) {
  input.value = option.dataset.value;
  close(input);
  if ("submits" in input.dataset) input.form.requestSubmit();
}

addEventListener("keydown", event => {
  const input = event.target;
  if (!input.matches?.("input[data-entities]")) return;
  const list = listOf(input);
  const chosen = list.querySelector("[aria-selected=true]");
  if (event.key === "Escape") {
    if (list.hidden) return input.blur();
    close(input);
  } else if (list.hidden || !chosen) {
    if (event.key !== "Enter" || !isUnanswered(input)) return;
    input.dataset.waits = "";
  } else if (event.key === "ArrowDown") {
    point(input, chosen.nextElementSibling ?? list.firstChild);
  } else if (event.key === "ArrowUp") {
    point(input, chosen.previousElementSibling ?? list.lastChild);
  } else if (event.key === "Enter") {
    choose(input, chosen);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
});

// Pressing on the list must not take the focus away from the field, which would close it.
addEventListener("pointerdown", event => {
  if (event.target.closest(".offered")) event.preventDefault();
});
addEventListener("mousedown", event => {
  if (event.target.closest(".offered")) event.preventDefault();
});
addEventListener("click", event => {
  const option = event.target.closest(".offered [role=option]");
  if (option) choose(option.parentElement.previousElementSibling, option);
});
