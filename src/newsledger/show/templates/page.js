const notes = [...document.querySelectorAll(".side li")];
const marks = [...document.querySelectorAll("[data-f]")];
const owners = new Map();
for (const mark of marks)
  for (const id of mark.dataset.f.split(" ")) owners.set(id, [...(owners.get(id) ?? []), mark]);
const noteOf = (id) => document.getElementById(`f-${id}`);
const idOf = (note) => note.id.slice(2);
const light = (ids, on) => {
  for (const id of ids) {
    noteOf(id)?.classList.toggle("lit", on);
    for (const mark of owners.get(id) ?? []) mark.classList.toggle("lit", on);
  }
};
for (const note of notes)
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
    note.addEventListener(event, () => light([idOf(note)], on));
for (const mark of marks) {
  mark.addEventListener("mouseenter", () => light(mark.dataset.f.split(" "), true));
  mark.addEventListener("mouseleave", () => light(mark.dataset.f.split(" "), false));
  mark.addEventListener("click", () => { if (!String(getSelection())) location.hash = `f-${mark.dataset.f.split(" ").at(-1)}`; });
}
// Each note stands beside the line of its words, below the note before it.
const align = () => {
  for (const side of document.querySelectorAll(".side")) {
    const wide = getComputedStyle(side.parentElement).gridTemplateColumns.split(" ").length > 1;
    for (const note of side.children) note.style.marginTop = "";
    if (!wide || matchMedia("print").matches) continue;
    for (const note of side.children) {
      const mark = (owners.get(idOf(note)) ?? [])[0];
      if (!mark || note.classList.contains("faded")) continue;
      const gap = mark.getClientRects()[0].top - note.getBoundingClientRect().top;
      if (gap > 0) note.style.marginTop = `${gap}px`;
    }
  }
};
const kind = document.getElementById("kind"), actor = document.getElementById("actor"), tools = document.querySelector(".tools");
const filter = () => {
  for (const note of notes) {
    const shown = (!kind.value || note.classList.contains(kind.value))
      && (!actor.value || note.dataset.a.split(" ").includes(actor.value));
    note.classList.toggle("faded", !shown);
  }
  align();
};
tools.hidden = false;
kind.addEventListener("change", filter);
actor.addEventListener("change", filter);
for (const link of document.querySelectorAll("[data-kind]"))
  link.addEventListener("click", () => { kind.value = kind.value === link.dataset.kind ? "" : link.dataset.kind; filter(); });
const help = document.querySelector("dialog");
document.getElementById("help").addEventListener("click", () => help.showModal());
const step = (by) => {
  const shown = notes.filter((note) => !note.classList.contains("faded"));
  const at = shown.findIndex((note) => note.contains(document.activeElement));
  const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)];
  next?.querySelector("a").focus();
  next?.scrollIntoView({ block: "center" });
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT/.test(event.target.tagName)) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/") { event.preventDefault(); kind.focus(); }
  else if (event.key === "?") help.showModal();
});
const follow = () => {
  light([...owners.keys()], false);
  const id = location.hash.slice(3);
  if (noteOf(id)) light([id], true);
};
addEventListener("hashchange", follow);
addEventListener("resize", align);
align();
follow();
