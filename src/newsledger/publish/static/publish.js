// What a site of files does by itself: its age, sharing, and a search that loads its parts when they are asked for.
const own = (what, from = document) => [...from.querySelectorAll(what)];

// How old is it?
for (const told of own("[data-as-of]")) {
  const days = Math.floor((Date.now() - Date.parse(told.dataset.asOf)) / 864e5);
  if (days > 0) told.append(` That is ${days} ${days === 1 ? "day" : "days"} ago.`);
}

// A copy at an address that its publisher does not name works, and says so.
for (const told of own(".mirrors")) {
  const known = told.dataset.addresses.split(" ").some((one) => location.href.startsWith(one));
  if (!known) told.append(" This copy is at none of them.");
}

// Sharing: a link, the words with their source, and what the system has for it.
const canonical = document.querySelector("link[rel=canonical]")?.href;
const linkTo = (finding) => {
  const address = new URL(canonical ?? location.href);
  address.hash = finding ? `f-${finding}` : "";
  return address.href;
};
const clean = (words) => words.replace(/\s+/g, " ").trim();
const quoteOf = (place, finding) => {
  const words = finding && place.closest(".side")
    ? own("[data-f]").filter((one) => one.dataset.f.split(" ").includes(finding)).map((one) => one.textContent).join(" … ")
    : (place.querySelector("blockquote")?.textContent ?? "");
  return clean(words);
};
const sourceOf = (place) => clean(
  (place.querySelector(".receipt, .from") ?? document.querySelector(".reader header"))
    ?.innerText.replace(/Copy quote|Its life · Cite|Cite · Link/g, "").split("\n").filter((line) => line.trim()).slice(0, 3).join(", ") ?? document.title,
);
const button = (words, label, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = words;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", async () => {
    try { await act(); made.textContent = "Copied"; } catch { made.textContent = "Cannot copy here"; }
    setTimeout(() => { made.textContent = words; }, 1600);
  });
  return made;
};
const offer = (place, finding) => {
  const row = document.createElement("span");
  row.className = "share small";
  const quote = quoteOf(place, finding);
  const of = quote.slice(0, 60) || document.title;
  const cited = () => `${quote ? `“${quote.replace(/^[“"]|[”"]$/g, "")}” ` : ""}${sourceOf(place)}. ${linkTo(finding)}`;
  row.append(button("Copy link", `Copy a link: ${of}`, () => navigator.clipboard.writeText(linkTo(finding))));
  row.append(button("Copy with citation", `Copy with citation: ${of}`, () => navigator.clipboard.writeText(cited())));
  if (navigator.share) {
    const share = button("Share …", `Share: ${of}`, () => navigator.share({ title: document.title, text: quote, url: linkTo(finding) }));
    row.append(share);
  }
  return row;
};
for (const place of own("article.one")) (place.querySelector(".acts") ?? place.querySelector(".from") ?? place).append(" ", offer(place, ""));
for (const place of own(".lines > li[id^=f-]")) place.querySelector(".acts, .receipt")?.append(" ", offer(place, ""));
// In an article the buttons come with the note that is asked for: hundreds at once would hide it.
for (const note of own(".side li[id^=f-]")) {
  const show = () => { if (!note.querySelector(".share")) note.append(" ", offer(note, note.id.slice(2))); };
  note.addEventListener("mouseenter", show);
  note.addEventListener("focusin", show);
}

// Search: part after part, the newest first, until there is enough.
const ENOUGH = 40;
const found = document.querySelector(".found[data-shards]");
if (found) {
  const shards = found.dataset.shards.split(" ").filter(Boolean);
  const list = document.querySelector(".results");
  const plainly = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const asked = (new URLSearchParams(location.search).get("q") ?? "").slice(0, 300);
  const wanted = plainly(asked).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  for (const field of own("input[name=q]")) field.value = asked;
  const fits = (words) => wanted.every((one) => words.some((word) => word.startsWith(one)));
  const row = ([file, headline, source, more]) => {
    const item = document.createElement("li");
    const by = Object.assign(document.createElement("p"), { className: "soft small", textContent: source });
    const head = document.createElement("h2");
    head.append(Object.assign(document.createElement("a"), { href: file, textContent: headline }));
    const lines = more.split(" · ").filter((line) => wanted.some((one) => plainly(line).includes(one))).slice(0, 4);
    item.append(by, head, Object.assign(document.createElement("p"), { className: "words", textContent: lines.join(" · ") }));
    return item;
  };
  let seen = 0, next = 0;
  const tell = (words) => { found.textContent = words; };
  const on = () => {
    if (next < shards.length && seen < ENOUGH) { load(shards[next++]); return; }
    const rest = next < shards.length ? " There may be more in older ones." : "";
    tell(seen ? `${seen} ${seen === 1 ? "article" : "articles"}.${rest}` : "No article has these words.");
    if (next < shards.length) {
      const more = button("Look on", "Look through older articles", async () => {});
      more.addEventListener("click", () => { seen = 0; on(); });
      found.append(" ", more);
    }
  };
  globalThis.newsledgerFound = (_name, rows) => {
    for (const one of rows) {
      if (!fits(plainly(`${one[1]} ${one[2]} ${one[3]}`).split(/[^\p{L}\p{N}]+/u))) continue;
      list.append(row(one));
      seen += 1;
    }
  };
  const load = (shard) => {
    const [name, digest] = shard.split("?");
    const script = document.createElement("script");
    script.src = `${found.dataset.from}${name}.js?${digest}`;
    script.addEventListener("load", () => { script.remove(); on(); });
    script.addEventListener("error", () => { script.remove(); on(); });
    document.head.append(script);
  };
  if (wanted.length) { tell("Looking …"); on(); } else tell(asked ? "There is no word in this." : "Type the words that you look for.");
}
