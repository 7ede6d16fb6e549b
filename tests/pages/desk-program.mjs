// The desk as a process, for the trials in a browser: started in a folder, with a folder of its own for what is the user's,
// and entered by its one-time address.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

// People wait a moment; a busy machine that also builds may take some more.
export const PATIENCE = 30_000;
const DATE = "2026-01-15";
const NOT_THE_SITE = new Set(["output", ".oogst", "expected", "target", "node_modules", ".git"]);

/** A folder for one trial, with a copy of a site where one is named. */
export class TrialFolder {
  constructor(site) {
    this.folder = mkdtempSync(join(tmpdir(), "oogst-desk-"));
    this.user = join(this.folder, "user");
    this.root = join(this.folder, "verslag");
    mkdirSync(this.user);
    if (site) cpSync(resolve(site), this.root, { recursive: true, filter: (path) => !NOT_THE_SITE.has(basename(path)) });
    else mkdirSync(this.root);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The program while the desk is open. */
export class Desk {
  static async open(oogst, trial, { words = ["edit"] } = {}) {
    const desk = new Desk();
    desk.child = spawn(resolve(oogst), [...words, "--port", "0", "--date", DATE, "--lang", "nl"], {
      cwd: trial.root,
      env: { ...process.env, HOME: trial.user, XDG_STATE_HOME: trial.user },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    desk.said = () => said;
    desk.ended = new Promise((done) => desk.child.on("close", (code, signal) => done(signal ?? code)));
    desk.entry = await new Promise((found, failed) => {
      desk.child.stderr.setEncoding("utf8").on("data", (text) => {
        said += text;
        const address = /http:\/\/127\.0\.0\.1:\d+\/\?\S+?(?=[\s\x1b])/.exec(said);
        if (address) found(address[0]);
      });
      desk.child.on("error", failed);
      desk.ended.then((code) => failed(new Error(`the desk ended (${code}) before it told an address:\n${said}`)));
      setTimeout(() => failed(new Error(`the desk told no address in time:\n${said}`)), PATIENCE).unref();
    });
    desk.origin = new URL(desk.entry).origin;
    await desk.#comeIn();
    return desk;
  }

  // The address works once: the cookie that it gives is handed to every browser of the trial.
  async #comeIn() {
    const answer = await fetch(this.entry);
    const [cookie] = answer.headers.getSetCookie();
    if (answer.status !== 200 || !cookie) throw new Error(`the one-time address gave ${answer.status} and no cookie`);
    const [name, value] = cookie.split(";")[0].split("=");
    this.cookies = [{ name, value, domain: "127.0.0.1", path: "/", httpOnly: true, sameSite: "Strict" }];
    this.header = `${name}=${value}`;
  }

  /** What the browser that came in gets at a path. */
  async get(path) {
    const answer = await fetch(this.origin + path, { headers: { cookie: this.header }, redirect: "manual" });
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", body: await answer.text() };
  }

  kill() {
    this.child.kill("SIGKILL");
    return this.ended;
  }

  /** Ends it as Ctrl-C does. */
  async interrupt() {
    this.child.kill("SIGINT");
    const late = new Promise((done) => setTimeout(() => done("none: it still runs"), PATIENCE).unref());
    return Promise.race([this.ended, late]);
  }
}
