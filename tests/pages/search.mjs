#!/usr/bin/env node
// The search page through a real browser: `node search.mjs FOLDER`, with FOLDER the built example site. Types "docenten",
// "vakmanschap" and "Twente" into the form of another page's header, reads what comes, narrows it, goes back and forth,
// mistypes, opens it from a disk, and does without JavaScript and without the index. Fails on any error in the console, any breach of the page's policy
// and any request to another host.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";
import { readSite } from "./site.mjs";
import { run, step } from "./steps.mjs";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

async function main() {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error("usage: node search.mjs FOLDER");
  const site = readSite(resolve(folder));
  const server = await serveFolder(site.root, site.base);
  const browser = await startChromium();
  try {
    await withScript(server.address, await browser.newContext({ viewport: { width: 1280, height: 900 } }));
    await onAPhone(server.address, await browser.newContext({ viewport: { width: 320, height: 640 } }));
    await withoutIndex(server.address, await browser.newContext());
    await withoutScript(server.address, await browser.newContext({ javaScriptEnabled: false }));
    await fromADisk(site, await browser.newContext());
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A page whose troubles are gathered: what the console says, what its policy refused, whom it asked elsewhere. */
async function watched(context, address) {
  const troubles = [];
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(address).origin)) troubles.push(`asks ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  return { page, troubles };
}

async function withScript(address, context) {
  const { page, troubles } = await watched(context, address);
  for (const [word, least] of [
    ["docenten", "docent"],
    ["vakmanschap", "vakmanschap"],
    ["Twente", "twente"],
  ]) {
    await step(`“${word}” from the form in the header of the home page`, async () => {
      await page.goto(address);
      await page.locator("header .find input").fill(word);
      await page.locator("header .find input").press("Enter");
      const found = await answers(page);
      expect(found.length > 0, "nothing was found");
      expect(page.url().includes(`#q=${word}`), `the address does not hold the word: ${page.url()}`);
      for (const { kind, title, href } of found) expect(kind && title && href, `a result does not say what it is: ${kind}, ${title}, ${href}`);
      const marked = await page.locator(".search mark").allInnerTexts();
      const titles = found.map(({ title }) => title);
      const said = [...marked, ...titles].join(" ").toLowerCase();
      expect(said.includes(least), `no result shows “${least}”: ${said}`);
      return `${await counted(page)} — ${found.slice(0, 3).map(({ kind, title }) => `${kind}: ${title}`).join(" | ")}`;
    });
  }
  await step("what is found is there, also the place on the page", async () => {
    await page.goto(`${address}zoeken/?q=techniek`);
    await answers(page);
    while (await page.locator(".show-more").isVisible()) {
      const before = await page.locator(".search-results h2 a").count();
      await page.locator(".show-more").click();
      await page.waitForFunction((before) => document.querySelectorAll(".search-results h2 a").length > before, before);
      const focused = await page.evaluate(() => [...document.querySelectorAll(".search-results h2 a")].indexOf(document.activeElement));
      expect(focused === before, `after “more” the focus is on result ${focused}, not on the first new one, ${before}`);
    }
    const found = await answers(page);
    expect(`${await counted(page)}`.startsWith(`${found.length} `), `${await counted(page)}, but ${found.length} are shown`);
    for (const href of new Set(found.map(({ href }) => href))) {
      const [path, fragment] = href.split("#");
      const response = await context.request.get(path);
      expect(response.status() === 200, `${href}: ${response.status()}`);
      const text = await response.text();
      expect(!fragment || text.includes(`id="${fragment}"`), `${href}: there is no such place`);
    }
    return `${found.length} results`;
  });
  await step("with and without the dots, and in the singular", async () => {
    const counts = [];
    for (const word of ["ideeën", "ideeen", "docent", "docenten"]) {
      await page.goto(`${address}zoeken/?q=${word}`);
      await settled(page);
      counts.push(Number.parseInt(await counted(page), 10) || 0);
    }
    expect(counts[0] > 0 && counts[0] === counts[1], `ideeën ${counts[0]}, ideeen ${counts[1]}`);
    expect(counts[2] > 0 && counts[2] === counts[3], `docent ${counts[2]}, docenten ${counts[3]}`);
    return counts.join(", ");
  });
  await step("choices narrow what was found, stand in the address, and go with the back button", async () => {
    await page.goto(`${address}zoeken/?q=techniek`);
    const all = await counted(page, true);
    const box = page.locator('fieldset[data-name="kind"] input').first();
    const choice = page.locator('fieldset[data-name="kind"] label').first();
    const of = Number(await choice.locator(".of").innerText());
    const [kind] = (await choice.innerText()).split("\n");
    await box.check();
    await page.waitForFunction((all) => document.querySelector(".search-count").textContent !== all, all);
    expect((await counted(page)).startsWith(`${of} `), `the choice promised ${of}, and gave ${await counted(page)}`);
    expect(asked(page).get("soort"), `the address does not hold the choice: ${page.url()}`);
    for (const found of await answers(page)) expect(found.kind === kind, `${found.kind} among what is narrowed to ${kind}`);
    expect(await box.evaluate((box) => box === document.activeElement), "the choice lost the focus");
    const narrowed = await counted(page);
    await page.goBack();
    await page.waitForFunction((all) => document.querySelector(".search-count").textContent === all, all);
    expect(!(await box.isChecked()), "the choice is still ticked after going back");
    await page.goForward();
    await page.waitForFunction((narrowed) => document.querySelector(".search-count").textContent === narrowed, narrowed);
    await page.reload();
    expect((await counted(page, true)) === narrowed, "the same address gives something else");
    await page.locator(".clear").click();
    await page.waitForFunction((all) => document.querySelector(".search-count").textContent === all, all);
    return `${all} → ${narrowed}`;
  });
  await step("what is found holds the words, as a word or a part of one; what is nowhere finds nothing", async () => {
    const found = [];
    for (const [words, holds] of [
      ["onderwijs", "onderwijs"],
      ["cobra", ""],
      ["van rossum", ""],
      ["techniek onbekendwoord", ""],
      ["+++", ""],
    ]) {
      await page.goto(`${address}zoeken/#q=${encodeURIComponent(words)}`);
      await page.reload();
      const all = await answers(page);
      found.push(`${words}: ${all.length}`);
      expect((all.length > 0) === (holds !== ""), `${words} finds ${all.length}`);
      for (const { text, title } of all) expect(text.toLowerCase().includes(holds), `“${title}” is found by ${words} and does not show it`);
    }
    return found.join(", ");
  });
  await step("a slip of the pen is told, and what is offered finds something", async () => {
    await page.goto(`${address}zoeken/?q=docetnen`);
    await settled(page);
    expect((await counted(page)).startsWith("Niets gevonden."), "what was mistyped is found");
    await page.locator(".search-maybe a").click();
    await page.waitForFunction(() => document.querySelectorAll(".search-results li").length > 0);
    return `${asked(page).get("q")}: ${await counted(page)}`;
  });
  await step("by keyboard the first result comes before all choices", async () => {
    await page.goto(`${address}zoeken/#q=techniek`);
    await page.reload();
    await answers(page);
    await page.locator("main .find button").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.closest(".search-results li") !== null), "something else comes first");
  });
  await step("words are folded as the program folds them", async () => {
    const script = readFileSync(join(REPOSITORY, "themes/default/assets/search.js"), "utf8");
    const [signs] = script.match(/^const SIGNS = .*$/m);
    const [folds] = script.match(/^function folded\(text\) \{$[^]*?^\}$/m);
    const folded = new Function("text", `${signs}\n${folds}\nreturn folded(text);`);
    const table = readFileSync(join(REPOSITORY, "tests/search/folded.tsv"), "utf8").replace(/\n$/, "").split("\n");
    for (const line of table) {
      const [text, words] = line.split("\t");
      expect(folded(text).join(" ") === words, `“${text}” becomes “${folded(text).join(" ")}”, not “${words}”`);
    }
    return `${table.length} texts`;
  });
  await step("nothing found says so, and helps", async () => {
    await page.goto(`${address}zoeken/?q=xyzzyplugh`);
    await settled(page);
    expect((await counted(page)).startsWith("Niets gevonden."), await counted(page));
    expect(await page.locator(".ways a").first().isVisible(), "there is no way on");
  });
  await step("a word full of HTML stays a word", async () => {
    await page.goto(`${address}zoeken/?q=${encodeURIComponent('<img src=x onerror="alert(1)"> techniek')}`);
    await settled(page);
    expect((await page.locator("main img").count()) === 0, "it became an element");
  });
  await step("the way back to a search page with nothing asked", async () => {
    await page.goto(`${address}zoeken/`);
    await page.locator("main .find input").fill("vakmanschap");
    await page.locator("main .find button").click();
    await answers(page);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".search").hidden);
    expect((await page.locator("main .find input").inputValue()) === "", "the word is still there");
  });
  await step("nothing went wrong in the console or against the policy, and no other host was asked", async () => {
    expect(troubles.length === 0, troubles.join("; "));
  });
  await context.close();
}

async function onAPhone(address, context) {
  const { page, troubles } = await watched(context, address);
  await step("at 320 pixels nothing scrolls sideways", async () => {
    for (const path of ["", "zoeken/?q=techniek"]) {
      await page.goto(`${address}${path}`);
      if (path) await answers(page);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width <= 320, `/${path} is ${width} pixels wide`);
    }
    expect(troubles.length === 0, troubles.join("; "));
  });
  await context.close();
}

async function withoutIndex(address, context) {
  const page = await context.newPage();
  await step("where the index is not there, the page says so, and finds it when it is", async () => {
    await page.route("**/zoeken/index/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(`${address}zoeken/?q=techniek`);
    await settled(page);
    expect((await counted(page)).startsWith("Zoeken lukt nu niet."), await counted(page));
    await page.unroute("**/zoeken/index/**");
    await page.locator("main .find button").click();
    await answers(page);
  });
  await context.close();
}

async function withoutScript(address, context) {
  const page = await context.newPage();
  await step("without JavaScript the form leads to a page that says so and leads on", async () => {
    await page.goto(address);
    await page.locator("header .find input").fill("Twente");
    await page.locator("header .find button").click();
    expect(page.url() === `${address}zoeken/?q=Twente`, page.url());
    const text = await page.locator("main").innerText();
    expect(text.includes("Zoeken werkt alleen met JavaScript"), text);
    expect(!(await page.locator(".search").isVisible()), "empty results are shown");
    await page.locator(".ways a").first().click();
    expect((await page.locator("main h1").count()) === 1, `${page.url()} is no page`);
  });
  await context.close();
}

/** A copy of the site whose addresses are relative, opened without a server. */
async function fromADisk(site, context) {
  const copy = mkdtempSync(join(tmpdir(), "oogst-disk."));
  await step("it works from a disk, where pages may load scripts and nothing else", async () => {
    cpSync(site.root, copy, { recursive: true });
    const file = join(copy, "zoeken/index.html");
    const html = readFileSync(file, "utf8").replace(/(href|src|action)="([^"]*)"/g, (whole, name, value) =>
      value.startsWith(site.base) ? `${name}="../${value.slice(site.base.length)}"` : whole,
    );
    writeFileSync(file, html);
    const page = await context.newPage();
    for (const question of ["#q=techniek", "?q=techniek"]) {
      await page.goto(`${pathToFileURL(file)}${question}`);
      const [first] = await answers(page);
      expect(first, `nothing is found with ${question}`);
      expect(existsSync(fileURLToPath(first.href.split("#")[0])), `${first.href} is no file`);
    }
    return counted(page);
  });
  rmSync(copy, { recursive: true });
  await context.close();
}

/** What stands in the address. */
function asked(page) {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

/** Waits until the page has said something. */
async function settled(page) {
  await page.waitForFunction(() => {
    const said = document.querySelector(".search-count").textContent;
    return said !== "" && !said.startsWith("Zoeken naar");
  });
}

async function answers(page) {
  await settled(page);
  await page.waitForSelector(".search-results li", { timeout: 5000 }).catch(() => {});
  return page.$$eval(".search-results li", (all) =>
    all.map((one) => ({
      kind: one.querySelector(".kind")?.textContent,
      title: one.querySelector("h2")?.textContent,
      href: one.querySelector("a")?.href,
      text: one.textContent,
    })),
  );
}

async function counted(page, wait = false) {
  if (wait) await settled(page);
  return page.locator(".search-count").innerText();
}

await run("search", main);
