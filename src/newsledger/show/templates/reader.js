// All is there without this script: it adds keys, lights up what belongs together, and lays notes beside their words.
const all = (what, from = document) => [...from.querySelectorAll(what)];
document.documentElement.classList.add("js");
const marks = all("[data-f]"), notes = all(".side li[id]");
const owned = (mark) => mark.dataset.f.split(" ");
const idOf = (note) => note.id.slice(2);
const noteOf = (id) => document.getElementById(`f-${id}`)?.closest("li");

// Exactly one finding is lit: what is pointed at, else what the address names.
const light = (id) => {
  const note = id && noteOf(id), lit = note ? idOf(note) : id;
  for (const mark of marks) mark.classList.toggle("lit", owned(mark).includes(lit));
  for (const one of notes) one.classList.toggle("lit", one === note);
};
// The address may hold a tab, an actor and a finding; what else it holds is a place on the page.
const state = () => {
  const hash = location.hash.startsWith("#f-") ? `f=${location.hash.slice(3)}` : location.hash.slice(1);
  return new URLSearchParams([...new URLSearchParams(hash)].filter(([part]) => ["tab", "actor", "f"].includes(part)));
};
const named = () => state().get("f") ?? new URLSearchParams(location.search).get("f");
const address = (asked) => {
  const names = [...asked.keys()];
  return names.length === 1 && names[0] === "f" ? `#f-${asked.get("f")}` : `#${asked}`;
};
const name = (id) => {
  const asked = state();
  asked.set("f", id);
  history.replaceState(null, "", address(asked));
  light(id);
};
const reveal = (id) => {
  const note = noteOf(id), folded = note?.closest(".side > details");
  if (folded) folded.open = true;
  note?.scrollIntoView({ block: "nearest" });
};

// Keys move the page under a pointer that rests: until it moves itself, what comes to lie below it is not pointed at.
let keyed = false;
addEventListener("mousemove", (event) => { if (event.movementX || event.movementY) keyed = false; }, true);
const point = (element, id) => {
  element.addEventListener("mouseenter", () => { if (!keyed) light(id); });
  element.addEventListener("mouseleave", () => { if (!keyed) light(named()); });
  element.addEventListener("click", () => {
    if (String(getSelection())) return;
    name(id);
    reveal(id);
  });
};
for (const note of notes) {
  point(note, idOf(note));
  note.addEventListener("focusin", () => name(idOf(note)));
}
for (const mark of marks) point(mark, owned(mark).at(-1));

// Each note stands beside the line of its words, below the note before it.
const align = () => {
  for (const note of notes) note.style.marginTop = "";
  if (!notes.length || matchMedia("print, (max-width: 58rem)").matches) return;
  const firsts = new Map();
  for (const mark of marks) for (const id of owned(mark)) if (!firsts.has(id)) firsts.set(id, mark);
  const margins = all(".side > ul").flatMap((side) => {
    let bottom = side.getBoundingClientRect().top;
    return [...side.children].map((note) => {
      const mark = firsts.get(idOf(note)), height = note.getBoundingClientRect().height;
      const gap = Math.max((mark?.getClientRects()[0]?.top ?? bottom) - bottom, 0);
      bottom += gap + height + 6;
      return [note, gap];
    });
  });
  for (const [note, gap] of margins) if (gap) note.style.marginTop = `${gap}px`;
};
const follow = () => light(named());
if (notes.length) {
  addEventListener("hashchange", follow);
  addEventListener("resize", align);
  addEventListener("beforeprint", () => { for (const note of notes) note.style.marginTop = ""; });
  addEventListener("afterprint", align);
  align();
  follow();
}

const steps = () => all(".lines > li, .side li[id]:not(.quiet), .card").filter((one) => one.checkVisibility());
const step = (by) => {
  keyed = true;
  const there = steps();
  const here = (notes.length && named() && noteOf(named())) || document.activeElement;
  const at = there.findIndex((one) => one.contains(here));
  const next = there[at < 0 ? (by > 0 ? 0 : there.length - 1) : Math.min(Math.max(at + by, 0), there.length - 1)];
  next?.querySelector("a, button:not([hidden]), summary")?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
};
const keys = { j: () => step(1), k: () => step(-1) };
document.addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (typing && event.key === "Escape") event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || typing || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
