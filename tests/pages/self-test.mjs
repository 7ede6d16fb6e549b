// The checks, checked: every entry of faults/ is a small site with a planted fault (an .html file is its home page, a
// folder the whole of it) whose home page names, in a comment `finds: rule rule …`, the rules it breaks. The checks must
// find these and nothing else; a site that names none must pass. A check that never fails proves nothing. The pages of these
// sites are all looked at; which pages of a site are is a check of its own, with faults of its own (cover-test.mjs).

import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cover, everyPage } from "./cover.mjs";
import { checkCover, plantInEveryKind } from "./cover-test.mjs";
import { readSite } from "./site.mjs";

const FAULTS = fileURLToPath(new URL("faults/", import.meta.url));

/** Runs `checkSites` on the planted faults; prints what it missed or made up; gives the exit code. */
export async function selfTest(checkSites, seed, tell) {
  const folder = mkdtempSync(join(tmpdir(), "oogst-faults-"));
  try {
    console.log(`the cover's pages are drawn with --seed ${seed}`);
    const sites = plantFaults(folder);
    const everyKind = plantInEveryKind(join(folder, "every-kind"), seed);
    const choices = [...everyPage(sites), ...cover([everyKind.site]).choices];
    const findings = await checkSites([...sites, everyKind.site], choices, tell);

    let failed = 0;
    const judge = (name, problems) => {
      if (problems.length > 0) failed += 1;
      for (const problem of problems) console.log(`${name}: ${problem}`);
    };
    for (const site of sites) {
      const own = findings.all.filter((finding) => finding.site === site.name);
      judge(site.name, compare(plantedIn(site), own));
    }
    const { site, planted } = everyKind;
    for (const { address } of site.pages) {
      const own = findings.all.filter((finding) => finding.site === site.name && finding.address === address);
      const problems = compare(new Set(planted.get(address)), own);
      judge(`${site.name} ${address}`, problems);
    }
    judge("the cover", checkCover(seed));
    const tried = sites.length + site.pages.length + 1;
    console.log(`selftest: ${tried - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was missed of the rules that were planted, and what was made up. */
function compare(planted, findings) {
  const found = new Set(findings.map(({ rule }) => rule));
  const missed = [...planted].filter((rule) => !found.has(rule));
  const invented = findings.filter(({ rule }) => !planted.has(rule));
  return [
    ...missed.map((rule) => `${rule} was planted and not found`),
    ...invented.map(({ rule, address, place, message }) => `${rule} was found and not planted: ${address} ${place} ${message}`),
  ];
}

function plantFaults(folder) {
  return readdirSync(FAULTS)
    .sort()
    .map((entry) => {
      const root = join(folder, entry.replace(/\.html$/, ""));
      mkdirSync(root);
      cpSync(join(FAULTS, entry), entry.endsWith(".html") ? join(root, "index.html") : root, { recursive: true });
      return readSite(root);
    });
}

function plantedIn(site) {
  const home = readFileSync(join(site.root, "index.html"), "utf8");
  const rules = /<!--\s*finds:([^]*?)-->/.exec(home)?.[1];
  if (rules === undefined) throw new Error(`faults/${site.name} does not say which rules it breaks`);
  return new Set(rules.trim().split(/\s+/).filter(Boolean));
}
