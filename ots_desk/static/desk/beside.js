// The same name in both texts lights up together, under the pointer and with the focus. Without
// this the numbers say the same.

const light = (on) => (event) => {
  const marked = event.target.closest?.("[data-same]");
  if (!marked) return;
  for (const one of document.querySelectorAll(`[data-same="${marked.dataset.same}"]`)) {
    one.classList.toggle("lit", on);
  }
};

for (const type of ["mouseover", "focusin"]) document.addEventListener(type, light(true));
for (const type of ["mouseout", "focusout"]) document.addEventListener(type, light(false));
