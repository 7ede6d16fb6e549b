// An afternoon of somebody who publishes what a meeting brought home, from nothing to a server: a report from Word, a list
// from Excel with a mistake in it, four photos, three corrections, and the site on a server that speaks SFTP. What a person
// does is counted: pages that are opened, fields that are filled in, files that are chosen, characters that are typed.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { same, step } from "./steps.mjs";

const SSHD = "/usr/sbin/sshd";
const REGION = "/record/region/-/onze-regio";
// Where a camera says that it was, and how it was held: orientation 6, and a place in degrees (Exif 2.32, 4.6.2 and 4.6.6).
const ORIENTATION = 0x0112;
const PLACE = "52; 31; 12";

/** The whole afternoon; `open` opens a desk in a folder and gives a page at it. */
export async function afternoon(open) {
  await open(async ({ folder, desk, page }) => {
    const person = new Person(page, desk.origin);
    const report = join(folder.root, "opbrengst");
    const office = join(folder.folder, "kantoor");
    mkdirSync(office);
    const made = spawnSync("python3", [fileURLToPath(new URL("office.py", import.meta.url)), office]);
    if (made.status !== 0) throw new Error(`office.py: ${made.stderr}`);
    const server = await startSshd(folder.folder, folder.user);
    try {
      await begin(person, folder, report);
      const event = await writeDown(person, office, report);
      await addPhotos(person, office, report, event);
      await correct(person, report, event);
      await publish(person, server, report, event);
      await step("the afternoon, counted", () => person.told());
    } finally {
      server.stop();
    }
  });
}

/** Who does all this, with what they do counted. */
class Person {
  counts = { pages: 0, fields: 0, files: 0, characters: 0 };
  started = performance.now();

  constructor(page, origin) {
    Object.assign(this, { page, origin });
  }

  async goes(path) {
    this.counts.pages += 1;
    await this.page.goto(this.origin + path);
  }

  async fills(name, text) {
    this.counts.fields += 1;
    this.counts.characters += text.length;
    const field = this.page.locator(`[name="${name}"]`).first();
    await field.evaluate((field) => {
      for (let at = field.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    });
    await field.fill(text);
  }

  async ticks(selector) {
    this.counts.fields += 1;
    await this.page.locator(selector).first().check();
  }

  async chooses(name, files) {
    this.counts.files += [files].flat().length;
    await this.page.locator(`input[type=file][name="${name}"]`).setInputFiles(files);
  }

  /** Presses a button, and waits for the page that comes. */
  async presses(button) {
    this.counts.pages += 1;
    const pressed = this.page.locator(button).first();
    await Promise.all([this.page.waitForEvent("load"), pressed.click()]);
  }

  async saves() {
    await this.presses("form.record button[name=save]");
    await this.page.locator(".saved").waitFor();
  }

  async reads() {
    return this.page.locator("main").innerText();
  }

  /** Makes sure that the page says this. */
  async sees(words) {
    const text = await this.reads();
    if (!text.includes(words)) throw new Error(`« ${words} » is not on ${this.page.url()}: « ${text.slice(0, 700)} »`);
  }

  told() {
    const { pages, fields, files, characters } = this.counts;
    const seconds = Math.round((performance.now() - this.started) / 1000);
    return `${pages} pages, ${fields} fields, ${files} files, ${characters} characters typed; ${seconds} s without the thinking`;
  }
}

async function begin(person, folder, report) {
  await step("a report is begun, with its name and address", async () => {
    await person.goes(`/reports?map=${encodeURIComponent(folder.root)}`);
    await person.fills("naam", "opbrengst");
    await person.presses('form[action="/begin"] button');
    await person.goes("/settings");
    await person.fills("f.title", "Opbrengst van Noordhoek");
    await person.fills("f.base_url", "https://opbrengst.example");
    await person.fills("f.publisher", "Gemeente Noordhoek");
    await person.saves();
    await person.goes(REGION);
    await person.fills("f.name", "Noordhoek");
    await person.saves();
    if (!existsSync(join(report, "oogst.toml"))) throw new Error("there is no oogst.toml");
  });
}

/** The Word text and the Excel list; gives the folder of the event. */
async function writeDown(person, office, report) {
  let event = "";
  await step("a Word text becomes a meeting", async () => {
    await person.goes("/import");
    await person.chooses("bestand", join(office, "verslag.docx"));
    await person.page.selectOption('[name="bijeenkomst"]', "");
    await person.fills("datum", "2025-11-12");
    await person.presses("form.record button[type=submit]");
    await person.sees("vijftig mensen naar het oude postkantoor");
    await person.presses('main form[method=post] button[type=submit]:not(.more)');
    await person.sees("Overgenomen");
    [event] = readdirSync(join(report, "content/events")).filter((name) => name.includes("streekmiddag"));
  });
  await step("an Excel list is taken over, but for the row with a mistake", async () => {
    await sendList(person, event, join(office, "lijst.xlsx"));
    await person.sees("geen regio heet ‘Noordhoekk’");
    await takeOver(person, "6 nieuw");
  });
  await step("the list as it was mended adds only that row", async () => {
    await sendList(person, event, join(office, "lijst-goed.xlsx"));
    await takeOver(person, "1 nieuw");
    const deals = readFileSync(join(report, "content/events", event, "deals.toml"), "utf8");
    same(deals.match(/^\[\[deal\]\]/gm)?.length, 2, "deals");
    if (/06 12345678/.test(everything(report))) throw new Error("a phone number of the list was taken over");
  });
  return event;
}

async function sendList(person, event, file) {
  await person.goes(`/import/${event}`);
  await person.chooses("bestand", file);
  await person.presses("form.record button[type=submit]");
}

async function takeOver(person, told) {
  const button = person.page.locator("main form[method=post] button[type=submit]", { hasText: /^Overnemen$/ });
  person.counts.pages += 1;
  await Promise.all([person.page.waitForEvent("load"), button.first().click()]);
  await person.sees(told);
}

async function addPhotos(person, office, report, event) {
  const names = ["zaal.jpg", "dak.jpg", "groep.jpg", "tafel.jpg"];
  await step("four photos are added at once, upright and without where they were taken", async () => {
    const files = [];
    for (const [number, name] of names.entries()) {
      files.push(join(office, name));
      writeFileSync(files.at(-1), await photo(person.page, number));
    }
    await person.goes(`/event/${event}/photo`);
    await person.chooses("fotos", files);
    await person.presses("form.upload button[type=submit]");
    await person.sees("Foto 1 van 4");
    for (const name of names) {
      const bytes = readFileSync(join(report, "content/events", event, "media", name));
      if (bytes.includes("Exif") || bytes.includes(PLACE)) throw new Error(`${name} still says where it was taken`);
      const { width, height } = await sizeOf(person.page, bytes);
      same([width, height], [90, 120], `the size of ${name}`);
    }
  });
  await step("of each is said what can be seen and whether it may be shown; one may not", async () => {
    const texts = ["De zaal loopt vol", "Panelen op een dak", "De groep voor de deur", "Briefjes op tafel"];
    for (const [number, name] of names.entries()) {
      const id = name.split(".")[0];
      await person.fills(`f.${id}.alt`, texts[number]);
      await person.ticks(`[name="f.${id}.consent"][value="${number === 2 ? "no" : "yes"}"]`);
    }
    await person.presses("form.photos .buttons button");
    await person.sees("Bewaard in");
  });
}

async function correct(person, report, event) {
  await step("three corrections are made", async () => {
    await person.goes(`/event/${event}/deal`);
    await person.presses('main a[href*="/record/deal/"]');
    const deal = new URL(person.page.url()).pathname;
    await person.fills("f.text", "Twaalf leerlingen leggen in mei de eerste panelen.");
    await person.saves();
    await person.goes(`/record/event/-/${event}`);
    await person.fills("f.summary", "Vijftig mensen maakten twee afspraken over zonnedaken.");
    await person.saves();
    await person.goes(deal);
    await person.fills("f.title", "Samen zonnedaken leggen in mei");
    await person.saves();
    const text = everything(report);
    for (const said of ["Twaalf leerlingen leggen", "Vijftig mensen maakten", "leggen in mei"]) {
      if (!text.includes(said)) throw new Error(`« ${said} » is nowhere`);
    }
  });
  await step("the example that came with the report is taken off the site", async () => {
    await person.goes("/remove/event/-/voorbeeld");
    await person.ticks("main form[method=post] input[type=radio]");
    await person.presses("main form[method=post] button[type=submit]");
    const example = readFileSync(join(report, "content/events/voorbeeld/event.md"), "utf8");
    if (!example.includes("concept = true")) throw new Error(await person.reads());
  });
}

async function publish(person, server, report, event) {
  await step("a place on a server is named", async () => {
    await person.goes("/settings/place");
    await person.fills("name", "website");
    await person.ticks('[name="f.kind"][value="sftp"]').catch(() => person.page.selectOption('[name="f.kind"]', "sftp"));
    await person.fills("f.host", "127.0.0.1");
    await person.fills("f.port", String(server.port));
    await person.fills("f.user", server.user);
    await person.fills("f.folder", server.www);
    await person.saves();
  });
  await step("nothing keeps the site from being published", async () => {
    await person.goes("/check");
    const text = await person.reads();
    if (/\bfout\b|Moet/.test(text)) throw new Error(text.slice(0, 1500));
  });
  await step("the site is on the server, once it is agreed whose key it has", async () => {
    await person.goes("/publish/website");
    await person.presses("main form[method=post] button[type=submit]");
    await person.sees("SHA256:");
    await person.ticks("main form[method=post] input[type=checkbox], main form[method=post] input[type=radio]");
    await person.presses("main form[method=post] button[type=submit]");
    await person.sees("nieuw");
    await person.presses("main form[method=post] button[type=submit]");
    await person.sees("https://opbrengst.example");
    const page = readFileSync(join(server.www, "bijeenkomsten", event, "index.html"), "utf8");
    for (const said of ["Streekmiddag Noordhoek", "Samen zonnedaken leggen in mei", "De zaal loopt vol"]) {
      if (!page.includes(said)) throw new Error(`« ${said} » is not on the page of the meeting`);
    }
    if (existsSync(join(server.www, "bijeenkomsten/voorbeeld"))) throw new Error("the example is on the site");
    if (page.includes("De groep voor de deur")) throw new Error("a photo is shown that may not be");
    if (!readFileSync(join(report, "oogst.toml"), "utf8").includes("SHA256:")) throw new Error("the key is not written down");
  });
}

/** A photo of 120 by 90, as a camera that was held upright makes it, with where it was. */
async function photo(page, number) {
  const drawn = await page.evaluate((number) => {
    const canvas = document.createElement("canvas");
    canvas.width = 120;
    canvas.height = 90;
    const drawing = canvas.getContext("2d");
    drawing.fillStyle = `hsl(${number * 90} 60% 50%)`;
    drawing.fillRect(0, 0, 120, 90);
    drawing.fillStyle = "white";
    drawing.fillRect(10, 10, 20 + 10 * number, 20);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  }, number);
  const bytes = Buffer.from(drawn, "base64");
  return Buffer.concat([bytes.subarray(0, 2), exif(), bytes.subarray(2)]);
}

// One entry for how it was held, one text for where it was.
function exif() {
  const entry = (tag, type, count, value) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const text = Buffer.from(`${PLACE}\0`);
  const head = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2]);
  const at = head.length + 2 * 12 + 4;
  const entries = [entry(ORIENTATION, 3, 1, 6), entry(0x010e, 2, text.length, at)];
  const body = Buffer.concat([Buffer.from("Exif\0\0"), head, ...entries, Buffer.alloc(4), text]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([marker, body]);
}

function sizeOf(page, bytes) {
  return page.evaluate(async (data) => {
    const blob = new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))]);
    const { width, height } = await createImageBitmap(blob);
    return { width, height };
  }, bytes.toString("base64"));
}

/** All texts that a person wrote in a report. */
function everything(report) {
  const files = readdirSync(join(report, "content"), { recursive: true }).filter((path) => /\.(md|toml)$/.test(path));
  return files.map((path) => readFileSync(join(report, "content", path), "utf8")).join("\n");
}

/** OpenSSH's own server, which lets in the key in the home folder of the user. */
async function startSshd(folder, home) {
  if (!existsSync(SSHD)) throw new Error(`there is no ${SSHD}; install openssh-server`);
  const at = join(folder, "server");
  for (const path of [at, join(home, ".ssh"), join(folder, "www")]) mkdirSync(path, { recursive: true });
  for (const key of [join(at, "host"), join(home, ".ssh/id_ed25519")]) {
    const { status } = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
    if (status !== 0) throw new Error("ssh-keygen made no key");
  }
  const port = await freePort();
  const settings = [
    ...[`Port ${port}`, "ListenAddress 127.0.0.1", `HostKey ${join(at, "host")}`, "PidFile none", "UsePAM no"],
    ...["StrictModes no", "PermitRootLogin yes", `AuthorizedKeysFile ${join(home, ".ssh/id_ed25519.pub")}`],
    ...["Subsystem sftp internal-sftp", ""],
  ];
  writeFileSync(join(at, "settings"), settings.join("\n"));
  // Whoever is root needs this folder, which a system that starts the server makes.
  if (process.getuid() === 0) mkdirSync("/run/sshd", { recursive: true });
  const child = spawn(SSHD, ["-D", "-e", "-f", join(at, "settings")], { stdio: "ignore" });
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries === 500) throw new Error("the server does not answer");
    await new Promise((done) => setTimeout(done, 20));
  }
  const { stdout } = spawnSync("id", ["-un"], { encoding: "utf8" });
  return { port, user: stdout.trim(), www: join(folder, "www"), stop: () => child.kill("SIGKILL") };
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => socket.end(() => done(true)));
    socket.on("error", () => done(false));
  });
}
