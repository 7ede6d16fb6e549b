// In Chromium: the pages that were chosen, as readers meet them. axe looks at them in light and in dark, IBM's engine looks
// once more; our own checks look for what no engine finds: sideways scrolling at 320 pixels, also with the longest of
// words, text at twice its size, a focus that nobody sees, drawings that vanish in a reader's own colours, movement that
// was not asked for, requests to other hosts, errors in the console, content that needs JavaScript.
//
// Opening a tab costs more than most of what is looked at in it, so each of two workers keeps one, with the engines in it
// from the start, and visits each page once: as a phone, then as a wide screen, then in the reader's own colours. The
// page's policy is in force all that time. An engine that asked for what the policy forbids would say so in the console,
// and that counts as a fault of the page; none does today, and each gives the same verdicts as without a policy.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const IBM = readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf8");
const IN_PAGE = readFileSync(new URL("in-page.js", import.meta.url), "utf8");
// In every page from the start: a third of the work of sending them to each page anew. `ace` is a variable of its script.
const IN_EVERY_PAGE = `${AXE};\n${IBM};\nglobalThis.ace = ace;\n${IN_PAGE}`;
const SIDE_BY_SIDE = 2;
const TAB_STOPS = 15;
const SCHEMES = ["light", "dark"];
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };
const IBM_POLICY = "WCAG_2_2";

const AXE_OPTIONS = {
  light: {
    runOnly: {
      type: "tag",
      values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
    // axe leaves this one out unless it is asked for by name.
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
    // A frame is of another origin, and looked at by itself.
    iframes: false,
  },
  // The dark is another set of colours over the same page: what does not hang on colour was seen in the light.
  dark: {
    runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
    resultTypes: ["violations"],
    iframes: false,
  },
};

/** Looks at the pages that were chosen; `progress(done, total)` hears of each. */
export async function checkInBrowser(choices, findings, progress = () => {}) {
  const browser = await startChromium();
  const servers = new Map();
  try {
    for (const { site } of choices) {
      if (!servers.has(site)) servers.set(site, await serveFolder(site.root, site.base));
    }
    const queue = inGroups(choices);
    let done = 0;
    const work = async () => {
      const reader = await Reader.open(browser);
      for (let group = queue.shift(); group; group = queue.shift()) {
        const tabbed = new Tabbed();
        for (const { site, page } of group) {
          await reader.visit(site, page, servers.get(site).address, tabbed, findings);
          progress((done += 1), choices.length);
        }
      }
      await reader.close();
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  } finally {
    await browser.close();
    await Promise.all([...servers.values()].map((server) => server.close()));
  }
}

// The pages of one look and kind go to one worker, the largest first, so that it depends on no chance on which of them the
// Tab key is pressed. The groups with the most to do come first: the two workers then end at about the same time.
function inGroups(choices) {
  const groups = new Map();
  for (const choice of choices) groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  const size = (group) => group.reduce((sum, { page }) => sum + page.size, 0);
  for (const group of groups.values()) group.sort((one, other) => other.page.size - one.page.size);
  return [...groups.values()].sort((one, other) => size(other) - size(one));
}

/** Where the Tab key was pressed on the pages of one look and kind, by the way of reading. */
export class Tabbed {
  #ways = new Map();

  of(way) {
    const first = !this.#ways.has(way);
    if (first) this.#ways.set(way, new Set());
    return { first, seen: this.#ways.get(way) };
  }
}

/** One who reads page after page in the same tab, and beside it in one without JavaScript. */
export class Reader {
  /**
   * `framed` is the origin of others that pages may hold in a frame; `opensAll` looks at what is folded away too, and
   * `refuses` lets pages be of a status that refuses.
   */
  static async open(browser, { cookies = [], framed, opensAll = false, refuses = false } = {}) {
    const reader = new Reader();
    Object.assign(reader, { framed, opensAll, refuses });
    // Motion is reduced, so that nothing is measured halfway.
    const common = { reducedMotion: "reduce", colorScheme: "light", viewport: PHONE };
    reader.contexts = [await browser.newContext(common), await browser.newContext({ ...common, javaScriptEnabled: false })];
    await Promise.all(reader.contexts.map((context) => context.addCookies(cookies)));
    await reader.contexts[0].addInitScript({ content: IN_EVERY_PAGE });
    [reader.tab, reader.tabWithoutScripts] = await Promise.all(reader.contexts.map((context) => context.newPage()));
    reader.#listen();
    return reader;
  }

  async close() {
    await Promise.all(this.contexts.map((context) => context.close()));
  }

  async visit(site, page, server, tabbed, findings) {
    const address = page.url ?? server + encodeURI(page.address.slice(1));
    this.origin = new URL(server).origin;
    const report = this.#reporting(site, page, findings);
    if (page.kind === "") report("kind")("own/no-kind", "body", "has no data-page, so no check can pick it by kind");
    await this.#become(PHONE, "light");
    await this.tab.goto(address, { waitUntil: "load" });
    await this.#openAll();
    await this.#look(page, address, tabbed, report);
    // What this page still had under way is not told of the next.
    await this.tab.goto("about:blank");
  }

  /** Looks at what is open in the tab, such as what came of a form that was sent. */
  async lookAtOpen(site, page, tabbed, findings) {
    const report = this.#reporting(site, page, findings);
    await this.#become(PHONE, "light");
    await this.#openAll();
    await this.#look(page, this.tab.url(), tabbed, report);
  }

  // The engines pass by what is folded away.
  async #openAll() {
    if (!this.opensAll) return;
    await this.tab.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
  }

  #reporting(site, page, findings) {
    const report = (check) => {
      findings.looked(check, site.name, page.address);
      return (rule, place, message) =>
        findings.add(check, { rule, site: site.name, address: page.address, place, message });
    };
    const trouble = report("console and requests");
    const told = new Set();
    this.trouble = (...fault) => {
      // A page that is loaded again repeats itself.
      if (!told.has(fault.join("\n"))) trouble(...fault);
      told.add(fault.join("\n"));
    };
    return report;
  }

  async #look(page, address, tabbed, report) {
    const lines = await this.#lookOnPhone(report);
    await this.#tabThrough(tabbed, "focus", report);
    if (page.scripted) await this.#lookWithoutScripts(address, lines, report);

    await this.#become(DESK, "light");
    // A script may have asked for the width, or have answered to the focus.
    if (page.scripted) await this.tab.reload({ waitUntil: "load" });
    await lookFor(this.tab, "doubleText()", "own/double-text", report("text at 200%"));
    await this.#lookWithAxe(report);
    await this.#lookWithIbm(report);
    await this.#lookInOwnColours(report);
    await this.#tabThrough(tabbed, "own colours", report);
  }

  #listen() {
    const own = (url) => [this.origin, this.framed].includes(new URL(url).origin);
    const isOutside = (url) => /^(https?|wss?):/.test(url) && !own(url);
    this.tab.on("request", (request) => {
      if (isOutside(request.url())) this.trouble("own/outside-request", request.resourceType(), request.url());
    });
    this.tab.on("console", (message) => {
      // A refused request to another host is told above, with its address.
      if (!["error", "warning"].includes(message.type()) || isOutside(message.location().url)) return;
      // A page that refuses says so in its status too, and Chromium in the console.
      if (this.refuses && /status of (404|409|422)/.test(message.text())) return;
      const { url, lineNumber } = message.location();
      this.trouble("own/console", url ? `${new URL(url).pathname}:${lineNumber + 1}` : "", message.text());
    });
    this.tab.on("pageerror", (error) => this.trouble("own/script-error", "", error.message));
  }

  async #become(viewport, colorScheme, forcedColors = "none") {
    const { width } = this.tab.viewportSize();
    if (width !== viewport.width) await this.tab.setViewportSize(viewport);
    await this.tab.emulateMedia({ colorScheme, forcedColors });
  }

  /** Gives the lines that a reader sees. */
  async #lookOnPhone(report) {
    await lookFor(this.tab, "sideways()", "own/sideways", report("320 pixels wide"));
    await lookFor(this.tab, "longWords()", "own/long-word", report("320 pixels, long words"));
    await lookFor(this.tab, "spaceText()", "own/text-spacing", report("text spacing"));
    await lookFor(this.tab, "moving()", "own/motion", report("reduced motion"));
    return this.tab.evaluate("inPage.lines()");
  }

  async #lookWithoutScripts(address, lines, report) {
    const fault = report("without JavaScript");
    await this.tabWithoutScripts.goto(address, { waitUntil: "load" });
    await this.tabWithoutScripts.evaluate(IN_PAGE);
    const shown = new Set((await this.tabWithoutScripts.evaluate("inPage.lines()")).map(({ text }) => text));
    for (const { text, place } of lines) {
      if (!shown.has(text)) fault("own/needs-script", place, `without JavaScript nobody reads « ${text.slice(0, 80)} »`);
    }
  }

  async #lookWithAxe(report) {
    // A bar that stays in sight lies over something else at each place that one scrolls to, and over nothing in a window that
    // is as high as the page.
    const high = this.opensAll ? await this.tab.evaluate("inPage.wholeHeight()") : 0;
    if (high > DESK.height) await this.tab.setViewportSize({ ...DESK, height: high });
    for (const [scheme, options] of Object.entries(AXE_OPTIONS)) {
      const fault = report(`axe, ${scheme}`);
      await this.#become(DESK, scheme);
      const { violations } = await this.tab.evaluate((options) => globalThis.axe.run(document, options), options);
      for (const { id, help, nodes } of violations) {
        for (const { target, failureSummary } of nodes) {
          const reasons = failureSummary?.split("\n").slice(1).join("; ") ?? "";
          fault(`axe/${id}`, target.join(" "), `${help} (${scheme}): ${reasons}`);
        }
      }
    }
    if (high > DESK.height) await this.tab.setViewportSize(DESK);
  }

  /** IBM's engine sorts what it sees by certainty; only what it holds for certain counts. */
  async #lookWithIbm(report) {
    const fault = report("IBM");
    await this.#become(DESK, "light");
    const results = await this.tab.evaluate(async (policy) => {
      // It logs a line for most elements, which would all travel here.
      const { log } = console;
      console.log = () => {};
      const { results } = await new globalThis.ace.Checker().check(document, [policy]);
      console.log = log;
      return results
        .filter(({ value: [level, verdict] }) => level === "VIOLATION" && verdict === "FAIL")
        .map(({ ruleId, message, path, snippet }) => ({ ruleId, message, place: path.dom, snippet }));
    }, IBM_POLICY);
    for (const { ruleId, message, place, snippet } of results) {
      fault(`ibm/${ruleId}`, place, `${message} « ${snippet.slice(0, 120)} »`);
    }
  }

  /** With the reader's own colours in place of the page's. */
  async #lookInOwnColours(report) {
    for (const scheme of SCHEMES) {
      await this.#become(DESK, scheme, "active");
      await lookFor(this.tab, "vanished()", "own/vanishes", report(`own colours, ${scheme}`));
    }
  }

  /**
   * By keyboard: from the top of the first page of its kind, and on every page of the kind to what Tab reaches there for the
   * first time. What draws the focus is the element, its class and what it stands in, so each of these is reached once in
   * every kind, and not the same head of the page on every page.
   */
  async #tabThrough(tabbed, way, report) {
    const forced = way === "own colours";
    for (const scheme of SCHEMES) {
      const { first, seen } = tabbed.of(`${way}, ${scheme}`);
      await this.#become(forced ? DESK : PHONE, scheme, forced ? "active" : "none");
      const told = forced ? `forced colours, ${scheme}` : scheme;
      const press = async (place) => {
        if (place !== undefined) await this.tab.evaluate(`inPage.startAt(${JSON.stringify(place)})`);
        await this.tab.keyboard.press("Tab");
        const stop = await this.tab.evaluate("inPage.focusStop()");
        for (const name of stop?.names ?? []) seen.add(name);
        const fault = report(`${way}, ${scheme}`);
        for (const { rule, place, message } of stop?.faults ?? []) fault(`own/${rule}`, place, `${message} (${told})`);
        return stop;
      };
      if (first) {
        const places = new Set();
        for (let stop = await press(""); stop && !places.has(stop.place) && places.size < TAB_STOPS - 1; stop = await press()) {
          places.add(stop.place);
        }
      }
      // Tab passes by a radio button that is not the chosen one; what it did not reach is tried again on the next page.
      for (const { place, names } of await this.tab.evaluate("inPage.stops()")) {
        if (names.every((name) => seen.has(name))) continue;
        await press(place);
      }
      await this.tab.evaluate('inPage.startAt("")');
    }
  }
}

/** Reports whatever one of the functions of in-page.js finds. */
async function lookFor(tab, call, rule, fault) {
  for (const { place, message } of await tab.evaluate(`inPage.${call}`)) fault(rule, place, message);
}
