#!/usr/bin/env node
// The choices of a list as a reader meets them, in a real browser: `node choose.mjs OOGST SITE`. Combines two of them by
// keyboard alone and holds what is shown to the narrowed lists themselves; goes back, loads again, changes language,
// follows an address that somebody mistyped; takes JavaScript away, and then only the index. Does it once on SITE, and once
// on SITE with so many deals more that the list goes on. Works on copies, never on SITE itself.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";
import { readSite } from "./site.mjs";
import { run, same, step } from "./steps.mjs";

const DATE = "2026-01-15";
const PATIENCE = 10_000;
const NOT_THE_SITE = new Set(["output", ".oogst", "expected"]);
// Enough for a third page of the list and a second of a narrowed one.
const MANY = 230;

async function main() {
  const [oogst, source] = process.argv.slice(2);
  if (!source) throw new Error("usage: node choose.mjs OOGST SITE");
  const folder = mkdtempSync(join(tmpdir(), "oogst-choose-"));
  const browser = await startChromium();
  try {
    const build = (name, change) => {
      const root = join(folder, name);
      cpSync(resolve(source), root, { recursive: true, filter: (path) => !NOT_THE_SITE.has(basename(path)) });
      change(root);
      const built = spawnSync(resolve(oogst), ["build", "--root", root, "--date", DATE], { encoding: "utf8" });
      if (built.status !== 0) throw new Error(`${name} is not built:\n${built.stderr}`);
      return readSite(join(root, "output"));
    };
    await tryOut(browser, build("as-it-is", () => {}), ["noorderveld", "docenten"]);
    await tryOut(browser, build("with-many", addDeals), ["noorderveld", "docenten"]);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

// Every second deal is for a region, every third about a theme, so that their lists differ and overlap.
function addDeals(root) {
  const deals = [...Array(MANY).keys()].map(
    (number) => `[[deal]]
titel = "Afspraak ${number + 1}"
partijen = ["Basisschool De Wilg"]
regios = ["${number % 2 === 0 ? "noorderveld" : "zuiderwaard"}"]
themas = ["${number % 3 === 0 ? "docenten" : "zij-instroom"}"]
status = "${number % 5 === 0 ? "afgerond" : "lopend"}"
`,
  );
  const event = join(root, "content", "events", "2025-veel-afspraken");
  mkdirSync(event);
  writeFileSync(join(event, "event.md"), `+++\ntitel = "Veel afspraken"\ndatum = 2025-12-01\n+++\n`);
  writeFileSync(join(event, "deals.toml"), deals.join("\n"));
}

async function tryOut(browser, site, [region, theme]) {
  const server = await serveFolder(site.root, site.base);
  const whole = `${server.address}deals/`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    const index = JSON.parse(readFileSync(join(site.root, "deals", "index.json"), "utf8"));
    const at = (key, id) => index.groups.find((group) => group.key === key).choices.find((choice) => choice.id === id).at;
    const both = at("regio", region).filter((place) => at("thema", theme).includes(place));
    const all = await listed(context, whole, index.total);
    const expected = both.sort((one, other) => one - other).map((place) => all[place]);
    console.log(`\n${index.total} deals, ${expected.length} for ${region} about ${theme}`);

    await step("the index says of every choice what its narrowed list says", async () => {
      for (const { key, choices } of index.groups) {
        for (const { id, at: places } of choices) {
          const narrowed = await listed(context, `${whole}${key}/${id}/`, places.length);
          same(places.map((place) => all[place]), narrowed, `${key}/${id}`);
        }
      }
    });
    await step("without a choice the list is whole, and the links make place for the choices", async () => {
      await page.goto(whole);
      await unfold(page);
      same(await cards(page), all.slice(0, index.length), "the list");
      if (await page.locator(".narrowings").isVisible()) throw new Error("the links are shown too");
    });
    await step("two choices made by keyboard leave what both leave", async () => {
      await choose(page, "regio", region);
      await until("the region in the address", () => new URL(page.url()).searchParams.get("regio") === region);
      await choose(page, "thema", theme);
      await until("both choices", async () => (await said(page)).includes(String(expected.length)) && (await cards(page)).length > 0);
      await until("the deals of both", async () => String(await cards(page)) === String(expected.slice(0, index.length)));
      const query = new URL(page.url()).searchParams;
      same([query.get("regio"), query.get("thema")], [region, theme], "the address");
      same(await focused(page), "thema", "where the focus is");
    });
    await step("every change is said, politely", async () => {
      same(await page.locator(".count").getAttribute("role"), "status", "the role of the count");
      const heard = await said(page);
      if (!/^Noorderveld, Docenten: \d/.test(heard)) throw new Error(`« ${heard} »`);
    });
    await step("the cards are those of the pages, word for word and tag for tag", async () => {
      const shown = await page.$$eval(".listed > ul > li", (all) => all.map((one) => one.outerHTML));
      const pages = await markup(context, `${whole}regio/${region}/`, at("regio", region).length);
      for (const card of shown) {
        if (!pages.includes(card)) throw new Error(`not on the narrowed list: ${card.slice(0, 200)}`);
      }
    });
    await step("options say how much they leave, and those that leave nothing cannot be chosen", async () => {
      const options = await page.$$eval("select[name=status] option:not([value=''])", (all) =>
        all.map(({ value, text, disabled }) => [value, Number(/\((\d+)\)$/.exec(text)[1]), disabled]),
      );
      const left = (id) => at("status", id).filter((place) => both.includes(place)).length;
      same(options, index.groups.find(({ key }) => key === "status").choices.map(({ id }) => [id, left(id), left(id) === 0]), "the options");
    });
    if (expected.length > index.length || at("regio", region).length > index.length) {
      await step("the rest comes on asking, and the focus goes to the first of it", async () => {
        await page.goto(`${whole}?regio=${region}`);
        const button = page.locator(".show-more");
        await button.waitFor();
        await button.focus();
        await page.keyboard.press("Enter");
        await until("the rest", async () => (await cards(page)).length > index.length);
        await until("the focus", async () => (await page.evaluate(() => [...document.querySelectorAll(".listed > ul > li")].findIndex((one) => one.contains(document.activeElement)))) === index.length);
        same((await cards(page)).slice(0, 2 * index.length), at("regio", region).map((place) => all[place]).slice(0, 2 * index.length), "the list");
        await page.goto(`${whole}?regio=${region}&thema=${theme}`);
        await until("both choices again", async () => String(await cards(page)) === String(expected.slice(0, index.length)));
      });
    }
    await step("loading again keeps the choices", async () => {
      await page.reload();
      await until("the deals of both", async () => String(await cards(page)) === String(expected.slice(0, index.length)));
    });
    await step("the other language keeps them too", async () => {
      await page.locator(".languages a").click();
      await page.locator(".choose").waitFor();
      same(new URL(page.url()).pathname, `${site.base}en/deals/`, "the page");
      same(await page.locator(".choose select").evaluateAll((all) => all.slice(0, 2).map(({ value }) => value)), [region, theme], "the choices");
      same((await cards(page)).length, Math.min(expected.length, index.length), "the cards");
      await page.goBack();
      await until("the deals of both", async () => String(await cards(page)) === String(expected.slice(0, index.length)));
    });
    await step("going back takes the last choice back, going forward makes it again", async () => {
      await page.goto(whole);
      await unfold(page);
      await choose(page, "thema", theme);
      await until("the theme's deals", async () => (await said(page)).startsWith("Docenten:"));
      await page.goBack();
      await until("the whole list", async () => String(await cards(page)) === String(all.slice(0, index.length)));
      same(await page.locator("select[name=thema]").inputValue(), "", "the choice");
      await page.goForward();
      await until("the theme's deals again", async () => (await said(page)).startsWith("Docenten:"));
    });
    await step("on paper nobody can choose, and nothing asks to", async () => {
      await page.emulateMedia({ media: "print" });
      const shown = await page.locator(".choose, .choose select").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
      await page.emulateMedia({ media: null });
      same(shown, 0, "choices on paper");
    });
    await step("all choices can be wiped at once, and the focus is not lost", async () => {
      await page.locator(".choose > button").focus();
      await page.keyboard.press("Enter");
      await until("the whole list", async () => String(await cards(page)) === String(all.slice(0, index.length)));
      same(page.url(), whole, "the address");
      same(await focused(page), "regio", "where the focus is");
    });
    await step("words in the address that the list does not know are no choice, and other words stay", async () => {
      await page.goto(`${whole}?regio=nergens&x=1&thema=${theme}`);
      await until("the theme's deals", async () => (await said(page)).startsWith("Docenten:"));
      same(await page.locator("select[name=regio]").inputValue(), "", "the region");
      await choose(page, "regio", region);
      await until("the address", () => new URL(page.url()).search === `?regio=${region}&x=1&thema=${theme}`);
    });
    await step("choices that leave nothing say so", async () => {
      const [key, id] = await nothing(index, region);
      await page.goto(`${whole}?regio=${region}&${key}=${id}`);
      await until("that there is nothing", async () => (await said(page)).endsWith("Niets vastgelegd bij deze keuzes"));
      same(await cards(page), [], "the list");
    });
    await step("a narrowed list leads back to the whole, with its own choice made", async () => {
      await page.goto(`${whole}regio/${region}/`);
      await page.locator(".whole a").nth(1).click();
      await until("the region's deals", async () => (await said(page)).startsWith("Noorderveld:"));
      same(new URL(page.url()).search, `?regio=${region}`, "the address");
    });
    await step("nothing went wrong in the console", async () => same(errors, [], "errors"));
    await step("without the index the links stay", async () => {
      const cut = await context.newPage();
      await cut.route("**/index.json*", (route) => route.abort());
      await cut.goto(whole, { waitUntil: "networkidle" });
      if (await cut.locator(".choose").isVisible()) throw new Error("the choices are shown");
      await cut.locator(".narrow > summary").click();
      if (!(await cut.locator(".narrowings").isVisible())) throw new Error("the links are not");
      await cut.close();
    });
    await step("without JavaScript the links stay", async () => {
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const still = await plain.newPage();
      await still.goto(whole);
      if (await still.locator(".choose").isVisible()) throw new Error("the choices are shown");
      await still.locator(".narrow > summary").click();
      await still.locator(".narrowings summary").first().click();
      await still.locator(`.narrowings a[href$="/regio/${region}/"]`).click();
      const own = await still.$$eval(".listed > ul > li h2 a", (links) => links.map((link) => link.getAttribute("href")));
      same(own, at("regio", region).map((place) => all[place]).slice(0, index.length), "the narrowed list");
      await plain.close();
    });
  } finally {
    await context.close();
    await server.close();
  }
}

/** A choice that leaves nothing together with the region. */
async function nothing({ groups }, region) {
  const has = new Set(groups[0].choices.find(({ id }) => id === region).at);
  for (const { key, choices } of groups.slice(1)) {
    const none = choices.find(({ at }) => !at.some((place) => has.has(place)));
    if (none) return [key, none.id];
  }
  throw new Error(`every choice leaves something together with ${region}`);
}

// What narrows a list is folded until it is asked for.
async function unfold(page) {
  await page.locator(".narrow > summary").click();
  await page.locator(".choose").waitFor();
}

// As a reader without a mouse: to the field by Tab, then the option by arrow keys.
async function choose(page, key, id) {
  await page.locator(`select[name=${key}]`).waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  for (let presses = 0; (await focused(page)) !== key; presses += 1) {
    if (presses > 60) throw new Error(`Tab does not reach ${key}`);
    await page.keyboard.press("Tab");
  }
  for (let presses = 0; (await page.locator(`select[name=${key}]`).inputValue()) !== id; presses += 1) {
    if (presses > 60) throw new Error(`the arrow keys do not reach ${id}`);
    await page.keyboard.press("ArrowDown");
  }
}

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("name") ?? "");

const said = (page) => page.locator(".count").innerText();

const cards = (page) => page.$$eval(".listed > ul > li h2 a", (links) => links.map((link) => link.getAttribute("href")));

/** The links of all cards of a list, over its pages; read from the files as served, without any script. */
async function listed(context, address, total) {
  return gathered(context, address, total, (link) => link.getAttribute("href"), ".listed > ul > li h2 a");
}

async function markup(context, address, total) {
  return gathered(context, address, total, (card) => card.outerHTML, ".listed > ul > li");
}

// A tab costs more than all that is read in it, so each context has one for this.
const readers = new WeakMap();

async function gathered(context, address, total, take, what) {
  if (!readers.has(context)) readers.set(context, await context.newPage());
  const reader = readers.get(context);
  const found = [];
  for (let number = 1; number === 1 || found.length < total; number += 1) {
    const answer = await context.request.get(number === 1 ? address : `${address}pagina/${number}/`);
    if (!answer.ok()) throw new Error(`${address}, page ${number}: ${answer.status()}`);
    await reader.setContent(await answer.text());
    found.push(...(await reader.$$eval(what, new Function("all", `return all.map(${take})`))));
  }
  return found;
}

async function until(what, holds) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`waited ${PATIENCE / 1000} s in vain for ${what}`);
}

await run("choose", main);
