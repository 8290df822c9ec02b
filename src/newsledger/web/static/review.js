// Keys of the review: each presses the button, follows the link or opens the part that names it.
document.addEventListener("keydown", (event) => {
  if (["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const near = event.target.closest?.("li") ?? document;
  const what = `[data-key="${CSS.escape(event.key)}"]`;
  const one = near.querySelector(what) ?? document.querySelector(what);
  if (!one) return;
  event.preventDefault();
  if (one instanceof HTMLDetailsElement) {
    one.open = true;
    one.querySelector("select, input:not([type='hidden'])")?.focus();
  } else one.click();
});
