#!/usr/bin/env node
// `oogst serve` through a real browser, as somebody who writes meets it: `node serve.mjs OOGST SITE`. Edits a title and
// sees the page change by itself; breaks a file and sees the overlay name it and its line while the other pages stay
// reachable; mends it and sees the overlay go; ends it with Ctrl-C. Works on a copy of SITE, never on SITE itself.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { startChromium } from "./chromium.mjs";
import { run, step } from "./steps.mjs";

// People wait a moment; a busy machine that also builds may take some more.
const PATIENCE = 15_000;
const OVERLAY = "oogst-overlay";
const NOT_THE_SITE = new Set(["output", ".oogst", "expected", "target", "node_modules", ".git"]);

async function main() {
  const [oogst, site] = process.argv.slice(2);
  if (!site) throw new Error("usage: node serve.mjs OOGST SITE");
  const folder = mkdtempSync(join(tmpdir(), "oogst-serve-"));
  const root = join(folder, "site");
  cpSync(resolve(site), root, { recursive: true, filter: (path) => !NOT_THE_SITE.has(basename(path)) });
  let server;
  let browser;
  try {
    server = startServe(resolve(oogst), root);
    const address = await server.address;
    browser = await startChromium();
    await tryOut({ root, address, server, browser });
  } finally {
    await browser?.close();
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return `\nwhat oogst serve said:\n${server.said()}`;
}

async function tryOut({ root, address, server, browser }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));

  const event = { file: "", text: "", title: "" };
  await step("the home page names an event", async () => {
    await page.goto(address, { waitUntil: "load" });
    Object.assign(event, findEvent(root, await shown(page)));
  });

  const title = "Een heel andere naam";
  await step("an edited title shows by itself", async () => {
    writeFileSync(event.file, event.text.replace(event.title, title));
    await until("the new title on the open page", async () => (await shown(page)).includes(title));
  });
  await step("a title that was put back shows too", async () => {
    writeFileSync(event.file, event.text);
    await until("the old title on the open page", async () => (await shown(page)).includes(event.title));
  });

  const broken = firstToml(join(root, "content"));
  const mended = readFileSync(broken, "utf8");
  const line = mended.split("\n").length;
  await step("a mistake shows on the open page, with its file and line", async () => {
    writeFileSync(broken, `${mended}kapot = "geen eind\n`);
    await until(`#${OVERLAY} on the open page`, async () => (await overlay(page)) !== undefined);
    const text = await overlay(page);
    const place = `${relative(root, broken)}:${line}`;
    if (!text.includes(place)) throw new Error(`the overlay does not name ${place}: « ${text.slice(0, 400)} »`);
  });
  await step("the other pages stay reachable meanwhile", async () => {
    const links = await page.$$eval("main a[href]", (all) =>
      // A link in a drawing holds its address in another way than others do.
      all.map((link) => new URL(link.getAttribute("href"), document.baseURI).href),
    );
    const others = [...new Set(links.map((href) => href.split("#")[0]))].filter(
      (href) => href.startsWith(new URL(address).origin) && href !== address && href.endsWith("/"),
    );
    if (others.length === 0) throw new Error("the home page links to no other page");
    const response = await page.goto(others[0], { waitUntil: "load" });
    if (response.status() !== 200) throw new Error(`${others[0]}: ${response.status()}`);
    if ((await page.locator("main h1").count()) === 0) throw new Error(`${others[0]} has no heading`);
    await until(`#${OVERLAY} there as well`, async () => (await overlay(page)) !== undefined);
  });
  await step("the overlay goes when the mistake does", async () => {
    writeFileSync(broken, mended);
    await until(`no #${OVERLAY}`, async () => (await overlay(page)) === undefined);
  });
  await step("nothing went wrong in the console", async () => {
    if (errors.length > 0) throw new Error(errors.join("; "));
  });

  await step("what is not there gets the site's own 404 page", async () => {
    const { status, body } = await get(new URL("bestaat-niet/", address));
    if (status !== 404) throw new Error(`status ${status}`);
    if (!/<h1\b/.test(body)) throw new Error("it has no heading");
  });
  await step("another host's name is refused", async () => {
    const { status } = await get(new URL(address), { host: "elders.invalid" });
    if (status < 400) throw new Error(`status ${status}`);
  });
  await step("no path leads out of the site", async () => {
    const { status, body } = await get(new URL(address), {}, "/..%2foogst.toml");
    if (status < 400 || body.includes("base_url")) throw new Error(`status ${status}`);
  });

  await step("Ctrl-C ends it at once, with exit code 0, while a page is open", async () => {
    const code = await server.interrupt();
    if (code !== 0) throw new Error(`exit code ${code}`);
  });
}

// The port is the system's choice; the address is read from what serve tells its user.
function startServe(oogst, root) {
  const child = spawn(oogst, ["serve", "--root", root], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise((done) => child.on("close", (code, signal) => done(signal ?? code)));
  const address = new Promise((found, failed) => {
    const listen = (text) => {
      said += text;
      // Colour codes may stand right behind the address.
      const match = /http:\/\/(?:127\.0\.0\.1|localhost):\d+[^\s\x1b]*/.exec(said);
      if (match) found(match[0].endsWith("/") ? match[0] : `${match[0]}/`);
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.on("error", (error) => failed(new Error(`${oogst} does not start: ${error.message}`)));
    ended.then((code) => failed(new Error(`serve ended (${code}) before it told an address:\n${said}`)));
    setTimeout(() => failed(new Error(`serve told no address in time:\n${said}`)), 4 * PATIENCE).unref();
  });
  return {
    address,
    said: () => said,
    kill: () => child.kill("SIGKILL"),
    interrupt: async () => {
      child.kill("SIGINT");
      const late = new Promise((done) => setTimeout(() => done("none: it still runs"), PATIENCE).unref());
      return Promise.race([ended, late]);
    },
  };
}

/** The event whose title the home page shows: its file, its text, its title. */
function findEvent(root, homeText) {
  const events = join(root, "content", "events");
  for (const entry of readdirSync(events).sort().reverse()) {
    const file = join(events, entry, "event.md");
    if (!existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    const title = /^(?:title|titel)\s*=\s*"([^"]+)"/m.exec(text)?.[1];
    if (title && homeText.includes(title)) return { file, text, title };
  }
  throw new Error("it shows no title of content/events/*/event.md");
}

function firstToml(content) {
  const [file] = readdirSync(content, { recursive: true })
    .filter((path) => path.endsWith(".toml"))
    .sort();
  if (!file) throw new Error(`${content} has no TOML file to break`);
  return join(content, file);
}

// The page as read, less the soft hyphens that headings may carry. A page that is just being replaced shows nothing.
async function shown(page) {
  const text = await page.evaluate(() => document.body.innerText).catch(() => "");
  return text.replaceAll("\u00ad", "");
}

async function overlay(page) {
  const text = await page
    .evaluate((id) => {
      const element = document.getElementById(id);
      if (!element?.checkVisibility()) return null;
      return element.shadowRoot?.textContent ?? element.innerText;
    }, OVERLAY)
    .catch(() => null);
  return text ?? undefined;
}

async function until(what, holds) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited ${PATIENCE / 1000} s in vain for ${what}`);
}

// fetch() would set the Host header right and tidy the path up; a foreign client does neither.
function get(url, headers = {}, path = url.pathname) {
  return new Promise((done, failed) => {
    const { hostname, port } = url;
    request({ hostname, port, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => (body += text));
      response.on("end", () => done({ status: response.statusCode, body }));
    })
      .on("error", failed)
      .end();
  });
}

await run("serve", main);
