// Which pages the browser opens: so few of all sites together that everything a page can hold is still seen. What counts
// is the pair: a kind of page (`data-page`) and an element with one of its classes (`p.lead-in`, or `td` where it has none)
// under the same style sheets. Each pair is on at least one page that is opened, as is each kind in each language, each
// value that a style sheet asks of an attribute (`[data-side=ask]`), a page of each site, and the largest page of each
// kind. The same sites always give the same pages.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Choice
 * @property {import("./site.mjs").Site} site
 * @property {import("./site.mjs").Page} page
 * @property {string} group  the look and the kind that the page stands for
 */

/**
 * The pages of `sites` that show all that there is to see, in order of site and path, and how much that is.
 * @returns {{ choices: Choice[], things: number, pairs: number }}
 */
export function cover(sites) {
  const pages = sites.flatMap((site) => {
    const sheets = new Sheets(site);
    // The browser would leave a page that redirects before anything could be seen.
    return site.pages.filter(({ redirects }) => !redirects).map((page) => ({ site, page, ...shownOn(site, page, sheets) }));
  });
  const unseen = new Set(pages.flatMap(({ things }) => things));
  const sizes = { things: unseen.size, pairs: [...unseen].filter((thing) => thing.startsWith(PAIR)).length };

  const chosen = new Set();
  const choose = (page) => {
    chosen.add(page);
    for (const thing of page.things) unseen.delete(thing);
  };
  largestOfEach(pages).forEach(choose);
  // Greedily: each time the page with the most that was not seen yet, of equals the first. What is still new on a page
  // only gets less, so a page that once had fewer than the best so far need not be counted again.
  const left = pages.filter((page) => !chosen.has(page)).map((page) => ({ page, news: page.things.length }));
  while (unseen.size > 0) {
    let best = { news: 0 };
    for (const candidate of left) {
      if (candidate.news <= best.news) continue;
      candidate.news = candidate.page.things.filter((thing) => unseen.has(thing)).length;
      if (candidate.news > best.news) best = candidate;
    }
    choose(best.page);
  }
  return { choices: pages.filter((page) => chosen.has(page)).map(({ site, page, group }) => ({ site, page, group })), ...sizes };
}

/** Every page of the sites that can be seen at all, for sites that are there to be looked at whole. */
export function everyPage(sites) {
  return sites.flatMap((site) => {
    const sheets = new Sheets(site);
    // Each stands for itself alone: what is planted in one of them must not be taken as seen in another.
    return site.pages
      .filter(({ redirects }) => !redirects)
      .map((page) => ({ site, page, group: `${site.name} ${shownOn(site, page, sheets).group}` }));
  });
}

const PAIR = "pair ";

function largestOfEach(pages) {
  const largest = new Map();
  for (const page of pages) {
    const before = largest.get(page.group);
    if (!before || page.page.size > before.page.size) largest.set(page.group, page);
  }
  return [...largest.values()];
}

function shownOn(site, page, sheets) {
  const look = sheets.lookOf(page);
  const group = `${look} ${page.kind}`;
  const values = [...page.values].filter((value) => sheets.asksFor(page, value));
  return {
    group,
    things: [
      ...[...page.elements].map((element) => `${PAIR}${group} ${element}`),
      ...values.map((value) => `value ${look} ${value} ${sheets.meaningOf(page, value)}`),
      `language ${group} ${page.language}`,
      `site ${site.name}`,
    ],
  };
}

/**
 * The style sheets of one site. Two pages look alike when the sheets that they link to are the same, byte for byte, other
 * than those which only give values to names (`[data-theme="energy"] { --theme: #b03a6e }`): such values differ from site
 * to site, and what they do is seen on the elements that ask for them.
 */
class Sheets {
  #site;
  #read = new Map();

  constructor(site) {
    this.#site = site;
  }

  lookOf(page) {
    const drawn = [...page.styles.map((address) => this.#sheet(address)), ...page.inlineStyles.map(readSheet)];
    return digest(drawn.filter(({ onlyNames }) => !onlyNames).map(({ text }) => text).join("\n"));
  }

  /** Whether a sheet of the page looks at the attribute of `value`, which reads `td[data-side=ask]`. */
  asksFor(page, value) {
    const [, attribute] = /\[([^=]+)=/.exec(value);
    return this.#sheetsOf(page).some(({ attributes }) => attributes.has(attribute));
  }

  /** What the sheets that only give values say of it. */
  meaningOf(page, value) {
    const selector = value.slice(value.indexOf("["));
    return this.#sheetsOf(page).map(({ meanings }) => meanings.get(selector) ?? "").join("");
  }

  #sheetsOf(page) {
    return page.styles.map((address) => this.#sheet(address));
  }

  #sheet(address) {
    if (!this.#read.has(address)) {
      // The base of the site's address stands before the path in its folder, and a version may stand behind it.
      const path = address.replace(/[?#].*$/, "");
      const file = join(this.#site.root, path.startsWith(this.#site.base) ? path.slice(this.#site.base.length) : path);
      // A sheet elsewhere, or none, is told apart by its address.
      this.#read.set(address, readSheet(existsSync(file) ? readFileSync(file, "utf8") : address));
    }
    return this.#read.get(address);
  }
}

function readSheet(written) {
  const text = written.replace(/\/\*[^]*?\*\//g, "").trim();
  const rules = [...text.matchAll(/([^{}]*)\{([^{}]*)\}/g)];
  const onlyNames = text !== "" && rules.length > 0 && text.replace(/[^{}]*\{(\s*--[\w-]+\s*:[^;{}]*;?)*\s*\}/g, "").trim() === "";
  const meanings = new Map();
  for (const [, selector, body] of onlyNames ? rules : []) {
    meanings.set(selector.trim().replace(/"/g, ""), body.trim());
  }
  return { text, onlyNames, meanings, attributes: new Set([...text.matchAll(/\[(data-[\w-]+)[~|^$*]?=/g)].map(([, name]) => name)) };
}

function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
