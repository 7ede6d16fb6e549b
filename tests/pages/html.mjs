// HTML: every page through the Nu Html Checker (vnu) and through html-validate, in one run each for all sites together,
// because starting Java costs more than checking a hundred pages.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import config from "./html-validate.config.mjs";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
// vnu takes the directives that a <meta> policy may hold for mistakes.
const FALSE_ALARMS = ".*Content Security Policy.*";
// And it warns of a frame that has its scripts and its origin, which could undo its bounds were it of the page's own origin:
// that of the desk is not. Its filter does not know the warning.
const OF_FRAMES = /Setting both .allow-scripts. and .allow-same-origin./;

export async function checkWithVnu(sites, findings) {
  const { code, stdout, stderr } = await run("java", [
    "-Xss4m",
    // It is over before the slow, thorough compiler and the many threads that clean up after it would have paid.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-jar",
    JAR,
    "--Werror",
    "--format",
    "json",
    "--stdout",
    "--filterpattern",
    FALSE_ALARMS,
    "--skip-non-html",
    ...sites.map(({ root }) => root),
  ]);
  let messages;
  try {
    ({ messages } = JSON.parse(stdout));
  } catch {
    throw new Error(`vnu gave no report (exit code ${code}): ${stderr.trim() || stdout.trim()}`);
  }
  if (code !== 0 && messages.length === 0) throw new Error(`vnu stopped with exit code ${code}: ${stderr.trim()}`);
  for (const site of sites) {
    for (const page of site.pages) findings.looked("vnu", site.name, page.address);
  }
  for (const { type, subType, url, message, lastLine, lastColumn, extract } of messages) {
    if (OF_FRAMES.test(message)) continue;
    const { site, page } = pageOfFile(sites, url);
    findings.add("vnu", {
      rule: `vnu/${subType ?? type}`,
      site: site?.name ?? "vnu",
      address: page?.address ?? url ?? "",
      place: lastLine ? `line ${lastLine}, column ${lastColumn}` : "",
      message: `${message}${extract ? ` « ${extract} »` : ""}`,
    });
  }
}

/** The rules, put together once; html-validate would do it anew for every page, which takes longer than the page itself. */
class SameForAllPages extends StaticConfigLoader {
  #resolved;

  getConfigFor(...asked) {
    return (this.#resolved ??= super.getConfigFor(...asked));
  }
}

/** `progress(done, total)` hears of each page; `rules` are those that differ from what pages of sites follow. */
export async function checkWithHtmlValidate(sites, findings, progress = () => {}, rules = {}) {
  const validator = new HtmlValidate(new SameForAllPages({ ...config, rules: { ...config.rules, ...rules } }));
  const total = sites.reduce((sum, { pages }) => sum + pages.length, 0);
  let done = 0;
  for (const site of sites) {
    for (const page of site.pages) {
      findings.looked("html-validate", site.name, page.address);
      const report = await validator.validateFile(join(site.root, page.file));
      for (const { ruleId, selector, line, column, message } of report.results.flatMap(({ messages }) => messages)) {
        findings.add("html-validate", {
          rule: `html-validate/${ruleId}`,
          site: site.name,
          address: page.address,
          place: `line ${line}, column ${column}${selector ? ` (${selector})` : ""}`,
          message,
        });
      }
      progress((done += 1), total);
    }
  }
}

function pageOfFile(sites, url) {
  if (!url?.startsWith("file:")) return {};
  // vnu writes `file:/tmp/x`, with one slash.
  const path = fileURLToPath(new URL(url));
  const site = sites.find(({ root }) => path.startsWith(`${root}/`));
  const file = site && path.slice(site.root.length + 1);
  return { site, page: site?.pages.find((page) => page.file === file) };
}

function run(program, args) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.on("error", (error) => failed(new Error(`${program} does not start: ${error.message}`)));
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}
