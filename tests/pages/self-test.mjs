// The checks, checked: every entry of faults/ is a small site with a planted fault (an .html file is its home page, a
// folder the whole of it) whose home page names, in a comment `finds: rule rule …`, the rules it breaks. The checks must
// find these and nothing else; a site that names none must pass. A check that never fails proves nothing.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSite } from "./site.mjs";

const FAULTS = fileURLToPath(new URL("faults/", import.meta.url));

/** Runs `checkSites` on the planted faults; prints what it missed or made up; gives the exit code. */
export async function selfTest(checkSites) {
  const folder = mkdtempSync(join(tmpdir(), "oogst-faults-"));
  try {
    const sites = plantFaults(folder);
    const findings = await checkSites(sites);
    let failed = 0;
    for (const site of sites) {
      const planted = plantedIn(site);
      const own = findings.all.filter((finding) => finding.site === site.name);
      const found = new Set(own.map(({ rule }) => rule));
      const missed = [...planted].filter((rule) => !found.has(rule));
      const invented = own.filter(({ rule }) => !planted.has(rule));
      if (missed.length > 0 || invented.length > 0) failed += 1;
      for (const rule of missed) console.log(`${site.name}: ${rule} was planted and not found`);
      for (const { rule, address, place, message } of invented) {
        console.log(`${site.name}: ${rule} was found and not planted: ${address} ${place} ${message}`);
      }
    }
    console.log(`selftest: ${sites.length - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
