// How much a page jumps while it loads: the layout shift (web.dev/cls) of every chosen page with a script, as a phone and as
// a wide screen meet it, without a touch or a key. A page that jumps makes readers lose their line and press beside a link.
// The chosen pages show every element on every kind of page, so what one can do to another is seen; all pages of a site
// would take ten minutes. And what a page costs, for people to read: its layout shift, weight and requests.

import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";

/** From here on a page jumps (web.dev/cls: "good" ends at 0.1). */
const MOST = 0.1;
const SIDE_BY_SIDE = 4;
const WIDTHS = [320, 1280];
// What a script still does after the page has loaded is done by then; a search asks for its files first.
const SETTLED = 60;
const FIGURES = ["home", "event", "region", "list-deals", "search"];
// A reader who comes to the search page by a link has a question with him.
const ASKED = "?q=deal";

const OBSERVER = `globalThis.shift = { total: 0, most: 0, of: "" };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    shift.total += entry.value;
    if (entry.value <= shift.most) continue;
    shift.most = entry.value;
    const node = entry.sources?.find((source) => source.node)?.node;
    const element = node?.nodeType === 1 ? node : node?.parentElement;
    shift.of = element ? element.localName + (element.className && typeof element.className === "string" ? "." + element.className.split(" ")[0] : "") : "";
  }
}).observe({ type: "layout-shift", buffered: true });`;

/** Measures the chosen pages that have a script; gives the figures of one page a kind, in order. */
export async function checkShift(sites, choices, findings, progress = () => {}) {
  const browser = await startChromium();
  const servers = new Map();
  const rows = [];
  try {
    for (const site of sites) servers.set(site, await serveFolder(site.root, site.base));
    const figured = new Set(sites.flatMap((site) => FIGURES.map((kind) => firstOf(site, kind)).filter(Boolean)));
    const chosen = new Set(choices.map(({ page }) => page));
    const isMeasured = (page) => figured.has(page) || (page.scripted && !page.redirects && chosen.has(page));
    const queue = sites.flatMap((site) =>
      site.pages
        .filter(isMeasured)
        .flatMap((page) => (page.kind === "search" ? ["", ASKED] : [""]).map((query) => ({ site, page, query }))),
    );
    const total = queue.length;
    let done = 0;
    const work = async () => {
      const context = await browser.newContext({ reducedMotion: "reduce", colorScheme: "light" });
      await context.addInitScript({ content: OBSERVER });
      const tab = await context.newPage();
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { site, page, query } = next;
        const address = page.address + query;
        findings.looked("layout shift", site.name, page.address);
        for (const width of WIDTHS) {
          const met = await meet(tab, servers.get(site).address + encodeURI(page.address.slice(1)) + query, width, query !== "");
          if (figured.has(page)) rows.push({ site: site.name, kind: page.kind, address, width, ...met });
          if (met.shift < MOST) continue;
          const message = `jumps by ${met.shift.toFixed(3)} at ${width} pixels${query && ` with ${query}`}; less than ${MOST} is wanted`;
          findings.add("layout shift", { rule: "own/layout-shift", site: site.name, address: page.address, place: met.of, message });
        }
        progress((done += 1), total);
      }
      await context.close();
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  } finally {
    await browser.close();
    await Promise.all([...servers.values()].map((server) => server.close()));
  }
  const place = ({ site, kind, address, width }) => [site, FIGURES.indexOf(kind), address, width].join("\n");
  return rows.sort((one, other) => place(one).localeCompare(place(other), "en", { numeric: true }));
}

function firstOf(site, kind) {
  return site.pages.find((page) => page.kind === kind && !page.redirects);
}

/** Loads a page as a new reader does, and waits until it stands still. */
async function meet(tab, address, width, asks) {
  const loads = [];
  const onResponse = (response) => loads.push(response.body().then((body) => body.length, () => 0));
  await tab.setViewportSize({ width, height: width < 600 ? 640 : 900 });
  tab.on("response", onResponse);
  try {
    await tab.goto(address, { waitUntil: asks ? "networkidle" : "load" });
    await tab.waitForTimeout(SETTLED);
    const { total, of } = await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(globalThis.shift)))));
    const sizes = await Promise.all(loads);
    return { shift: total, of, bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length };
  } finally {
    tab.off("response", onResponse);
    // What is still under way is not counted for the next page.
    await tab.goto("about:blank");
  }
}

/** The figures as a table for people. */
export function figures(rows) {
  const head = ["page", "at", "shift", "bytes", "requests"];
  const cells = rows.map(({ site, address, width, shift, bytes, requests }) => [
    `${site} ${address}`,
    `${width}`,
    shift.toFixed(3),
    `${bytes}`,
    `${requests}`,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
  return [head, ...cells].map(line).join("\n");
}
