// The search page: in go the words of its form and the choices beside its answers, out come results from the index that was
// made with the site. Both stand in the address, so that the back button and a copied address give them again. Nothing of
// the index becomes HTML: every text is put in as text. Without this module the page says that it is needed.

const STEP = 10;
const CHOICES = 8;

const root = document.querySelector(".search");
const form = document.querySelector("main .find");
const count = document.querySelector(".search-count");
const intro = document.querySelector(".search-intro");
const list = root.querySelector(".lines");
const more = root.querySelector(".show-more");
const filters = root.querySelector(".search-filters");
const clear = root.querySelector(".clear");
const groups = [...filters.querySelectorAll("fieldset")].map((element) => {
  const [first, rest] = element.querySelectorAll(".choices");
  return { element, first, rest, ...element.dataset };
});
const result = document.querySelector(".search-result").content;
const choice = document.querySelector(".search-choice").content;
const says = root.dataset;
const title = document.title;
const number = new Intl.NumberFormat(document.documentElement.lang);
let engine;
let tries = 0;
let turn = 0;
let found;
let shown;

intro.textContent = intro.dataset.withScript;
filters.open = matchMedia("(width >= 60rem)").matches;

// The index is fetched at the first search, and again at the next one if that went wrong.
function load() {
  engine ??= start().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function start() {
  const [folder, ...others] = says.folders.split(" ");
  // Browsers remember that a module was not there.
  const module = await import(`${folder}pagefind.js${tries++ ? `?${tries}` : ""}`);
  const made = module.createInstance({ basePath: folder, noWorker: true, excerptLength: 28, excerptEllipsis: "…" });
  await made.init();
  for (const other of others) await made.mergeIndex(other);
  // A choice is an id in the address, and an id with its label in the index.
  const values = new Map();
  for (const [name, counts] of Object.entries(await made.filters())) {
    for (const value of Object.keys(counts)) values.set(`${name} ${idOf(value)}`, value);
  }
  return { search: (words, chosen) => made.search(words, { filters: chosen }), values };
}

function idOf(value) {
  return value.slice(0, value.indexOf(" "));
}

function labelOf(value) {
  return value.slice(value.indexOf(" ") + 1);
}

function asked() {
  const query = new URLSearchParams(location.search);
  return { words: (query.get("q") ?? "").trim(), ids: groups.map(({ key }) => new Set(query.getAll(key))) };
}

async function show() {
  const mine = ++turn;
  const { words, ids } = asked();
  const narrowed = ids.some((chosen) => chosen.size > 0);
  for (const box of document.querySelectorAll(".find input")) box.value = words;
  for (const link of document.querySelectorAll(".languages a")) {
    const address = new URL(link.href);
    if (words) address.searchParams.set("q", words);
    else address.searchParams.delete("q");
    link.href = address;
  }
  document.title = words ? `${words} – ${title}` : title;
  if (!words && !narrowed) {
    root.hidden = true;
    intro.hidden = false;
    count.textContent = "";
    return;
  }
  const wait = setTimeout(() => mine === turn && say("busy", words), 500);
  try {
    const { search, values } = await load();
    const chosen = groups.map(({ name }, at) => [...ids[at]].map((id) => values.get(`${name} ${id}`)).filter(Boolean));
    const without = (left) =>
      Object.fromEntries(groups.flatMap(({ name }, at) => (at !== left && chosen[at].length > 0 ? [[name, { any: chosen[at] }]] : [])));
    const answer = await search(words || null, without());
    // What another choice of a group would give is counted as if the group had none.
    const counts = await Promise.all(
      groups.map(async ({ name }, at) => {
        const other = chosen[at].length > 0 ? await search(words || null, without(at)) : answer;
        return other.filters[name] ?? {};
      }),
    );
    const texts = await Promise.all(answer.results.slice(0, STEP).map((one) => one.data()));
    if (mine !== turn) return;
    found = answer.results;
    shown = texts.length;
    list.replaceChildren(...texts.map(entry));
    groups.forEach((group, at) => offer(group, counts[at], chosen[at]));
    clear.hidden = !narrowed;
    more.hidden = shown >= found.length;
    root.hidden = found.length === 0 && !narrowed;
    filters.hidden = groups.every(({ element }) => element.hidden);
    intro.hidden = true;
    say(found.length > 1 ? "many" : found.length === 1 ? "one" : narrowed ? "noneChosen" : "none", words);
  } catch (error) {
    if (mine !== turn) return;
    console.warn(error);
    root.hidden = true;
    say("failed", words);
  } finally {
    clearTimeout(wait);
  }
}

function say(what, words) {
  const quoted = words ? `“${words}”` : labels();
  count.textContent = says[what].replace("{count}", number.format(found?.length ?? 0)).replace("{words}", () => quoted);
}

/** What is chosen, where nothing was typed. */
function labels() {
  return [...filters.querySelectorAll(":checked")].map((box) => box.nextElementSibling.textContent).join(", ");
}

function entry({ url, meta, excerpt }) {
  const item = result.firstElementChild.cloneNode(true);
  const link = item.querySelector("a");
  const text = item.querySelector(".excerpt");
  item.querySelector(".kind").textContent = meta.kind;
  item.querySelector(".by").textContent = meta.facts ?? "";
  link.textContent = meta.title;
  link.href = url;
  if (meta.lang) {
    link.lang = meta.lang;
    text.lang = meta.lang;
  }
  // The excerpt comes as HTML with marks; `<` and `>` of the text itself are escaped in it.
  excerpt.split(/<\/?mark>/).forEach((part, at) => {
    const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (at % 2 === 0) return text.append(words);
    const mark = document.createElement("mark");
    mark.textContent = words;
    text.append(mark);
  });
  // A record without a text is found by its title, which stands above.
  if (text.textContent === meta.title) text.remove();
  for (const line of item.querySelectorAll("p:empty")) line.remove();
  return item;
}

function offer(group, counts, chosen) {
  const byName = (one, other) => labelOf(one).localeCompare(labelOf(other), document.documentElement.lang);
  const order = group.name === "year" ? (one, other) => byName(other, one) : (one, other) => counts[other] - counts[one] || byName(one, other);
  const values = [...new Set([...Object.keys(counts).filter((value) => counts[value] > 0), ...chosen])];
  for (const value of values) counts[value] ??= 0;
  values.sort(order);
  const held = document.activeElement?.name === group.key ? document.activeElement.value : undefined;
  const boxes = values.map((value) => {
    const label = choice.firstElementChild.cloneNode(true);
    const box = label.querySelector("input");
    const [name, of] = label.querySelectorAll("span");
    box.name = group.key;
    box.value = idOf(value);
    box.checked = chosen.includes(value);
    name.textContent = labelOf(value);
    of.textContent = number.format(counts[value]);
    return label;
  });
  const rest = group.rest.parentElement;
  group.first.replaceChildren(...boxes.slice(0, CHOICES));
  group.rest.replaceChildren(...boxes.slice(CHOICES));
  rest.hidden = boxes.length <= CHOICES;
  rest.open ||= boxes.slice(CHOICES).some((label) => label.firstElementChild.checked);
  group.element.hidden = boxes.length === 0;
  if (held) [...group.element.querySelectorAll("input")].find((box) => box.value === held)?.focus();
}

/** Puts what is asked into the address, and shows it. */
function go(words, boxes) {
  const address = new URL(location.pathname, location.href);
  if (words) address.searchParams.set("q", words);
  for (const box of boxes) address.searchParams.append(box.name, box.value);
  if (address.href !== location.href) history.pushState(null, "", address);
  return show();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(form.elements.q.value.trim(), filters.querySelectorAll(":checked"));
});
filters.addEventListener("change", () => go(asked().words, filters.querySelectorAll(":checked")));
clear.addEventListener("click", () => {
  go(asked().words, []);
  filters.querySelector("summary").focus();
});
more.addEventListener("click", async () => {
  const mine = turn;
  const texts = await Promise.all(found.slice(shown, shown + STEP).map((one) => one.data()));
  if (mine !== turn) return;
  const items = texts.map(entry);
  list.append(...items);
  shown += items.length;
  more.hidden = shown >= found.length;
  items[0].querySelector("a").focus();
});
addEventListener("popstate", show);
await show();
