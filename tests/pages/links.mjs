// Links: every internal address in every page, stylesheet, feed and sitemap leads to a file of the site, every fragment
// to an id on its page, and every page can be reached from a home page by following links. Other hosts are never asked.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const CHECK = "links";
const REACH = "reach";

export function checkLinks(site, findings) {
  const pagesByFile = new Map(site.pages.map((page) => [page.file, page]));
  for (const page of site.pages) {
    findings.looked(CHECK, site.name, page.address);
    for (const reference of page.references) {
      const problem = follow(site, pagesByFile, page.address, reference.target).problem;
      if (problem) report(site, findings, page.address, reference.from, reference.target, problem);
    }
  }
  for (const file of site.files) {
    const targets = targetsIn(site, file);
    if (!targets) continue;
    findings.looked(CHECK, site.name, `/${file}`);
    for (const target of targets) {
      const problem = follow(site, pagesByFile, `/${file}`, target).problem;
      if (problem) report(site, findings, `/${file}`, "", target, problem);
    }
  }
  checkReach(site, pagesByFile, findings);
}

// Breadth first from the home pages. The 404 page is shown by the server and a redirect page stands for an address that
// nobody links to any more; both may be found in no other way. Nor may what is kept for its promised address alone: a page
// that says that it is gone, and a year or a region's theme of which nothing is on record any more.
function checkReach(site, pagesByFile, findings) {
  const homes = site.pages.filter((page) => page.file === "index.html" || page.kind === "home");
  const reached = new Set(homes);
  // A Set keeps growing under its own iteration, which makes it the queue as well.
  for (const page of reached) {
    for (const reference of page.references) {
      if (!reference.followed && !page.redirects) continue;
      const next = follow(site, pagesByFile, page.address, reference.target).page;
      if (next) reached.add(next);
    }
  }
  for (const page of site.pages) {
    if (page.redirects || page.file === "404.html" || page.file.endsWith("/404.html")) continue;
    if (page.kind === "gone" || (page.unlisted && ["year", "crossing"].includes(page.kind))) continue;
    findings.looked(REACH, site.name, page.address);
    if (reached.has(page)) continue;
    findings.add(REACH, {
      rule: "links/orphan",
      site: site.name,
      address: page.address,
      message: "no chain of links leads here from a home page",
    });
  }
}

function report(site, findings, address, place, target, [rule, message]) {
  findings.add(CHECK, { rule: `links/${rule}`, site: site.name, address, place, message: `${target}: ${message}` });
}

/**
 * Where `target`, written on the page at `address`, leads: `{}` for another host or scheme, `{ page }` for a page,
 * `{ file }` for any other file, `{ problem: [rule, message] }` for nowhere.
 */
function follow(site, pagesByFile, address, target) {
  // A host of the check's own stands in for a site that does not tell its origin.
  const origin = site.origin ?? "http://site.invalid";
  if (target === "" ) return { problem: ["empty", "an address without a word"] };
  let url;
  try {
    url = new URL(target, origin + site.base.slice(0, -1) + address);
  } catch {
    return { problem: ["malformed", "not an address"] };
  }
  if (url.origin !== origin) return {};

  let path;
  let fragment;
  try {
    path = decodeURIComponent(url.pathname);
    fragment = decodeURIComponent(url.hash.slice(1));
  } catch {
    return { problem: ["malformed", "a % that starts no character"] };
  }
  if (!path.startsWith(site.base)) {
    return { problem: ["outside-base", `leaves the site, which lives under ${site.base}`] };
  }
  const inside = path.slice(site.base.length);
  const file = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
  if (!site.files.has(file)) {
    return site.files.has(`${inside}/index.html`)
      ? { problem: ["no-slash", "a page's address ends in /"] }
      : { problem: ["broken", `there is no ${file} in the site`] };
  }
  const page = pagesByFile.get(file);
  if (!page) return { file };
  // `#top` and the empty fragment always work (HTML standard, "find a potential indicated element").
  if (fragment && fragment !== "top" && !fragment.startsWith(":~:") && !page.ids.has(fragment)) {
    return { problem: ["fragment", `no element has the id ${fragment}`] };
  }
  return { page };
}

// The addresses in the files that are no pages, or nothing for a file that names none.
function targetsIn(site, file) {
  const pattern = file.endsWith(".css")
    ? /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g
    : file === "feed.xml" || /(^|\/)(feed|atom)[^/]*\.xml$/.test(file)
      ? /<link\b[^>]*\bhref="([^"]+)"/g
      : /(^|\/)sitemap[^/]*\.xml$/.test(file)
        ? /<loc>\s*([^<]+?)\s*<\/loc>/g
        : undefined;
  if (!pattern) return undefined;
  const text = readFileSync(join(site.root, file), "utf8");
  return [...text.matchAll(pattern)].map(([, first, second]) => (first ?? second).replaceAll("&amp;", "&"));
}
