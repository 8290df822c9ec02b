// What to show is in the address, so that a link shows everybody the same.
const tabs = all("[data-tab]"), chips = all("[data-actor]");
for (const bar of all(".tabs, .chips")) bar.hidden = false;
const sides = all(".side").map((side) => ({
  beside: side.querySelector("ul"),
  folded: side.querySelector(":scope > details"),
  notes: all("li[id]", side).sort((one, other) => one.dataset.n - other.dataset.n),
}));
const current = (link, is) => (is ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
// A printed note has a number, and its words have the same; only what is shown is counted.
const order = [...notes].sort((one, other) => one.dataset.n - other.dataset.n);
const ends = marks.filter((mark) => mark.dataset.n).map((mark) => [mark, mark.dataset.n.split(" ").map((n) => order[n - 1])]);
const number = (shown) => {
  const there = order.filter((note) => shown.has(idOf(note)));
  there.forEach((note, index) => { note.dataset.n = index + 1; });
  for (const [mark, ended] of ends) {
    const numbers = ended.filter((note) => there.includes(note)).map((note) => note.dataset.n);
    if (numbers.length) mark.dataset.n = numbers.join(" ");
    else delete mark.dataset.n;
  }
};
const arrange = (fits) => {
  for (const { beside, folded, notes } of sides) {
    const fitting = notes.filter(fits);
    const first = fitting.filter((note) => !("unsure" in note.dataset)).slice(0, 3);
    const rest = fitting.filter((note) => !first.includes(note));
    for (const note of notes) note.hidden = !fitting.includes(note);
    beside.replaceChildren(...first);
    folded.lastElementChild.replaceChildren(...notes.filter((note) => !first.includes(note)));
    const word = rest.every((note) => "unsure" in note.dataset) ? "less sure" : "more";
    folded.firstElementChild.textContent = `+${rest.length} ${word}`;
    [beside.hidden, folded.hidden] = [!first.length, !rest.length];
  }
};
let arranged;
const choose = () => {
  const asked = state(), tab = tabs.find((one) => one.dataset.tab === asked.get("tab")) ?? tabs[0];
  const kinds = tab.dataset.kinds.split(" "), actor = asked.get("actor");
  const fits = (note) => kinds.includes(note.classList[0]);
  const isOf = (note, id) => note.dataset.a.split(" ").includes(id);
  const shown = new Set(notes.filter((note) => fits(note) && (!actor || isOf(note, actor))).map(idOf));
  // Moving a note takes the focus from it, so notes are moved only when others are chosen.
  if (tab !== arranged) arrange(fits);
  arranged = tab;
  number(shown);
  document.querySelector(".reader").dataset.show = tab.dataset.kinds;
  for (const note of notes) note.classList.toggle("quiet", !shown.has(idOf(note)));
  for (const mark of marks) mark.classList.toggle("quiet", !owned(mark).some((id) => shown.has(id)));
  for (const day of all(".strip a")) day.classList.toggle("away", !shown.has(day.getAttribute("href").slice(3)));
  const days = all(".days a:not(.away)").length, words = document.querySelector(".strip summary span");
  if (words) {
    words.textContent = `${days} ${days === 1 ? "day" : "days"}`;
    words.closest(".strip").hidden = !days;
  }
  for (const one of tabs) current(one, one === tab);
  for (const chip of chips) {
    const number = notes.filter((note) => fits(note) && isOf(note, chip.dataset.actor)).length;
    chip.lastElementChild.textContent = number;
    chip.hidden = !number && chip.dataset.actor !== actor;
    current(chip, chip.dataset.actor === actor);
  }
  document.getElementById("shown").textContent = actor || tab !== tabs[0] ? `${shown.size} shown` : "";
  align();
};
const go = (part, value) => {
  const asked = state();
  asked.delete("f");
  if (part === "tab") asked.delete("actor");
  if (value) asked.set(part, value);
  else asked.delete(part);
  history.replaceState(null, "", [...asked].length ? address(asked) : location.pathname);
  choose();
  follow();
};
for (const link of [...tabs, ...chips])
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (link.dataset.tab !== undefined) go("tab", link.dataset.tab);
    else go("actor", link.hasAttribute("aria-current") ? "" : link.dataset.actor);
  });
addEventListener("hashchange", choose);
const help = document.getElementById("marks");
Object.assign(keys, {
  "/": () => (tabs.find((one) => one.hasAttribute("aria-current")) ?? tabs[0]).focus(),
  "?": () => { help.open = !help.open; help.firstElementChild.focus(); },
  Escape: () => { document.activeElement?.blur(); go("tab", ""); },
});
choose();
if (named()) reveal(named());
