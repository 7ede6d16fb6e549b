#!/usr/bin/env node
// Pictures of a built site for people to look at: `node shots.mjs [--base PATH] FOLDER OUT [ADDRESS…]`. Every address at
// 320, 768 and 1280 pixels, light and dark, whole pages; and in print, as a PDF and as a picture of it. Without addresses
// it takes one page a kind. Judges nothing.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";
import { readSite } from "./site.mjs";

const USAGE = "usage: node shots.mjs [--base PATH] FOLDER OUT [ADDRESS…]";
const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"];
// A4 at 96 dots an inch, less the margins that browsers take by default.
const PRINT_WIDTH = 718;

async function main() {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: "string" } },
  });
  const [folder, out, ...wanted] = positionals;
  if (!out) throw new Error(USAGE);
  const site = readSite(folder, options.base);
  const addresses = wanted.length > 0 ? wanted : onePageAKind(site);
  mkdirSync(out, { recursive: true });

  const server = await serveFolder(site.root, site.base);
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ reducedMotion: "reduce" });
    for (const address of addresses) {
      const response = await page.goto(server.address + address.replace(/^\//, ""));
      if (!response.ok()) throw new Error(`${address}: ${response.status()}`);
      const name = address.replace(/^\/|\/$/g, "").replaceAll("/", "_") || "home";
      await shoot(page, join(out, name));
      console.log(`${address} → ${join(out, name)}-*.png`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The first page of each kind in each language. */
function onePageAKind(site) {
  const first = new Map();
  for (const { kind, language, redirects, address } of site.pages) {
    const group = `${kind} ${language}`;
    if (!redirects && !first.has(group)) first.set(group, address);
  }
  return [...first.values()];
}

async function shoot(page, path) {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ media: "screen", colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${path}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.setViewportSize({ width: PRINT_WIDTH, height: 1000 });
  await page.screenshot({ path: `${path}-print.png`, fullPage: true });
  await page.pdf({ path: `${path}.pdf`, format: "A4", preferCSSPageSize: true });
}

try {
  await main();
} catch (error) {
  // Our own errors say what to do; anything else is a defect, and its trace tells where.
  console.error(error.constructor === Error ? error.message : error.stack);
  process.exitCode = 2;
}
