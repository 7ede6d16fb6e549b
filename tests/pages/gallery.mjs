#!/usr/bin/env node
// The photos of a page as a reader meets them, in a real browser: `node gallery.mjs OUTPUT`. Opens them by keyboard alone,
// goes through all of them and round, closes, and stands where it was; with a mouse; on a phone; and takes JavaScript away.

import { startChromium } from "./chromium.mjs";
import { serveFolder } from "./server.mjs";
import { readSite } from "./site.mjs";
import { run, same, step } from "./steps.mjs";

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

    await step("nothing is open before it is asked for", async () => same(await viewer.isVisible(), false, "open"));
    await step("the Enter key opens the photo that has the focus, and the focus goes inside", async () => {
      await links.nth(0).focus();
      await page.keyboard.press("Enter");
      await viewer.waitFor({ state: "visible" });
      same(await shown(), photos[0].alt, "shown");
      same(await page.evaluate(() => document.activeElement.closest("dialog") !== null), true, "focus inside");
    });
    await step("the arrows go through all photos, and round", async () => {
      for (const place of [...photos.keys()].slice(1)) {
        await page.keyboard.press("ArrowRight");
        same(await shown(), photos[place].alt, `photo ${place + 1}`);
      }
      await page.keyboard.press("ArrowRight");
      same(await shown(), photos[0].alt, "after the last");
      await page.keyboard.press("ArrowLeft");
      same(await shown(), photos[last].alt, "before the first");
      await page.keyboard.press("Home");
      same(await shown(), photos[0].alt, "Home");
      await page.keyboard.press("End");
      same(await shown(), photos[last].alt, "End");
    });
    await step("a screen reader hears which photo it is, and what is on it", async () => {
      const position = viewer.locator("[role=status]");
      const told = (await position.textContent()).trim();
      if (!told.includes(photos[last].alt) || !told.includes(String(photos.length))) throw new Error(`it hears « ${told} »`);
      same(await viewer.getAttribute("aria-labelledby"), await position.getAttribute("id"), "the name of the viewer");
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
      same(stops.size, 3, "stops: previous, next and close");
    });
    await step("the Escape key closes, and the focus is where it was", async () => {
      await page.keyboard.press("Escape");
      await viewer.waitFor({ state: "hidden" });
      same(await focused(), 0, "the photo with the focus");
    });
    await step("a click opens, the button goes on, a click beside the photo closes", async () => {
      await links.nth(last).click();
      await viewer.waitFor({ state: "visible" });
      same(await shown(), photos[last].alt, "clicked");
      await viewer.locator(".viewer-steps button").nth(1).click();
      same(await shown(), photos[0].alt, "the next");
      await page.mouse.click(2, 2);
      await viewer.waitFor({ state: "hidden" });
      same(await focused(), last, "the photo with the focus");
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
    await step("nothing went wrong in the console", async () => same(errors, [], "errors"));

    await step("without JavaScript each photo leads to itself", async () => {
      const still = await browser.newContext({ javaScriptEnabled: false });
      const plain = await still.newPage();
      await plain.goto(server.address + address);
      await plain.locator(".enlarge").nth(0).focus();
      const [response] = await Promise.all([plain.waitForNavigation(), plain.keyboard.press("Enter")]);
      same(response.status(), 200, "status");
      same(new URL(plain.url()).pathname, photos[0].href, "address");
      await still.close();
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

// The page with the most photos to open, in the site's usual language.
async function mostPhotos(page, site, server) {
  let most = { address: "", photos: [] };
  const withPhotos = site.pages.filter(({ kind, elements }) => ["event", "session"].includes(kind) && elements.has("a.enlarge"));
  for (const { address } of withPhotos) {
    await page.goto(server.address + address.replace(/^\//, ""));
    const photos = await page.$$eval(".enlarge", (links) =>
      links.map((link) => ({ href: new URL(link.href).pathname, alt: link.querySelector("img").alt })),
    );
    if (photos.length > most.photos.length) most = { address: address.replace(/^\//, ""), photos };
  }
  return most;
}

await run("gallery", main);
