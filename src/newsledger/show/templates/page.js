document.documentElement.classList.add("js");
const all = (what, from = document) => [...from.querySelectorAll(what)];
const notes = all(".side li"), marks = all("[data-f]");
const owned = (mark) => mark.dataset.f.split(" ");
const idOf = (note) => note.id.slice(2);
const noteOf = (id) => document.getElementById(`f-${id}`);
const marksOf = new Map();
for (const mark of marks) for (const id of owned(mark)) marksOf.set(id, [...(marksOf.get(id) ?? []), mark]);

// Exactly one set of findings is lit: what is pointed at, else what the address names.
let lit = [];
const light = (ids) => {
  for (const element of lit) element.classList.remove("lit");
  lit = ids.flatMap((id) => [noteOf(id), ...(marksOf.get(id) ?? [])]).filter(Boolean);
  for (const element of lit) element.classList.add("lit");
};
const named = () => (location.hash.startsWith("#f-") ? [location.hash.slice(3)] : []);
const name = (id) => { history.replaceState(null, "", `#f-${id}`); light([id]); };
// Keys move the page under a pointer that rests: until it moves itself, what comes to lie below it is not pointed at.
let rest, keyed = false;
addEventListener("mousemove", (event) => { if (event.movementX || event.movementY) keyed = false; }, true);
const point = (element, ids) => {
  element.addEventListener("mouseenter", () => {
    if (keyed) return;
    light(ids);
    // A pointer that only passes by leaves the address alone.
    clearTimeout(rest);
    rest = setTimeout(() => history.replaceState(null, "", `#f-${ids.at(-1)}`), 300);
  });
  element.addEventListener("mouseleave", () => { clearTimeout(rest); if (!keyed) light(named()); });
};
for (const note of notes) {
  point(note, [idOf(note)]);
  note.addEventListener("focusin", () => name(idOf(note)));
}
for (const mark of marks) {
  point(mark, owned(mark));
  mark.addEventListener("click", () => { if (!String(getSelection())) noteOf(owned(mark).at(-1))?.scrollIntoView({ block: "nearest" }); });
}

// Each note stands beside the line of its words, below the note before it.
const align = () => {
  for (const note of notes) note.style.marginTop = "";
  if (matchMedia("print, (max-width: 56rem)").matches) return;
  const margins = all(".side").map((side) => {
    let bottom = side.getBoundingClientRect().top;
    return [...side.children].filter((note) => !note.classList.contains("faded")).map((note) => {
      const mark = marksOf.get(idOf(note))?.[0], box = note.getBoundingClientRect();
      const gap = Math.max(mark ? mark.getClientRects()[0].top - bottom : 0, 0);
      bottom += gap + box.height + 5;
      return [note, gap];
    });
  });
  for (const [note, gap] of margins.flat()) if (gap) note.style.marginTop = `${gap}px`;
};

const kind = document.getElementById("kind"), actor = document.getElementById("actor");
const counts = all("[data-kind]");
let standing = "";
const filter = () => {
  const shown = new Set();
  for (const note of notes) {
    const { s = "", a = "" } = note.dataset;
    const fits = (!kind.value || note.classList.contains(kind.value)) && (!standing || s === standing)
      && (!actor.value || a.split(" ").includes(actor.value));
    note.classList.toggle("faded", !fits);
    if (fits) shown.add(idOf(note));
  }
  for (const mark of marks) mark.classList.toggle("quiet", !owned(mark).some((id) => shown.has(id)));
  for (const link of counts)
    link.toggleAttribute("aria-current", kind.value === link.dataset.kind && standing === link.dataset.standing);
  document.getElementById("shown").textContent = shown.size < notes.length ? `${shown.size} of ${notes.length} shown` : "";
  align();
};
const choose = (newKind, newStanding) => { kind.value = newKind; standing = newStanding; filter(); };
document.querySelector(".tools").hidden = false;
kind.addEventListener("change", () => choose(kind.value, ""));
actor.addEventListener("change", filter);
for (const link of counts)
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (link.hasAttribute("aria-current")) choose("", "");
    else choose(link.dataset.kind, link.dataset.standing);
  });

const step = (by) => {
  keyed = true;
  clearTimeout(rest);
  const shown = notes.filter((note) => !note.classList.contains("faded"));
  const [id] = named();
  const at = shown.findIndex((note) => idOf(note) === id);
  const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)];
  next?.querySelector("a").focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
};
const legend = document.querySelector(".legend");
const keys = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => kind.focus(),
  "?": () => { legend.open = !legend.open; legend.querySelector("summary").focus(); },
  Escape: () => { document.activeElement?.blur(); actor.value = ""; choose("", ""); },
};
document.addEventListener("keydown", (event) => {
  const typing = event.target.tagName === "SELECT" && event.key !== "Escape";
  if (event.ctrlKey || event.metaKey || event.altKey || typing || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
const follow = () => light(named());
addEventListener("hashchange", follow);
addEventListener("resize", align);
addEventListener("beforeprint", () => { for (const note of notes) note.style.marginTop = ""; });
addEventListener("afterprint", align);
align();
follow();
