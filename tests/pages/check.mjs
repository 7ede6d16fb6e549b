#!/usr/bin/env node
// Checks built sites: `node check.mjs [--base PATH] [--all] FOLDER…`, or `node check.mjs --self-test`, which shows on
// pages with planted faults that every check finds its fault. Exit code 0 without findings, 1 with, 2 when a check
// could not be done. The last line counts: `N passed, N failed`.

import { parseArgs } from "node:util";
import { checkInBrowser } from "./browser.mjs";
import { Findings } from "./findings.mjs";
import { checkWithHtmlValidate, checkWithVnu } from "./html.mjs";
import { checkLinks } from "./links.mjs";
import { selfTest } from "./self-test.mjs";
import { readSite, samplePages } from "./site.mjs";

const USAGE = `usage: node check.mjs [--base PATH] [--all] FOLDER…
       node check.mjs --self-test

  FOLDER       the output of a build
  --base PATH  the path under which the sites live; left out, their home pages' canonical links tell it
  --all        print every finding, not the first of each rule alone
`;

/** Every check on every site; the one list that the self-test and the real run share. */
async function checkSites(sites, tell = () => {}) {
  const findings = new Findings();
  const step = async (name, work) => {
    const start = performance.now();
    await work();
    tell(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  await step("links", () => sites.forEach((site) => checkLinks(site, findings)));
  await step("vnu", () => checkWithVnu(sites, findings));
  await step("html-validate", () => checkWithHtmlValidate(sites, findings));
  await step("axe and own checks in Chromium", () => checkInBrowser(sites, findings));
  return findings;
}

async function main() {
  const { values: options, positionals: folders } = parseArgs({
    allowPositionals: true,
    options: { base: { type: "string" }, all: { type: "boolean" }, "self-test": { type: "boolean" } },
  });
  if (options["self-test"]) return selfTest(checkSites);
  if (folders.length === 0) throw new Error(`no folder to check\n\n${USAGE}`);

  const sites = folders.map((folder) => readSite(folder, options.base));
  for (const site of sites) {
    const sample = samplePages(site);
    const kinds = new Set(sample.map(({ kind }) => kind));
    const browsed = `${sample.length} of them, of ${kinds.size} kinds, in the browser`;
    console.log(`${site.name}: ${site.pages.length} pages under ${site.base}; ${browsed}`);
  }
  const findings = await checkSites(sites, console.log);
  console.log(`\n${findings.report(sites, options.all ? Infinity : undefined)}\n`);
  console.log(`${findings.passed} passed, ${findings.failed} failed`);
  return findings.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  // Our own errors say what to do; anything else is a defect, and its trace tells where.
  console.error(error.constructor === Error ? error.message : error.stack);
  process.exitCode = 2;
}
