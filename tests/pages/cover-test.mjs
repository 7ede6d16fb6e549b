// The cover, checked: of made-up pages it must leave nothing unseen, and of a small site with one page with faults in each
// kind, neither the first nor the largest, it must pick just those pages, so that the checks find them. Which pages these
// are is drawn anew each time; the seed is printed, and `--seed` brings the same pages back.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cover } from "./cover.mjs";
import { readSite } from "./site.mjs";

/** A row of numbers from 0 up to 1, the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Covers made-up sites and gives what is wrong with the choice, a line each. */
export function checkCover(seed) {
  const next = numbers(seed);
  const below = (end) => Math.floor(next() * end);
  const makePage = (number) => ({
    address: `/${String(number).padStart(3, "0")}/`,
    kind: `kind-${below(6)}`,
    language: ["nl", "en"][below(2)],
    size: 1000 + below(100_000),
    redirects: below(20) === 0,
    elements: new Set(Array.from({ length: 1 + below(12) }, () => `p.class-${Math.floor(60 * next() ** 3)}`)),
    values: new Set(),
    styles: [],
    inlineStyles: [["p { color: red }"], ["p { color: red } "], ["p { color: blue }"]][below(3)],
  });
  const sites = ["one", "other"].map((name) => ({
    name,
    root: "/there/is/no/such/folder",
    base: "/",
    pages: Array.from({ length: 100 }, (_, number) => makePage(number)),
  }));

  // Said here once more, in other words than in cover.mjs.
  const look = ({ inlineStyles }) => (inlineStyles[0].includes("red") ? "red" : "blue");
  const named = ({ choices }) => choices.map(({ site, page }) => `${site.name} ${page.address}`).join(", ");
  const first = cover(sites);
  const chosen = first.choices.map(({ page }) => page);
  const problems = [];
  const largest = new Map();
  const pairs = new Set();
  for (const page of sites.flatMap(({ pages }) => pages)) {
    if (page.redirects) {
      if (chosen.includes(page)) problems.push(`${page.address} only leads on, and was chosen`);
      continue;
    }
    const alike = chosen.filter((other) => other.kind === page.kind && look(other) === look(page));
    for (const element of page.elements) {
      pairs.add(`${look(page)} ${page.kind} ${element}`);
      if (!alike.some(({ elements }) => elements.has(element))) problems.push(`no ${page.kind} with ${element} was chosen`);
    }
    if (!alike.some(({ language }) => language === page.language)) problems.push(`no ${page.kind} in ${page.language} was chosen`);
    const group = `${look(page)} ${page.kind}`;
    if (page.size > (largest.get(group)?.size ?? 0)) largest.set(group, page);
  }
  for (const [group, page] of largest) {
    if (!chosen.includes(page)) problems.push(`the largest of ${group} was not chosen`);
  }
  if (first.pairs !== pairs.size) problems.push(`${first.pairs} pairs were counted, and there are ${pairs.size}`);
  if (chosen.length > 150) problems.push(`${chosen.length} pages of 200 were chosen, which spares too little`);
  if (named(cover(sites)) !== named(first)) problems.push("the same sites gave other pages");
  return problems;
}

// Each page of a kind holds a row of links, so that walking by Tab from the top does not come as far as the planted link.
const MANY = 20;
const KINDS = ["deal", "event", "list", "person", "print", "theme"];
const PAGES_A_KIND = 6;
const STYLE = `body { margin: 1rem; background: #fff; color: #222; font: 1.125rem/1.6 sans-serif; overflow-wrap: anywhere; }
a { color: #00e; }
a:focus-visible { outline: 3px solid #000; }
p.planted { color: #bbb; white-space: nowrap; width: 100rem; }
a.planted:focus-visible { outline: none; }
`;
// Apart, because it may be on a single page of all kinds together.
const STYLE_OF_VALUES = `[data-side="offer"] { color: #222; }\n[data-side="ask"] { color: #bbb; }\n`;
const RULES = [
  "axe/color-contrast",
  "ibm/text_contrast_sufficient",
  "own/double-text",
  "own/focus-invisible",
  "own/long-word",
  "own/sideways",
  "own/text-spacing",
];
const RULES_OF_VALUES = ["axe/color-contrast", "ibm/text_contrast_sufficient"];

/** Writes the small site into `folder`; gives it, and for each page with faults the rules that it breaks. */
export function plantInEveryKind(folder, seed) {
  const next = numbers(seed);
  // Never the first and never the last, which is made the largest.
  const draw = () => 1 + Math.floor(next() * (PAGES_A_KIND - 2));
  const planted = new Map();
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put("style.css", STYLE + STYLE_OF_VALUES);
  const kindOfValue = KINDS[Math.floor(next() * KINDS.length)];
  const addresses = [];
  for (const kind of KINDS) {
    const [withFault] = [draw()];
    let withValue = draw();
    while (withValue === withFault) withValue = draw();
    for (let number = 0; number < PAGES_A_KIND; number += 1) {
      const address = `${kind}/${number}/`;
      addresses.push(address);
      const body = ['<p data-side="offer">Aangeboden.</p>'];
      if (number === withFault) {
        planted.set(`/${address}`, RULES);
        body.push('<p class="planted">Lichtgrijs en te breed.</p>', '<p><a class="planted" href="#main">Een koppeling</a> zonder rand.</p>');
      }
      if (number === withValue && kind === kindOfValue) {
        planted.set(`/${address}`, RULES_OF_VALUES);
        body.push('<p data-side="ask">Gevraagd, in lichtgrijs.</p>');
      }
      if (number === PAGES_A_KIND - 1) body.push(...Array.from({ length: 30 }, () => "<p>De langste bladzijde van haar soort.</p>"));
      put(`${address}index.html`, page(kind, `${kind} ${number}`, links(addresses.slice(0, MANY)), body));
    }
  }
  put("index.html", page("home", "Alle soorten", links(addresses), []));
  return { site: readSite(folder), planted };
}

function links(addresses) {
  return addresses.map((address) => `<li><a href="/${address}">Naar ${address.replaceAll("/", " ").trim()}</a></li>`);
}

function page(kind, title, list, body) {
  return `<!DOCTYPE html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="stylesheet" href="/style.css">
  </head>
  <body data-page="${kind}">
    <main id="main">
      <h1>Soort: ${title}</h1>
      <ul>
        ${list.join("\n        ")}
      </ul>
      ${body.join("\n      ")}
    </main>
  </body>
</html>
`;
}
