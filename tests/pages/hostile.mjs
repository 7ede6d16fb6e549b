#!/usr/bin/env node
// A site full of hostile content in a real browser: `node hostile.mjs OUTPUT`. Every page is opened twice, once with its
// policy and once without, so that neither the escaping nor the policy hides a hole in the other. A dialog, a script that
// ran, a breach of the policy, an error in the console, a request to another host, a page that leaves by itself: each
// counts as a fault. Searching, choosing, photos and sharing are tried on what the site holds.
// `node hostile.mjs --self-test` shows on pages with planted faults that each is found.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "./chromium.mjs";
import { everyTenSeconds } from "./progress.mjs";
import { serveFolder } from "./server.mjs";
import { readSite } from "./site.mjs";
import { run, same, step } from "./steps.mjs";

const SIDE_BY_SIDE = 3;
const CORPUS = fileURLToPath(new URL("../hostile/corpus.txt", import.meta.url));
// What runs in every page before anything of its own.
const WATCH = () => {
  globalThis.hits = [];
  for (const name of ["raak", "print", "open"]) {
    globalThis[name] = () => globalThis.hits.push(name);
  }
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    globalThis.hits.push(`policy: ${effectiveDirective} ${blockedURI} ${sample}`),
  );
};

/** A tab that gathers whatever a page must not do. */
class Tab {
  constructor(page, origin) {
    this.page = page;
    this.faults = [];
    page.on("dialog", (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.faults.push(`script: ${error.message}`));
    page.on("popup", (popup) => this.faults.push(`popup: ${popup.url()}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!/^(blob|data):/.test(url) && new URL(url).origin !== origin) this.faults.push(`request: ${url}`);
    });
  }

  static async open(context, origin) {
    await context.addInitScript(WATCH);
    return new Tab(await context.newPage(), origin);
  }

  /** Opens an address, looks for what waits for a pointer or the focus, and gives what went wrong. */
  async visit(address, work = async () => {}) {
    this.faults = [];
    try {
      await this.page.goto(address, { waitUntil: "load" });
      await work(this.page);
      await this.page.evaluate(() => {
        for (const { localName, attributes } of document.querySelectorAll("*")) {
          for (const { name } of attributes) if (name.startsWith("on")) globalThis.hits.push(`handler: <${localName} ${name}>`);
        }
      });
      this.faults.push(...(await this.page.evaluate(() => globalThis.hits)));
      const [here, asked] = [new URL(this.page.url()), new URL(address)];
      if (here.pathname !== asked.pathname) this.faults.push(`left for ${this.page.url()}`);
    } catch (error) {
      this.faults.push(error.message.split("\n")[0]);
    }
    return this.faults;
  }
}

/** Opens all pages; gives what went wrong, one line a fault. */
async function openAll(browser, server, pages, options, work) {
  const origin = new URL(server.address).origin;
  const queue = [...pages];
  const found = [];
  const progress = everyTenSeconds("opened");
  let done = 0;
  const look = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
    const tab = await Tab.open(context, origin);
    for (let page = queue.shift(); page; page = queue.shift()) {
      const faults = await tab.visit(server.address + encodeURI(page.address.slice(1)), work && ((opened) => work(opened, page)));
      for (const fault of faults) found.push(`${page.address}: ${fault}`);
      progress((done += 1), pages.length);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, look));
  return found;
}

function none(found) {
  if (found.length > 0) throw new Error(`${found.length} faults\n${[...new Set(found)].slice(0, 12).map((fault) => `      ${fault.slice(0, 400)}`).join("\n")}`);
}

async function tryOut(folder) {
  const site = readSite(resolve(folder));
  // A page that only leads on is meant to leave.
  const pages = site.pages.filter(({ redirects }) => !redirects);
  const server = await serveFolder(site.root, site.base);
  const browser = await startChromium();
  try {
    await step("no page does anything but show itself", async () => {
      none(await openAll(browser, server, pages, {}));
      return `${pages.length} pages`;
    });
    // Three pages of each kind: what can be used differs from record to record.
    const used = new Set(pages.filter(({ kind }, place) => pages.slice(0, place).filter((page) => page.kind === kind).length < 3));
    await step("nor would it without its policy, when photos are opened, things are copied and choices are made", async () => {
      // What stands on the page for paper, the longest of all, stands on the others too.
      const others = pages.filter((page) => page.kind !== "print" || used.has(page));
      let uses = 0;
      none(
        await openAll(browser, server, others, { bypassCSP: true }, async (page, from) => {
          if (used.has(from)) uses += await useAll(page);
        }),
      );
      if (uses < 10) throw new Error(`there were only ${uses} things to use`);
      return `${others.length} pages, ${uses} things used on ${used.size} of them`;
    });
    await search(browser, server, site);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Uses what a script of the look added to the page; says how many things. */
async function useAll(page) {
  let uses = 0;
  const photos = page.locator(".enlarge");
  if ((await photos.count()) > 0) {
    await photos.first().click();
    await page.locator("dialog.viewer").waitFor({ state: "visible" });
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    uses += 1;
  }
  for (const button of await page.locator(".copy button:visible, button[data-save]:visible").all()) {
    await button.click();
    uses += 1;
  }
  if ((await page.locator(".choose").count()) > 0) {
    await page.locator(".choose select").first().waitFor({ timeout: 5000 }).catch(() => {});
    for (const select of await page.locator(".choose select:visible").all()) {
      // What an earlier choice leaves nothing of is disabled.
      const options = select.locator("option:not([disabled])");
      if ((await options.count()) < 2) continue;
      await select.selectOption({ value: await options.nth(1).getAttribute("value") });
      await page.waitForTimeout(100);
      uses += 1;
    }
  }
  return uses;
}

async function search(browser, server, site) {
  const address = site.files.has("zoeken/index.html") ? "zoeken/" : "search/";
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const tab = await Tab.open(context, new URL(server.address).origin);
  const settled = (page) =>
    page.waitForFunction(() => {
      const said = document.querySelector(".search-count").textContent;
      return said !== "" && !said.startsWith("Zoeken naar");
    });
  await step("what is found is shown as words", async () => {
    let results = 0;
    for (const word of ["script", "raak", "kwaad", "onerror", "img", "einde", "school"]) {
      none(
        await tab.visit(`${server.address}${address}?q=${word}`, async (page) => {
          await settled(page);
          await page.waitForSelector(".search-results li", { timeout: 3000 }).catch(() => {});
          results += await page.locator(".search-results li").count();
          const strange = await page.$$eval(".search-results *", (all) =>
            all.map(({ localName }) => localName).filter((name) => !["ol", "ul", "li", "h2", "a", "p", "span", "mark", "div", "article", "button"].includes(name)),
          );
          same(strange, [], `elements among the answers to ${word}`);
        }),
      );
    }
    if (results < 20) throw new Error(`only ${results} results: this shows little`);
    return `${results} results`;
  });
  await step("what is asked stays words", async () => {
    const strings = corpus().filter((_, number) => number % 12 === 0);
    for (const string of strings) {
      none(await tab.visit(`${server.address}${address}?q=${encodeURIComponent(string.slice(0, 500).toWellFormed?.() ?? string)}`, settled));
    }
    return `${strings.length} questions`;
  });
  await context.close();
}

// As the tests in Rust read it: ⟦0A⟧ is a character by its number, ⟦61*300⟧ so many of them.
function corpus() {
  const [, ...lines] = readFileSync(CORPUS, "utf8").split(/^## /m).flatMap((part) => [undefined, ...part.split("\n").slice(1)]);
  return lines
    .filter(Boolean)
    .map((line) => line.replace(/⟦([0-9A-F]+)(?:\*(\d+))?⟧/g, (_, code, times) => String.fromCodePoint(parseInt(code, 16)).repeat(times ?? 1)));
}

// Pages with one fault each, and what must be said of it.
const PLANTED = {
  "a script that ran": ["<script>raak()</script>", /^raak$/m],
  "a dialog": ["<script>alert('dag')</script>", /dialog: dag/],
  "a handler on an element": ["<p onmouseover=raak()>x</p>", /^handler: <p onmouseover>$/m],
  "a picture from elsewhere": ["<img src=https://kwaad.example/x.png alt=''>", /request: https:\/\/kwaad/],
  "a breach of the policy": ["<script>raak()</script>", /policy: script-src/, "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">"],
  "an error in the console": ["<script>console.error('fout')</script>", /console: fout/],
  "an error of a script": ["<script>throw new Error('fout')</script>", /script: fout/],
  "a page that leaves": ["<meta http-equiv=refresh content='0;url=/elders/'>", /left for|context was destroyed/],
};

async function selfTest() {
  const root = mkdtempSync(join(tmpdir(), "oogst-hostile-"));
  const names = Object.keys(PLANTED);
  const page = (body, head = "") =>
    `<!doctype html><html lang="nl"><head><meta charset="utf-8">${head}<title>x</title></head><body data-page="page"><main>${body}</main></body></html>`;
  const put = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  names.forEach((name, number) => put(`${number}/index.html`, page(PLANTED[name][0], PLANTED[name][2])));
  put("elders/index.html", page("elders"));
  put("fine/index.html", page("<p>&lt;script&gt;raak()&lt;/script&gt;</p>"));
  const server = await serveFolder(root);
  const browser = await startChromium();
  try {
    const look = (address) => openAll(browser, server, [{ address }], {});
    await step("a page without a fault passes", async () => none(await look("/fine/")));
    for (const [number, name] of names.entries()) {
      await step(`found: ${name}`, async () => {
        const found = (await look(`/${number}/`)).map((fault) => fault.replace(/^\/\d+\/: /, "")).join("\n");
        if (!PLANTED[name][1].test(found)) throw new Error(`only this was found: ${found}`);
      });
    }
    await step("the corpus is read whole", async () => {
      const strings = corpus();
      if (strings.length < 400 || !strings.includes("a".repeat(2000))) throw new Error(`${strings.length} strings`);
    });
  } finally {
    await browser.close();
    await server.close();
    rmSync(root, { recursive: true, force: true });
  }
}

await run("hostile", async () => {
  const [folder] = process.argv.slice(2);
  if (folder === "--self-test") return selfTest();
  if (!folder) throw new Error("usage: node hostile.mjs OUTPUT | --self-test");
  return tryOut(folder);
});
