#!/usr/bin/env node
// The photos of a page as a reader meets them, in a real browser: `node gallery.mjs OUTPUT`. Opens them by keyboard alone,
// goes through all of them and round, closes, and stands where it was; with a mouse; on a phone; and takes JavaScript away.

import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";
import { readSite } from "./site.mjs";

let passed = 0;
let failed = 0;

async function step(name, work) {
  try {
    await work();
    passed += 1;
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}: ${error.message}`);
  }
}

function same(expected, found, what) {
  const [one, other] = [expected, found].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${what}: ${other} instead of ${one}`);
}

async function main() {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error("usage: node gallery.mjs OUTPUT");
  const site = readSite(folder);
  const server = await serveFolder(site.root, site.base);
  const browser = await startChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));

    const { address, photos } = await mostPhotos(page, site, server);
    console.log(`${address}: ${photos.length} photos`);
    if (photos.length < 2) throw new Error("no page has two photos: there is nothing to go through");
    await page.goto(server.address + address);
    const last = photos.length - 1;
    const links = page.locator(".enlarge");
    const viewer = page.locator("dialog.viewer");
    const shown = () => viewer.locator("img").getAttribute("alt");
    const focused = () => page.evaluate(() => [...document.querySelectorAll(".enlarge")].indexOf(document.activeElement));

    await step("nothing is open before it is asked for", async () => same(false, await viewer.isVisible(), "open"));
    await step("the Enter key opens the photo that has the focus, and the focus goes inside", async () => {
      await links.nth(0).focus();
      await page.keyboard.press("Enter");
      await viewer.waitFor({ state: "visible" });
      same(photos[0].alt, await shown(), "shown");
      same(true, await page.evaluate(() => document.activeElement.closest("dialog") !== null), "focus inside");
    });
    await step("the arrows go through all photos, and round", async () => {
      for (const place of [...photos.keys()].slice(1)) {
        await page.keyboard.press("ArrowRight");
        same(photos[place].alt, await shown(), `photo ${place + 1}`);
      }
      await page.keyboard.press("ArrowRight");
      same(photos[0].alt, await shown(), "after the last");
      await page.keyboard.press("ArrowLeft");
      same(photos[last].alt, await shown(), "before the first");
      await page.keyboard.press("Home");
      same(photos[0].alt, await shown(), "Home");
      await page.keyboard.press("End");
      same(photos[last].alt, await shown(), "End");
    });
    await step("a screen reader hears which photo it is, and what is on it", async () => {
      const position = viewer.locator("[role=status]");
      const told = (await position.textContent()).trim();
      if (!told.includes(photos[last].alt) || !told.includes(String(photos.length))) throw new Error(`it hears « ${told} »`);
      same(await position.getAttribute("id"), await viewer.getAttribute("aria-labelledby"), "the name of the viewer");
    });
    await step("the Tab key stays inside, and every stop has a name", async () => {
      const stops = new Set();
      for (let press = 0; press < 8; press += 1) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const { activeElement: element } = document;
          if (element === document.body) return "";
          return element.closest("dialog.viewer") ? element.textContent.trim() || "nameless" : "outside";
        });
        if (stop) stops.add(stop);
      }
      if (stops.has("outside") || stops.has("nameless")) throw new Error([...stops].join(", "));
      same(3, stops.size, "stops: previous, next and close");
    });
    await step("the Escape key closes, and the focus is where it was", async () => {
      await page.keyboard.press("Escape");
      await viewer.waitFor({ state: "hidden" });
      same(0, await focused(), "the photo with the focus");
    });
    await step("a click opens, the button goes on, a click beside the photo closes", async () => {
      await links.nth(last).click();
      await viewer.waitFor({ state: "visible" });
      same(photos[last].alt, await shown(), "clicked");
      await viewer.locator(".viewer-steps button").nth(1).click();
      same(photos[0].alt, await shown(), "the next");
      await page.mouse.click(2, 2);
      await viewer.waitFor({ state: "hidden" });
      same(last, await focused(), "the photo with the focus");
    });
    for (const colorScheme of ["light", "dark"]) {
      await step(`at 320 pixels, ${colorScheme}, the photo and all buttons are in view`, async () => {
        await page.setViewportSize({ width: 320, height: 568 });
        await page.emulateMedia({ colorScheme });
        await links.nth(0).click();
        await viewer.waitFor({ state: "visible" });
        await viewer.locator("img").evaluate((image) => image.decode());
        for (const part of [viewer.locator("img"), ...(await viewer.locator("button").all())]) {
          const { x, y, width, height } = await part.boundingBox();
          if (x < 0 || y < 0 || x + width > 320 || y + height > 568) throw new Error(`one reaches ${x + width}, ${y + height}`);
          if (width < 24 || height < 24) throw new Error(`one is ${width} by ${height}`);
        }
        await viewer.locator(".viewer-steps button").last().click();
        await viewer.waitFor({ state: "hidden" });
      });
    }
    await step("nothing went wrong in the console", async () => same([], errors, "errors"));

    await step("without JavaScript each photo leads to itself", async () => {
      const still = await browser.newContext({ javaScriptEnabled: false });
      const plain = await still.newPage();
      await plain.goto(server.address + address);
      await plain.locator(".enlarge").nth(0).focus();
      const [response] = await Promise.all([plain.waitForNavigation(), plain.keyboard.press("Enter")]);
      same(200, response.status(), "status");
      same(photos[0].href, new URL(plain.url()).pathname, "address");
      await still.close();
    });
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`gallery: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

// The page with the most photos to open, in the site's usual language.
async function mostPhotos(page, site, server) {
  let most = { address: "", photos: [] };
  for (const { address, kind } of site.pages.filter(({ kind }) => ["event", "session"].includes(kind))) {
    await page.goto(server.address + address.replace(/^\//, ""));
    const photos = await page.$$eval(".enlarge", (links) =>
      links.map((link) => ({ href: new URL(link.href).pathname, alt: link.querySelector("img").alt })),
    );
    if (photos.length > most.photos.length) most = { address: address.replace(/^\//, ""), photos };
  }
  return most;
}

try {
  process.exitCode = await main();
} catch (error) {
  // Our own errors say what to do; anything else is a defect, and its trace tells where.
  console.error(error.constructor === Error ? error.message : error.stack);
  process.exitCode = 2;
}
