// Copying needs a script, so its buttons come with it.
for (const button of all(".copy")) {
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Cannot copy here";
    }
    setTimeout(() => { button.textContent = words; }, 1600);
  });
}

// A story's calendar: drawing over some days asks for these; a click is still a click.
const EDGE = 0.03;
const brush = document.querySelector("form.brush"); // not there on pages that are files
for (const figure of brush ? all(".lanes[data-first]") : []) {
  figure.classList.add("js");
  const [first, last] = [figure.dataset.first, figure.dataset.last].map((day) => Date.parse(day));
  const drawings = all("svg:not(.masks)", figure);
  const share = (event) => {
    const box = drawings[0].getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  };
  const day = (at) => {
    const inside = Math.min(Math.max((at - EDGE) / (1 - 2 * EDGE), 0), 1);
    return new Date(first + inside * (last - first)).toISOString().slice(0, 10);
  };
  let from = null, bands = [];
  const clear = () => { for (const band of bands) band.remove(); bands = []; from = null; };
  const draw = (to) => {
    if (!bands.length) {
      for (const drawing of drawings) {
        const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        band.classList.add("band");
        band.setAttribute("height", "100%");
        drawing.prepend(band);
        bands.push(band);
      }
    }
    for (const band of bands) {
      band.setAttribute("x", `${100 * Math.min(from, to)}%`);
      band.setAttribute("width", `${100 * Math.abs(to - from)}%`);
    }
  };
  figure.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.target.closest("svg")) from = share(event);
  });
  figure.addEventListener("dragstart", (event) => event.preventDefault());
  addEventListener("pointermove", (event) => {
    if (from !== null && (bands.length || Math.abs(share(event) - from) > 0.015)) draw(share(event));
  });
  addEventListener("pointerup", (event) => {
    if (from === null) return;
    const days = [from, share(event)].sort((a, b) => a - b).map(day), drawn = bands.length > 0;
    clear();
    if (!drawn) return;
    addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    [brush.elements.from.value, brush.elements.to.value] = days;
    brush.submit();
  });
  addEventListener("pointercancel", clear);
  addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
}

Object.assign(keys, {
  "/": () => document.getElementById("find").focus(),
  "?": () => { location.href = document.querySelector(".foot a[rel=help]").href; },
});
