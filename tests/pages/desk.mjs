#!/usr/bin/env node
// The desk (`oogst edit`) in a real browser: `node desk.mjs OOGST SITE EMPTY`. Every kind of page that links lead to from
// its first one is looked at as the pages of a site are: by both checkers of HTML, by axe and IBM's engine, at 320 pixels,
// with long words and wide spacing, by keyboard and in a reader's own colours; and so is what comes of forms that are wrong.
// Then it is used, as desk-use.mjs tells. SITE has all kinds; EMPTY is a report with nothing in it. Both are copied first.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Reader, Tabbed } from "./browser.mjs";
import { startChromium } from "./chromium.mjs";
import { Desk, TrialFolder } from "./desk-program.mjs";
import { refusals, submit, useTheDesk } from "./desk-use.mjs";
import { Findings } from "./findings.mjs";
import { checkWithHtmlValidate, checkWithVnu } from "./html.mjs";
import { run, step } from "./steps.mjs";

// A report has a form for each record: so many of a kind are asked for.
const MOST_OF_A_KIND = 5;
// What must be among them, so that a link that is lost is no page less to look at.
const OF_EVENTS = "ask correction deal event figure idea offer outcome photo quote resource session speaker update".split(" ");
const OF_ALL = "organisation page person region series theme".split(" ");
const KINDS = [
  ...["/", "/check", "/publish", "/undo", "/reports", "/settings", "/settings/place", "/import"],
  ...["/event", "/event/deal", "/event/photo", "/remove/deal", "/remove/region"],
  ...OF_ALL.map((kind) => `/list/${kind}`),
  ...[...OF_EVENTS, ...OF_ALL].map((kind) => `/record/${kind}`),
  // A photo begins with its file.
  ...[...OF_EVENTS, ...OF_ALL].filter((kind) => kind !== "photo").map((kind) => `/new/${kind}`),
];

// A control for each value of a list, all of one name, and beside each what it was: that is how forms send lists.
const FORM_RULES = { "form-dup-name": "off" };

async function main() {
  const [oogst, site, empty] = process.argv.slice(2);
  if (!empty) throw new Error("usage: node desk.mjs OOGST SITE EMPTY");
  const browser = await startChromium();
  try {
    for (const [name, folder] of [["desk", site], ["desk, empty", empty]]) {
      await lookAtAll(name, oogst, folder, browser, name === "desk" ? KINDS : ["/", "/check", "/publish", "/new/event"]);
    }
    await useTheDesk({ oogst, site, empty, browser });
  } finally {
    await browser.close();
  }
}

async function lookAtAll(name, oogst, folder, browser, expected) {
  const trial = new TrialFolder(folder);
  const desk = await Desk.open(oogst, trial);
  const findings = new Findings();
  try {
    const saved = name === "desk" ? [await saveOnce(desk, browser)] : [];
    const pages = await choose(desk, saved);
    await step(`${name}: links lead to every kind of page`, () => {
      const missing = expected.filter((kind) => !pages.some((page) => page.kind === kind));
      if (missing.length > 0) throw new Error(`none is ${missing.join(", ")}; there are ${pages.map((page) => page.kind).join(", ")}`);
      return `${pages.length} kinds`;
    });
    const shown = { name, root: join(trial.folder, "pages"), pages };
    for (const page of pages) {
      page.file = `${page.number}/index.html`;
      mkdirSync(join(shown.root, String(page.number)), { recursive: true });
      writeFileSync(join(shown.root, page.file), page.body);
    }
    await checkWithVnu([shown], findings);
    await checkWithHtmlValidate([shown], findings, () => {}, FORM_RULES);
    await lookInBrowser(shown, desk, trial, browser, findings);
    await step(`${name}: nothing is wrong with any page`, () => {
      if (findings.failed > 0) throw new Error(`\n${findings.report([shown])}`);
      return `${findings.passed} looks at ${shown.pages.length} pages`;
    });
  } finally {
    await desk.kill();
    trial.remove();
  }
}

/** All pages in turn by two readers, then what comes of forms that are wrong. */
async function lookInBrowser(shown, desk, trial, browser, findings) {
  const left = [...shown.pages];
  const framed = new URL(/<iframe\b[^>]*?\ssrc="([^"]*)"/.exec(left[0].body)[1]).origin;
  const readers = await Promise.all([1, 2].map(() => Reader.open(browser, { cookies: desk.cookies, framed, opensAll: true, refuses: true })));
  const read = async (reader) => {
    for (let page = left.shift(); page; page = left.shift()) {
      await reader.visit(shown, page, `${desk.origin}/`, new Tabbed(), findings);
    }
  };
  await Promise.all(readers.map(read));
  const [reader] = readers;
  for (const page of await refusals(shown.name, reader.tab, desk, trial)) {
    shown.pages.push(page);
    await page.open();
    await reader.lookAtOpen(shown, page, new Tabbed(), findings);
  }
  await Promise.all(readers.map((reader) => reader.close()));
}

/** The largest page of each kind, among the first that links lead to from the first page, and from what was saved. */
async function choose(desk, saved) {
  const left = ["/", ...saved];
  const seen = new Set(left);
  const kinds = new Map();
  for (let address = left.shift(); address !== undefined; address = left.shift()) {
    const kind = kindOf(address);
    const asked = kinds.get(kind) ?? { asked: 0, size: 0 };
    if (asked.asked === MOST_OF_A_KIND) continue;
    const { status, type, body } = await desk.get(address);
    if (status === 303 || !type.startsWith("text/html")) continue;
    // 409: it cannot be published yet.
    if (status !== 200 && status !== 409) throw new Error(`a link leads to ${address}, which answers ${status}`);
    const largest = body.length > asked.size ? { kind, address, url: desk.origin + address, body, size: body.length } : asked;
    kinds.set(kind, { ...largest, asked: asked.asked + 1 });
    for (const [, href] of body.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), desk.origin + address);
      const path = url.pathname + url.search;
      if (url.origin === desk.origin && !seen.has(path)) left.push(path);
      if (url.origin === desk.origin) seen.add(path);
    }
  }
  return [...kinds.values()].map((page, number) => ({ ...page, number }));
}

/** Saves something, so that there is something to undo; gives the page that says so. */
async function saveOnce(desk, browser) {
  const context = await browser.newContext();
  await context.addCookies(desk.cookies);
  const page = await context.newPage();
  await page.goto(`${desk.origin}/new/deal/2019-techniekdag`);
  await page.fill('[name="f.title"]', "Op de proef");
  await submit(page, "form.record");
  const { pathname, search } = new URL(page.url());
  await context.close();
  return pathname + search;
}

// `/record/deal/2025-x/gastlessen` is a form for a deal: events and ids make no other kind of page.
function kindOf(address) {
  const [first, second, third] = address.split("?")[0].slice(1).split("/");
  if (first === "event") return third ? `/event/${third}` : "/event";
  return second ? `/${first}/${second}` : `/${first}`;
}

await run("desk", main);
