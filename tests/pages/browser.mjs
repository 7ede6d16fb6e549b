// In Chromium: one page a kind and its longest, as readers meet them. axe looks at them in light and in dark, IBM's engine
// looks once more; our own checks look for what no engine finds: sideways scrolling at 320 pixels, also with the longest
// of words, text at twice its size, a focus that nobody sees, drawings that vanish in a reader's own colours, movement that
// was not asked for, requests to other hosts, errors in the console, content that needs JavaScript. Two pages are looked
// at side by side.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";
import { samplePages } from "./site.mjs";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const IBM = readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf8");
const IN_PAGE = readFileSync(new URL("in-page.js", import.meta.url), "utf8");
const SIDE_BY_SIDE = 2;
const TAB_STOPS = 15;
const SCHEMES = ["light", "dark"];
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
  },
  // The dark is another set of colours over the same page: what does not hang on colour was seen in the light.
  dark: { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] },
};

export async function checkInBrowser(sites, findings) {
  const browser = await startChromium();
  try {
    for (const site of sites) await checkSite(browser, site, findings);
  } finally {
    await browser.close();
  }
}

async function checkSite(browser, site, findings) {
  const server = await serveFolder(site.root, site.base);
  const queue = samplePages(site);
  const look = async () => {
    const contexts = await openContexts(browser);
    for (let page = queue.shift(); page; page = queue.shift()) {
      const report = (check) => {
        findings.looked(check, site.name, page.address);
        return (rule, place, message) =>
          findings.add(check, { rule, site: site.name, address: page.address, place, message });
      };
      const address = server.address + encodeURI(page.address.slice(1));
      const origin = new URL(server.address).origin;
      if (page.kind === "") report("kind")("own/no-kind", "body", "has no data-page, so no check can pick it by kind");
      const lines = await checkNarrow(contexts, address, origin, report);
      if (page.scripted) await checkWithoutScripts(contexts, address, lines, report);
      await checkOnDesk(contexts, address, report);
      await checkInOwnColours(contexts, address, report);
    }
    await Promise.all(Object.values(contexts).map((context) => context.close()));
  };
  try {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, look));
  } finally {
    await server.close();
  }
}

// Four kinds of reader. Motion is reduced for all, so that nothing is measured halfway.
async function openContexts(browser) {
  const common = { reducedMotion: "reduce", colorScheme: "light" };
  const narrow = { ...common, viewport: { width: 320, height: 640 } };
  const wide = { ...common, viewport: { width: 1280, height: 900 } };
  const [phone, phoneWithoutScripts, desk, ownColours] = await Promise.all([
    browser.newContext(narrow),
    browser.newContext({ ...narrow, javaScriptEnabled: false }),
    // The engines add a style of their own while they measure, which a strict policy forbids.
    browser.newContext({ ...wide, bypassCSP: true }),
    browser.newContext({ ...wide, forcedColors: "active" }),
  ]);
  return { phone, phoneWithoutScripts, desk, ownColours };
}

/** All own checks in one visit on a phone, the page's policy in force. Gives the lines that a reader sees. */
async function checkNarrow({ phone }, address, origin, report) {
  const page = await phone.newPage();
  const trouble = report("console and requests");
  const isOutside = (url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin;
  page.on("request", (request) => {
    if (isOutside(request.url())) trouble("own/outside-request", request.resourceType(), request.url());
  });
  page.on("console", (message) => {
    // A refused request to another host is told above, with its address.
    if (!["error", "warning"].includes(message.type()) || isOutside(message.location().url)) return;
    const { url, lineNumber } = message.location();
    trouble("own/console", url ? `${new URL(url).pathname}:${lineNumber + 1}` : "", message.text());
  });
  page.on("pageerror", (error) => trouble("own/script-error", "", error.message));
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(IN_PAGE);

  await lookFor(page, "sideways()", "own/sideways", report("320 pixels wide"));
  await lookFor(page, "longWords()", "own/long-word", report("320 pixels, long words"));
  await lookFor(page, "spaceText()", "own/text-spacing", report("text spacing"));
  await lookFor(page, "moving()", "own/motion", report("reduced motion"));
  const lines = await page.evaluate("inPage.lines()");
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate("inPage.startOver()");
    await tabThrough(page, report(`focus, ${scheme}`), scheme);
  }
  await page.close();
  return lines;
}

async function tabThrough(page, fault, scheme) {
  const seen = new Set();
  for (let press = 0; press < TAB_STOPS; press += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate("inPage.focusStop()");
    if (!stop || seen.has(stop.place)) return;
    seen.add(stop.place);
    for (const { rule, place, message } of stop.faults) fault(`own/${rule}`, place, `${message} (${scheme})`);
  }
}

async function checkWithoutScripts({ phoneWithoutScripts }, address, lines, report) {
  const fault = report("without JavaScript");
  const page = await phoneWithoutScripts.newPage();
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(IN_PAGE);
  const shown = new Set((await page.evaluate("inPage.lines()")).map(({ text }) => text));
  for (const { text, place } of lines) {
    if (!shown.has(text)) fault("own/needs-script", place, `without JavaScript nobody reads « ${text.slice(0, 80)} »`);
  }
  await page.close();
}

/** Reports whatever one of the functions of in-page.js finds. */
async function lookFor(page, call, rule, fault) {
  for (const { place, message } of await page.evaluate(`inPage.${call}`)) fault(rule, place, message);
}

/** With the reader's own colours in place of the page's, light and dark. */
async function checkInOwnColours({ ownColours }, address, report) {
  const page = await ownColours.newPage();
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(IN_PAGE);
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, forcedColors: "active" });
    const fault = report(`own colours, ${scheme}`);
    await lookFor(page, "vanished()", "own/vanishes", fault);
    await page.evaluate("inPage.startOver()");
    await tabThrough(page, fault, `forced colours, ${scheme}`);
  }
  await page.close();
}

/** On a wide screen: text at twice its size, then the two engines. */
async function checkOnDesk({ desk }, address, report) {
  const page = await desk.newPage();
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(IN_PAGE);
  await lookFor(page, "doubleText()", "own/double-text", report("text at 200%"));
  await checkWithAxe(page, report);
  await checkWithIbm(page, report);
  await page.close();
}

async function checkWithAxe(page, report) {
  await page.evaluate(AXE);
  for (const [scheme, options] of Object.entries(AXE_OPTIONS)) {
    const fault = report(`axe, ${scheme}`);
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
    for (const { id, help, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        const reasons = failureSummary?.split("\n").slice(1).join("; ") ?? "";
        fault(`axe/${id}`, target.join(" "), `${help} (${scheme}): ${reasons}`);
      }
    }
  }
}

/** IBM's engine sorts what it sees by certainty; only what it holds for certain counts. */
async function checkWithIbm(page, report) {
  const fault = report("IBM");
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(IBM);
  const results = await page.evaluate(async (policy) => {
    const { results } = await new globalThis.ace.Checker().check(document, [policy]);
    return results
      .filter(({ value: [level, verdict] }) => level === "VIOLATION" && verdict === "FAIL")
      .map(({ ruleId, message, path, snippet }) => ({ ruleId, message, place: path.dom, snippet }));
  }, IBM_POLICY);
  for (const { ruleId, message, place, snippet } of results) {
    fault(`ibm/${ruleId}`, place, `${message} « ${snippet.slice(0, 120)} »`);
  }
}
