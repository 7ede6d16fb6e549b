// What the checks found, counted and printed. A check tells of every page it looked at, also when all was well, so that
// the closing line counts real work: one look of one check at one page is one unit.

/**
 * @typedef {object} Finding
 * @property {string} rule     `axe/color-contrast`: the tool, then its own name for the rule
 * @property {string} site
 * @property {string} address  the page
 * @property {string} place    a selector, a line, or "" for the page as a whole
 * @property {string} message
 */

export class Findings {
  /** @type {Finding[]} */
  all = [];
  /** What some pages cost, beside what is judged. */
  figures = [];
  #looks = new Map();

  /** Says that `check` looked at a page; call it once for each check and page, before or after its findings. */
  looked(check, site, address) {
    this.#looks.set(lookKey(check, site, address), check);
  }

  add(check, { rule, site, address, place = "", message }) {
    this.looked(check, site, address);
    this.all.push({ check, rule, site, address, place, message });
  }

  get failed() {
    return new Set(this.all.map((finding) => lookKey(finding.check, finding.site, finding.address))).size;
  }

  get passed() {
    return this.#looks.size - this.failed;
  }

  /** The whole report as text: the rules with the most pages first, then one line a check and one a kind of page. */
  report(sites, limit = 8) {
    const lines = [];
    const byRule = Map.groupBy ? Map.groupBy(this.all, ({ rule }) => rule) : groupBy(this.all);
    const rules = [...byRule].sort(([, a], [, b]) => b.length - a.length);
    for (const [rule, findings] of rules) {
      const pages = new Set(findings.map(({ site, address }) => `${site} ${address}`)).size;
      lines.push(`${rule}: ${count(findings.length, "finding")} on ${count(pages, "page")}`);
      for (const { site, address, place, message } of findings.slice(0, limit)) {
        lines.push(`  ${site} ${address}${place && `  ${place}`}`, `      ${message.replace(/\s+/g, " ").trim()}`);
      }
      if (findings.length > limit) lines.push(`  … and ${findings.length - limit} more (--all shows them)`);
      lines.push("");
    }
    const looks = new Map();
    for (const check of this.#looks.values()) looks.set(check, (looks.get(check) ?? 0) + 1);
    lines.push("looked at:");
    for (const [check, pages] of looks) lines.push(`  ${check.padEnd(28)} ${count(pages, "page")}`);
    lines.push("", "by kind of page:", ...this.#byKind(sites));
    return lines.join("\n");
  }

  /** How many pages of each kind there are, how often a check looked at one, and how much was found there. */
  #byKind(sites) {
    const kinds = new Map();
    const kindOf = new Map();
    for (const site of sites) {
      for (const { kind, address } of site.pages) {
        const row = kinds.get(kind) ?? { pages: 0, looks: 0, findings: 0 };
        row.pages += 1;
        kinds.set(kind, row);
        kindOf.set(`${site.name}\n${address}`, row);
      }
    }
    for (const [key, check] of this.#looks) {
      const row = kindOf.get(key.slice(check.length + 1));
      if (row) row.looks += 1;
    }
    for (const { site, address } of this.all) {
      const row = kindOf.get(`${site}\n${address}`);
      if (row) row.findings += 1;
    }
    const sorted = [...kinds].sort(([one], [other]) => (one < other ? -1 : 1));
    return sorted.map(([kind, { pages, looks, findings }]) => {
      const name = (kind || "(redirects and others)").padEnd(28);
      return `  ${name} ${count(pages, "page")}, ${count(looks, "look")}, ${count(findings, "finding")}`;
    });
  }
}

function lookKey(check, site, address) {
  return `${check}\n${site}\n${address}`;
}

// `Map.groupBy` came with Node 21, and Debian's own users are still on 20.
function groupBy(findings) {
  const groups = new Map();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return groups;
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
