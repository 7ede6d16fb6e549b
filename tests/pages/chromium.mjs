// Chromium as Debian ships it, started without a screen and without a way to the network: whatever a page may ask for
// outside this machine, no name resolves. playwright-core only drives it; its own browser downloads are never used.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // /dev/shm is small in containers, and pages die without a word when it is full.
  "--disable-dev-shm-usage",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

export async function startChromium() {
  if (!existsSync(PROGRAM)) {
    throw new Error(`there is no ${PROGRAM}; install Debian's chromium, or name another in CHROMIUM`);
  }
  return chromium.launch({ executablePath: PROGRAM, headless: true, args: FLAGS });
}
