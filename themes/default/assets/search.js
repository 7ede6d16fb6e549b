// The search page. In go the words of its form and the choices beside its answers, out come results from the index that was
// made with the site: files that are loaded as scripts, so that it works from a disk and in an archive. Words are compared
// as the program that made the index does (src/search). What is asked stands in the address. No text becomes HTML.
(() => {
"use strict";
const STEP = 10;
const CHOICES = 8;
// What a word counts for, by where it stands: the order of a row of the vocabulary.
const WEIGHTS = [7, 6, 5, 4, 2, 1];

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const get = (selector, within) => all(selector, within)[0];
const copy = (template) => get(template).content.firstElementChild.cloneNode(true);
const make = (name, values) => Object.assign(document.createElement(name), values);
const root = get(".search");
const form = get("main .find");
const count = get(".search-count");
const maybe = get(".search-maybe");
const list = get(".lines", root);
const more = get(".show-more", root);
const filters = get(".search-filters", root);
const ways = get(".ways") ?? {};
const clear = get(".clear", root);
const groups = all("fieldset", root);
const says = root.dataset;
const { title, documentElement: { lang } } = document;
const folder = new URL("index/", location.href);
filters.open = innerWidth >= 960;
let turn = 0;
let hits = [];
let asked = [];
let shown = 0;
let up;

// Every file calls this function with its name and what it holds.
const files = new Map();
const waiting = new Map();
let tries = 0;
window.oogstIndex = (name, held) => waiting.get(name)?.(held);

function load(name, path = `parts/${name}.js`) {
  if (!files.has(name)) {
    const loaded = new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      document.head.append(make("script", { src: new URL(path, folder), onerror: reject }));
    });
    files.set(name, loaded);
    // After a failure the next search begins anew.
    loaded.catch(() => files.clear(tries++));
  }
  return files.get(name);
}

const start = () => load("start", `start.js${tries ? `?${tries}` : ""}`);
const SIGNS = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ŧ: "t", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

/** The words of a text as they are compared: see src/search/fold.rs. */
function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, "")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[łøđðħıŧßæœþ]/g, (sign) => SIGNS[sign])
    .replace(/(?<=[\p{Alpha}\p{N}])['’ʼ](?=s(?![\p{Alpha}\p{N}]))/gu, "")
    .replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, "")
    .match(/[\p{Alpha}\p{N}]+/gu) ?? [];
}

/** Which records: see src/search/postings.rs. */
function numbers(text) {
  const out = [];
  const picture = text[0] === "!";
  let value = 0;
  let next = 0;
  for (let at = +picture; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - 58 - (code > 64) - (code > 92);
    if (picture) {
      for (let bit = 0; bit < 6; bit++) if ((digit >> bit) & 1) out.push(at * 6 - 6 + bit);
    } else {
      value = value * 33 + (digit % 33);
      if (digit < 33) {
        out.push((next += value));
        next++;
        value = 0;
      }
    }
  }
  return out;
}

/** The files in which words from one to another may stand; of many, the first. */
function between(shards, low, high) {
  const last = (word) => shards.findLastIndex(([first]) => first <= word);
  return shards.slice(Math.max(0, last(low)), last(high) + 1).slice(0, 4).map(([, name]) => name);
}

/** A file of the vocabulary: for each form the forms of its group, its records, and whether it stands anywhere. */
async function vocabulary(name) {
  const rows = await load(name);
  if (!rows.forms) {
    rows.forms = new Map();
    for (const [written, ...records] of rows) {
      const [begin, endings] = written.split("|");
      const forms = endings.split(",").map((ending) => begin + ending.replace("?", ""));
      endings.split(",").forEach((ending, at) => rows.forms.set(forms[at], { forms, records, seen: ending[0] !== "?" }));
    }
  }
  return rows.forms;
}

async function group(word) {
  for (const name of between((await start()).words, word, word)) {
    const found = (await vocabulary(name)).get(word);
    if (found) return found;
  }
}

/** What all these words are found in: a score for each record, 0 for none; and their groups. */
async function find(words) {
  const { count: size } = await start();
  const found = await Promise.all(words.map(group));
  let scores = new Uint16Array(size).fill(!words.length);
  found.forEach((one, at) => {
    const next = new Uint16Array(size);
    one?.records.forEach((text, weight) => {
      for (const n of numbers(text)) if (!at || scores[n]) next[n] = scores[n] + WEIGHTS[weight];
    });
    scores = next;
  });
  return { scores, found };
}

/** One letter more, less or other, or two that changed places. */
function isNear(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [a, b] = [one.slice(at), other.slice(at)];
  return [b, b.slice(1)].includes(a.slice(1)) || a === b.slice(1) || a[1] + a[0] + a.slice(2) === b;
}

const backwards = (word) => [...word].reverse().join("");

/** Words of the site that are one slip from this one. A slip leaves the first half as it was, or the last. */
async function near(word) {
  const { words, ends } = await start();
  const ahead = word.slice(0, word.length >> 1);
  const behind = backwards(word.slice(ahead.length + 1));
  const forms = new Set();
  for (const name of between(words, ahead, `${ahead}\uffff`)) {
    for (const [form, { seen }] of await vocabulary(name)) if (seen) forms.add(form);
  }
  for (const name of between(ends, behind, `${behind}\uffff`)) {
    let last = "";
    for (const [, same, rest] of (await load(name)).matchAll(/([A-Z])([^A-Z]*)/g)) {
      last = [...last].slice(0, same.charCodeAt() - 65).join("") + rest;
      forms.add(backwards(last));
    }
  }
  return [...forms].filter((form) => isNear(word, form)).sort((a, b) => (b[0] === word[0]) - (a[0] === word[0]));
}

/** Asks whether another word was meant: only one that finds something. */
async function offerOther(words, wrong, mine) {
  for (const form of wrong.length > 3 ? (await near(wrong)).slice(0, 5) : []) {
    const other = words.map((word) => (word === wrong ? form : word));
    if (!(await find(other)).scores.some(Boolean)) continue;
    if (mine !== turn) return;
    const q = other.join(" ");
    const [before, after] = says.maybe.split("{words}");
    return maybe.replaceChildren(before, make("a", { textContent: q, href: `#${new URLSearchParams({ q })}` }), after);
  }
}

async function shownOf(numbers) {
  const { each, results } = await start();
  return Promise.all(numbers.map(async (n) => (await load(results[(n / each) | 0]))[n % each]));
}

function query() {
  const query = new URLSearchParams(location.hash.slice(1) || location.search);
  return { typed: (query.get("q") ?? "").trim(), ids: groups.map(({ dataset }) => query.getAll(dataset.key)) };
}

async function show() {
  const mine = ++turn;
  const { typed, ids } = query();
  const words = [...new Set(folded(typed))].slice(0, 20);
  const narrowed = ids.flat().length;
  for (const box of all(".find input")) box.value = typed;
  for (const link of all(".languages a")) link.hash = typed && new URLSearchParams({ q: typed });
  document.title = typed ? `${typed} – ${title}` : title;
  maybe.replaceChildren();
  if (!typed && !narrowed) return end("");
  ways.hidden = true;
  const wait = setTimeout(() => mine === turn && (count.textContent = said("busy", typed)), 500);
  try {
    const first = await start();
    const { scores, found } = await find(typed && !words.length ? [""] : words);
    const values = await Promise.all(groups.map(({ dataset }) => load(first.choices[dataset.name])));
    const allowed = values.map((some, at) => ids[at].length && new Set(some.flatMap(([id, , text]) => (ids[at].includes(id) ? numbers(text) : []))));
    // What another choice of a group would give is counted as if the group had none.
    const passes = (n, but) => scores[n] && allowed.every((some, at) => at === but || !some || some.has(n));
    const answer = [...scores.keys()].filter((n) => passes(n)).sort((a, b) => scores[b] - scores[a] || b - a);
    const items = await shownOf(answer.slice(0, STEP));
    if (mine !== turn) return;
    [hits, asked, up, shown] = [answer, found.filter(Boolean), first.up, items.length];
    list.replaceChildren(...items.map(entry));
    groups.forEach((group, at) => offer(group, values[at].map(([id, label, text]) => [id, label, numbers(text).filter((n) => passes(n, at)).length, ids[at].includes(id)])));
    clear.hidden = !narrowed;
    more.hidden = shown >= hits.length;
    filters.hidden = groups.every(({ hidden }) => hidden);
    const { length } = hits;
    end(said(length > 1 ? "many" : length ? "one" : narrowed ? "noneChosen" : "none", typed), length || narrowed);
    const unknown = words.find((_, at) => !found[at]);
    if (unknown) await offerOther(words, unknown, mine);
  } catch (error) {
    if (mine !== turn) return;
    console.warn(error);
    end(says.failed);
  } finally {
    clearTimeout(wait);
  }
}

function said(what, typed) {
  // Where nothing was typed, what is chosen.
  const words = typed ? `“${typed}”` : checked().map((box) => box.nextElementSibling.textContent).join(", ");
  return says[what].replace("{count}", hits.length.toLocaleString(lang)).replace("{words}", () => words);
}

function end(text, shows) {
  count.textContent = text;
  root.hidden = !shows;
  ways.hidden = !!shows;
}

/** The words of a text, each with its place and which of the words asked it holds. */
function read(text) {
  return [...text.matchAll(/[\p{Alpha}\p{N}\p{M}\u00ad'’]+/gu)].map(({ 0: word, index }) => {
    const parts = folded(word);
    const holds = (form) => parts.some((part) => part === form || (form.length > 3 && (part.startsWith(form) || part.endsWith(form))));
    return { from: index, to: index + word.length, held: asked.filter(({ forms }) => forms.some(holds)) };
  });
}

/** Puts a text in with marks, of a long one what holds most of the words asked. Says whether it holds any. */
function put(element, text, most = Infinity) {
  const words = read(text);
  let first = 0;
  if (words.length > most) {
    let best = 0;
    words.forEach(({ held }, at) => {
      if (!held[0] || best === asked.length) return;
      const worth = new Set(words.slice(at, at + most - 8).flatMap((word) => word.held)).size;
      if (worth > best) [best, first] = [worth, at];
    });
    first = Math.max(0, Math.min(first - 8, words.length - most));
  }
  const part = words.slice(first, first + most);
  let at = first ? part[0].from : 0;
  const end = first + most < words.length ? part.at(-1).to : text.length;
  const held = part.filter((word) => word.held[0]);
  element.append(first ? "… " : "");
  for (const { from, to } of held) {
    element.append(text.slice(at, from), make("mark", { textContent: text.slice(from, to) }));
    at = to;
  }
  element.append(text.slice(at, end), end < text.length ? " …" : "");
  return held.length;
}

function entry([address, name, other, kind, facts, text, names]) {
  const item = copy(".search-result");
  const [link, excerpt, by] = ["a", ".excerpt", ".by"].map((selector) => get(selector, item));
  get(".kind", item).textContent = kind;
  link.replaceChildren();
  link.href = new URL(up + address.replace(/\/(?=#|$)/, location.protocol === "file:" ? "/index.html" : "/"), folder);
  if (other) link.lang = excerpt.lang = other;
  // Found by the name of what it belongs to: that name is shown then.
  if (!(put(link, name) + put(excerpt, text, 28) + put(by, facts))) {
    const shows = names.split("\n").filter((name) => read(name).some(({ held }) => held[0]));
    if (shows.length) put(by, (facts && ", ") + shows.join(", "));
  }
  for (const line of all("p:empty", item)) line.remove();
  return item;
}

function offer(group, values) {
  const { name, key } = group.dataset;
  const [first, rest] = all(".choices", group);
  const byName = (a, b) => a[1].localeCompare(b[1], lang);
  const { activeElement } = document;
  const boxes = values.filter(([, , of, chosen]) => of || chosen).sort((a, b) => (name === "year" ? byName(b, a) : b[2] - a[2] || byName(a, b))).map(([value, text, of, chosen]) => {
    const label = copy(".search-choice");
    Object.assign(get("input", label), { name: key, value, checked: chosen });
    const [called, counted] = all("span", label);
    called.textContent = text;
    counted.textContent = of.toLocaleString(lang);
    return label;
  });
  const more = rest.parentElement;
  group.hidden = !boxes.length;
  first.replaceChildren(...boxes.splice(0, CHOICES));
  rest.replaceChildren(...boxes);
  more.hidden = !boxes.length;
  if (get(":checked", rest)) more.open = true;
  if (activeElement.name === key) all("input", group).find(({ value }) => value === activeElement.value)?.focus();
}

const checked = () => all(":checked", filters);

/** Puts what is asked into the address, which shows it. What failed is tried again. */
function go(typed, boxes) {
  const query = new URLSearchParams(typed && { q: typed });
  for (const { name, value } of boxes) query.append(name, value);
  if (`#${query}` === location.hash) show();
  else location.hash = query;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(form.q.value.trim(), checked());
});
// What is typed is loaded before it is asked.
form.addEventListener("input", () => Promise.all(folded(form.q.value).map(group)).catch(() => {}));
filters.addEventListener("change", () => go(query().typed, checked()));
clear.addEventListener("click", () => {
  go(query().typed, []);
  get("summary", filters).focus();
});
more.addEventListener("click", async () => {
  const mine = turn;
  const items = (await shownOf(hits.slice(shown, shown + STEP))).map(entry);
  if (mine !== turn) return;
  list.append(...items);
  shown += items.length;
  more.hidden = shown >= hits.length;
  get("a", items[0]).focus();
});
addEventListener("hashchange", show);
// An address with `?q=` is as good; from here on it stands behind a `#`, which every disk and archive has.
if (location.search && !location.hash) history.replaceState(null, "", `${location.pathname}#${location.search.slice(1)}`);
show();
})();
