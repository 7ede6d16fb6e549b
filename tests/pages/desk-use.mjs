// The desk as people use it, in a real browser: `refusals` makes the pages that come of forms that are wrong, to be looked
// at; `useTheDesk` does what people do, with its script and without, and looks at the files that come of it.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afternoon } from "./desk-afternoon.mjs";
import { Desk, PATIENCE, TrialFolder } from "./desk-program.mjs";
import { same, step } from "./steps.mjs";

const DEALS = "content/events/2019-techniekdag/deals.toml";
const DEAL = "/record/deal/2019-techniekdag/gastlessen-lassen";
const TITLE = 'titel = "Gastlessen lassen op het Lindecollege"';

/** What comes of forms that are wrong: each opens itself in the tab. */
export async function refusals(name, tab, desk, trial) {
  const page = (address, open) => ({ address, kind: address, size: 0, open });
  const fresh = page("a new event that has no title", async () => {
    await tab.goto(`${desk.origin}/new/event/-`);
    await tab.fill('[name="f.date"]', "31-2-2026");
    await submit(tab, "form.record");
  });
  if (name !== "desk") return [fresh];
  return [
    fresh,
    page("a deal with mistakes at two fields", async () => {
      await tab.goto(desk.origin + DEAL);
      await tab.fill('[name="f.title"]', "");
      await openAll(tab);
      await tab.fill('[name="f.agreed"]', "morgen");
      await submit(tab, "form.record");
    }),
    page("a deal that changed elsewhere", async () => {
      await tab.goto(desk.origin + DEAL);
      change(trial.root, DEALS, TITLE, 'titel = "Door een ander"');
      await tab.fill('[name="f.title"]', "Door mij");
      await submit(tab, "form.record");
    }),
    page("an address of the desk that leads nowhere", () => tab.goto(`${desk.origin}/nergens`)),
  ];
}

/** All trials; each works in a folder of its own. */
export async function useTheDesk(given) {
  await firstReport(given);
  await secondWriter(given);
  await names(given);
  await texts(given);
  await drafts(given);
  await strangers(given);
  await afternoon((use) => trial(given, undefined, { words: ["edit"] }, use));
}

/** A trial with the desk open, and pages of a browser that is let in. */
export async function trial({ oogst, browser }, site, { words, scripts = true } = {}, use) {
  const folder = new TrialFolder(site);
  const desk = await Desk.open(oogst, folder, { words });
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  await context.addCookies(desk.cookies);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  try {
    await use({ folder, desk, context, page });
    if (faults.length > 0) await step("no script failed", () => Promise.reject(new Error(faults.join("; "))));
  } finally {
    await context.close();
    await desk.kill();
    folder.remove();
  }
}

// From a double click in an empty folder to a site on disk: by links and buttons alone, with no script.
async function firstReport(given) {
  await trial(given, undefined, { words: ["edit"], scripts: false }, async ({ folder, desk, page }) => {
    const root = join(folder.root, "opbrengst");
    await step("without a script: a report is begun", async () => {
      await page.goto(`${desk.origin}/reports?map=${encodeURIComponent(folder.root)}`);
      await page.fill('form[action="/begin"] [name=naam]', "opbrengst");
      await submit(page, 'form[action="/begin"]');
      if (!existsSync(join(root, "oogst.toml"))) throw new Error(`there is no report in ${root}`);
    });
    await step("without a script: a meeting and a deal are written", async () => {
      await page.goto(`${desk.origin}/new/event/-`);
      await page.fill('[name="f.title"]', "Streekdag");
      await page.fill('[name="f.date"]', "1-3-2025");
      await submit(page, "form.record");
      const [event] = readdirSync(join(root, "content/events")).filter((name) => name.includes("streekdag"));
      await page.goto(`${desk.origin}/new/deal/${event}`);
      await page.fill('[name="f.title"]', "Samen één werkplaats");
      await submit(page, "form.record");
      const deals = readFileSync(join(root, "content/events", event, "deals.toml"), "utf8");
      same(deals, '[[deal]]\ntitel = "Samen één werkplaats"\nid = "samen-een-werkplaats"\n', "deals.toml");
    });
    await step("without a script: what must be there is filled in, and the site is made", async () => {
      await page.goto(`${desk.origin}/check`);
      await page.goto(`${desk.origin}/settings`);
      await page.fill('[name="f.base_url"]', "https://opbrengst.example");
      await page.fill('[name="f.publisher"]', "Gemeente Noordhoek");
      await submit(page, "form.record");
      await page.goto(`${desk.origin}/publish`);
      const told = await page.locator("main").innerText();
      await submit(page, 'form[action="/publish"]').catch(() => {
        throw new Error(`there is nothing to press on « ${told} »`);
      });
      const home = readFileSync(join(root, "output/index.html"), "utf8");
      if (!home.includes("Streekdag")) throw new Error("its first page names no meeting");
      if (/oogst-mark|127\.0\.0\.1/.test(home)) throw new Error("something of the desk is in it");
    });
    await step("Ctrl-C ends the desk at once, with exit code 0, while a page is open", async () => {
      same(await desk.interrupt(), 0, "exit code");
    });
  });
}

async function secondWriter(given) {
  await trial(given, given.site, {}, async ({ folder, desk, page }) => {
    await step("what somebody else wrote meanwhile is shown beside one's own, and one chooses", async () => {
      await page.goto(desk.origin + DEAL);
      change(folder.root, DEALS, TITLE, 'titel = "Door een ander"');
      await page.fill('[name="f.title"]', "Door mij");
      await submit(page, "form.record");
      const text = await page.locator("fieldset.conflict").innerText();
      if (!text.includes("Door een ander")) throw new Error(`it does not show the other text: « ${text} »`);
      await page.check('[name="c.title"][value="site"]');
      const title = page.locator('[name="f.title"]');
      await submit(page, "form.record");
      same(await title.inputValue(), "Door een ander", "the title");
      const now = readFileSync(join(folder.root, DEALS), "utf8");
      if (now.includes("Door mij")) throw new Error("the other text was lost");
    });
    await step("a mistake takes the focus to the summary, and its link to the field", async () => {
      await page.goto(desk.origin + DEAL);
      await page.fill('[name="f.title"]', "");
      await submit(page, "form.record");
      same(await page.evaluate(() => document.activeElement.id), "summary", "what has the focus");
      await page.locator("#summary a").first().click();
      same(await page.evaluate(() => document.activeElement.name), "f.title", "what has the focus");
    });
    await step("a save is undone", async () => {
      const before = readFileSync(join(folder.root, DEALS), "utf8");
      await page.goto(desk.origin + DEAL);
      await page.fill('[name="f.title"]', "Anders");
      await submit(page, "form.record");
      await page.goto(`${desk.origin}/undo`);
      await submit(page, 'form[action="/undo"]');
      same(readFileSync(join(folder.root, DEALS), "utf8"), before, DEALS);
    });
    await step("the preview shows what was saved, and its mark leads back to the form", async () => {
      await page.goto(desk.origin + DEAL);
      await page.fill('[name="f.title"]', "Vers van de pers");
      await submit(page, "form.record");
      const site = page.frameLocator("aside iframe");
      await site.locator("h1", { hasText: "Vers van de pers" }).waitFor();
      await site.locator('a[href*="/at?"]').first().click();
      await page.waitForURL(`${desk.origin}${DEAL}*`);
    });
  });
}

// Names by keyboard, among ten thousand.
async function names(given) {
  const folder = new TrialFolder(given.site);
  const many = Array.from({ length: 10_000 }, (_, number) => `[[organisatie]]\nid = "bedrijf-${number}"\nnaam = "Bedrijf ${number} Noord"\n`);
  writeFileSync(join(folder.root, "content/veel.toml"), many.join("\n"));
  try {
    await trial(given, folder.root, {}, async ({ folder, desk, page }) => {
      await step("one of ten thousand names is found and chosen by keyboard", async () => {
        await page.goto(desk.origin + DEAL);
        if ((await page.content()).includes("Bedrijf 77 Noord")) throw new Error("the page holds the names of others");
        const field = page.locator('[name="f.parties"]').last();
        await field.focus();
        await page.keyboard.type("bedrijf 77");
        const list = page.locator(".combobox ul:not([hidden])");
        await list.locator("li", { hasText: "Bedrijf 77 Noord" }).waitFor();
        const offered = await list.locator("li").count();
        if (offered > 21) throw new Error(`${offered} names are offered`);
        await page.keyboard.press("ArrowDown");
        const marked = await field.getAttribute("aria-activedescendant");
        const first = await page.locator(`[id="${marked}"]`).getAttribute("data-value");
        await page.keyboard.press("Enter");
        same(await field.inputValue(), first, "what stands in the field");
        same(await list.count(), 0, "lists that are open");
        await submit(page, "form.record");
        const deals = readFileSync(join(folder.root, DEALS), "utf8");
        if (!/partijen = \[.*"bedrijf-77".*\]/.test(deals)) throw new Error(`it is not written: ${deals.slice(0, 900)}`);
      });
      await step("a name that is not there is added as a record, with the form", async () => {
        await page.goto(desk.origin + DEAL);
        await page.locator('[name="f.parties"]').last().focus();
        await page.keyboard.type("De Vlinderboom");
        await page.locator(".combobox li", { hasText: "De Vlinderboom" }).last().click();
        await submit(page, "form.record");
        const all = readdirSync(join(folder.root, "content"), { recursive: true }).filter((path) => path.endsWith(".toml"));
        const files = all.filter((path) => readFileSync(join(folder.root, "content", path), "utf8").includes('naam = "De Vlinderboom"'));
        same(files.length, 1, "files that name it");
      });
    });
  } finally {
    folder.remove();
  }
}

async function texts(given) {
  await trial(given, given.site, {}, async ({ desk, page }) => {
    const area = page.locator('textarea[name="f.text"]');
    await step("buttons mark what is chosen, and that can be undone", async () => {
      await page.goto(desk.origin + DEAL);
      const before = await area.inputValue();
      await area.evaluate((area) => area.setSelectionRange(0, 4));
      await page.locator(".marks button").first().click();
      same(await area.inputValue(), `**${before.slice(0, 4)}**${before.slice(4)}`, "the text");
      await page.keyboard.press("Control+z");
      same(await area.inputValue(), before, "the text");
    });
    await step("a preview shows the text as the site would, without its scripts", async () => {
      await area.fill("Eerst *dit*.\n\n<script>parent.document.title = 'x'</script>");
      const preview = page.frameLocator('iframe[sandbox="allow-same-origin allow-popups"]');
      await preview.locator("em", { hasText: "dit" }).waitFor();
      if ((await page.title()) === "x") throw new Error("a script ran in it");
    });
    for (const [what, html, markdown] of PASTED) {
      await step(`pasted from ${what}`, async () => {
        await area.fill("");
        await area.evaluate((area, html) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "kaal");
          area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }, html);
        await page.waitForFunction((area) => area.value !== "", await area.elementHandle());
        same(await area.inputValue(), markdown, "the text");
      });
    }
  });
}

const PASTED = [
  ["a page", "<h1>Oogst</h1><p>Zie <a href='https://wilg.example/'>de <b>Wilg</b></a>.<script>x</script></p>", "## Oogst\n\nZie [de **Wilg**](https://wilg.example/)."],
  [
    "Word",
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><p class=MsoNormal><b>Vet</b> en <i>schuin</i><o:p></o:p></p><p class=MsoNormal>Twee</p><!--EndFragment--></body></html>",
    "**Vet** en *schuin*\n\nTwee",
  ],
  [
    "Google Docs",
    "<meta charset='utf-8'><b style='font-weight:normal;' id='docs-internal-guid-1'><p dir='ltr'><span style='font-weight:400'>Gewoon </span><span style='font-weight:700'>vet</span></p><ul><li dir='ltr'><p dir='ltr'><span>een</span></p></li><li dir='ltr'><p dir='ltr'><span>twee</span></p></li></ul></b>",
    "Gewoon **vet**\n\n- een\n- twee",
  ],
  ["nothing but words", "<span>zomaar wat</span>", "zomaar wat"],
];

async function drafts(given) {
  await trial(given, given.site, {}, async ({ desk, context, page }) => {
    await step("what was not saved survives a closed window, and is offered", async () => {
      await page.goto(desk.origin + DEAL);
      await page.fill('[name="f.title"]', "Nog niet bewaard");
      await page.waitForFunction(() => Object.values({ ...localStorage }).some((kept) => kept.includes("Nog niet bewaard")));
      await page.close();
      const again = await context.newPage();
      await again.goto(desk.origin + DEAL);
      await again.locator(".kept button").first().click();
      same(await again.inputValue('[name="f.title"]'), "Nog niet bewaard", "the title");
      await submit(again, "form.record");
      same(await again.evaluate(() => Object.keys(localStorage).length), 0, "drafts that are kept");
      same(await again.locator(".kept").count(), 0, "drafts that are offered");
    });
    await step("what was sent while the program was gone is kept too", async () => {
      const page = await context.newPage();
      await page.goto(desk.origin + DEAL);
      await page.fill('[name="f.title"]', "Net te laat");
      await desk.kill();
      await page.locator("form.record button[name=save]").click();
      await page.waitForURL("chrome-error://**").catch(() => {});
      const kept = await context.storageState();
      const drafts = kept.origins.flatMap(({ localStorage }) => localStorage).filter(({ value }) => value.includes("Net te laat"));
      same(drafts.length, 1, "drafts that are kept");
    });
  });
}

// Pages of others in the same browser, which has the desk's cookie.
async function strangers(given) {
  await trial(given, given.site, {}, async ({ folder, desk, context }) => {
    const before = readFileSync(join(folder.root, DEALS), "utf8");
    const token = /name="token" value="([^"]+)"/.exec((await desk.get(DEAL)).body)[1];
    const body = `<!doctype html><title>x</title><form method=post action="${desk.origin}${DEAL}"><input name=token value="${token}"><input name=f.title value=Gekaapt></form>`;
    const server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(body));
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const other = `http://127.0.0.1:${server.address().port}/`;
    const unchanged = (what) => {
      if (readFileSync(join(folder.root, DEALS), "utf8") !== before) throw new Error(`${what} changed ${DEALS}`);
    };
    try {
      const page = await context.newPage();
      await step("a form of another page is refused, even with the right token", async () => {
        await page.goto(other);
        const [answer] = await Promise.all([
          page.waitForResponse(desk.origin + DEAL),
          page.waitForURL(desk.origin + DEAL),
          page.evaluate(() => document.forms[0].submit()),
        ]);
        same(answer.status(), 403, "the answer");
        unchanged("it");
      });
      await step("a script of another page neither reads nor sends", async () => {
        await page.goto(other);
        const tried = await page.evaluate(
          async ([address, token]) => {
            const told = async (work) => work().then((answer) => answer.type, () => "refused");
            const body = new URLSearchParams({ token, "f.title": "Gekaapt" });
            return [
              await told(() => fetch(address, { credentials: "include" })),
              await told(() => fetch(address, { method: "POST", credentials: "include", body })),
              await told(() => fetch(address, { method: "POST", credentials: "include", mode: "no-cors", body })),
            ];
          },
          [desk.origin + DEAL, token],
        );
        same(tried, ["refused", "refused", "refused"], "what came of it");
        unchanged("it");
      });
      await step("no page of another can hold the desk in a frame", async () => {
        await page.goto(other);
        const shown = await page.evaluate(async (address) => {
          const frame = document.createElement("iframe");
          frame.src = address;
          const loaded = new Promise((done) => (frame.onload = done));
          document.body.append(frame);
          await loaded;
          return frame.contentDocument === null ? "not ours" : "ours";
        }, desk.origin + DEAL);
        const frames = page.frames().map((frame) => frame.url());
        same([shown, frames.some((url) => url === desk.origin + DEAL)], ["not ours", false], "the frame");
      });
    } finally {
      server.close();
    }
  });
}

/** Sends a form by the button that is there for that, and waits for what comes of it. */
export async function submit(page, form) {
  // What the browser itself refuses never comes to the desk.
  await page.locator(form).last().evaluate((form) => (form.noValidate = true));
  const button = page.locator(`${form} button[type=submit]:not(.unseen, .more, [name=draft])`).first();
  await Promise.all([page.waitForEvent("load"), button.click({ timeout: PATIENCE })]);
}

async function openAll(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
}

function change(root, path, from, to) {
  const file = join(root, path);
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}
