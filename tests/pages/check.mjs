#!/usr/bin/env node
// Checks built sites: `node check.mjs [--base PATH] [--all] FOLDER…`, or `node check.mjs --self-test`, which shows on
// pages with planted faults that every check finds its fault, on whatever kind of page it is. Exit code 0 without findings, 1 with, 2 when a check
// could not be done. The last line counts: `N passed, N failed`.

import { parseArgs } from "node:util";
import { checkInBrowser } from "./browser.mjs";
import { cover } from "./cover.mjs";
import { Findings } from "./findings.mjs";
import { checkWithHtmlValidate, checkWithVnu } from "./html.mjs";
import { checkLinks } from "./links.mjs";
import { everyTenSeconds } from "./progress.mjs";
import { selfTest } from "./self-test.mjs";
import { checkShift, figures } from "./shift.mjs";
import { readSite } from "./site.mjs";

const USAGE = `usage: node check.mjs [--base PATH] [--all] FOLDER…
       node check.mjs --self-test [--seed NUMBER]

  FOLDER       the output of a build
  --base PATH  the path under which the sites live; left out, their home pages' canonical links tell it
  --all        print every finding, not the first of each rule alone
  --seed NUMBER  plant the faults where an earlier self-test had them
`;

/**
 * Every check on every site, and on the chosen pages in the browser; the one list that the self-test and the real run share.
 */
async function checkSites(sites, choices, tell = () => {}) {
  const findings = new Findings();
  const step = async (name, work) => {
    const start = performance.now();
    await work();
    tell(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  await step("links", () => sites.forEach((site) => checkLinks(site, findings)));
  // Java runs beside Node, so that two cores are at work.
  await Promise.all([
    step("vnu", () => checkWithVnu(sites, findings)),
    step("html-validate", () => checkWithHtmlValidate(sites, findings, everyTenSeconds("html-validate", tell))),
  ]);
  await step("layout shift in Chromium", async () => {
    findings.figures = await checkShift(sites, choices, findings, everyTenSeconds("layout shift", tell));
  });
  await step("axe, IBM and own checks in Chromium", () => checkInBrowser(choices, findings, everyTenSeconds("in Chromium", tell)));
  return findings;
}

async function main() {
  const { values: options, positionals: folders } = parseArgs({
    allowPositionals: true,
    options: { base: { type: "string" }, all: { type: "boolean" }, "self-test": { type: "boolean" }, seed: { type: "string" } },
  });
  if (options["self-test"]) return selfTest(checkSites, Number(options.seed ?? Date.now() % 1_000_000), console.log);
  if (folders.length === 0) throw new Error(`no folder to check\n\n${USAGE}`);

  const sites = folders.map((folder) => readSite(folder, options.base));
  const { choices, pairs } = cover(sites);
  for (const site of sites) {
    const browsed = choices.filter((choice) => choice.site === site).length;
    console.log(`${site.name}: ${site.pages.length} pages under ${site.base}; ${browsed} of them in the browser`);
  }
  const kinds = new Set(choices.map(({ page }) => page.kind)).size;
  console.log(`in the browser: ${choices.length} pages of ${kinds} kinds, which show all ${pairs} pairs of a kind and an element`);
  const findings = await checkSites(sites, choices, console.log);
  console.log(`\n${figures(findings.figures)}`);
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
