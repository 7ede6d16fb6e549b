// A built site as the checks see it: read from its folder once, one Page a HTML file with the few facts that the checks
// ask for. The parsed trees are dropped at once, so that a site of many thousands of pages fits in memory. Nothing is
// judged here.

import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { parse } from "parse5";

/**
 * @typedef {object} Site
 * @property {string} root     the folder
 * @property {string} name     what tells it from other sites
 * @property {string} base     the path of its address, with a slash on both sides
 * @property {string} [origin] the rest of its address, where it tells it
 * @property {Set<string>} files
 * @property {Page[]} pages    in order of their paths
 *
 * @typedef {object} Page
 * @property {string} file      path in the folder, with `/`
 * @property {string} address   as a reader types it, from the site's root: `/deals/x/`, `/404.html`
 * @property {string} kind      `<body data-page="…">`, or "" where it is missing
 * @property {string} language  `<html lang="…">`
 * @property {number} size      bytes
 * @property {boolean} redirects whether it only sends on to another page
 * @property {boolean} unlisted whether search engines are asked to leave it out
 * @property {boolean} scripted whether a script runs on it; data in a script element does not
 * @property {Set<string>} elements what it is made of: `p.lead-in` for each class of an element, `td` for one without
 * @property {Set<string>} values   the elements with a `data-` attribute that has a value: `td[data-side=ask]`
 * @property {string[]} styles  the style sheets it links to, as written
 * @property {string[]} inlineStyles the text of its style elements
 * @property {Set<string>} ids  what a fragment can point at
 * @property {Reference[]} references
 *
 * @typedef {object} Reference
 * @property {string} from   the element and attribute, for the message: `a[href]`
 * @property {string} target as written
 * @property {boolean} followed whether a reader gets there by following it: a link, not a picture or a `<link>`
 */

/**
 * Reads the folder `folder`. `base` is the path of the site's address; left out, it is read from the site itself.
 * @returns {Site}
 */
export function readSite(folder, base) {
  const root = resolve(folder);
  const files = walk(root).sort();
  const pages = files.filter((file) => file.endsWith(".html")).map((file) => readPage(root, file));
  if (pages.length === 0) {
    throw new Error(`${folder}: no HTML page in this folder; is it the output of a build?`);
  }
  const address = siteAddress(root, files);
  return {
    root,
    // The folder is mostly called `output`; its parent's name is what tells sites apart.
    name: basename(root) === "output" ? basename(dirname(root)) : basename(root),
    base: withSlashes(base ?? address?.pathname ?? "/"),
    origin: address?.origin,
    files: new Set(files),
    pages,
  };
}

function walk(root, folder = root) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(root, path);
    return [relative(root, path).split(sep).join("/")];
  });
}

// A site tells its own address in its home page's canonical link. One that does not is taken to live at the root of a
// host, and none of its absolute links is known to be its own.
function siteAddress(root, files) {
  const home = files.includes("index.html") ? readFileSync(join(root, "index.html"), "utf8") : "";
  const canonical = /<link\b[^>]*\brel="?canonical"?[^>]*>/i.exec(home)?.[0];
  const href = canonical && /\bhref="([^"]+)"/i.exec(canonical)?.[1];
  return href && URL.canParse(href) ? new URL(href) : undefined;
}

function withSlashes(path) {
  return `/${path}/`.replace(/\/+/g, "/");
}

function readPage(root, file) {
  const html = readFileSync(join(root, file), "utf8");
  /** @type {Page} */
  const page = {
    file,
    address: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
    kind: "",
    language: "",
    size: Buffer.byteLength(html),
    redirects: false,
    unlisted: false,
    scripted: false,
    elements: new Set(),
    values: new Set(),
    styles: [],
    inlineStyles: [],
    ids: new Set(),
    references: [],
  };
  visit(parse(html), page);
  return page;
}

function visit(node, page) {
  if (node.attrs) {
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    noteElement(node.nodeName, attributes, page);
    noteLook(node, attributes, page);
  }
  for (const child of node.childNodes ?? []) visit(child, page);
  // A template's content is inert; its links count no less once a script has used it.
  if (node.content) visit(node.content, page);
}

// Thousands of pages hold the same few words; each is kept once.
const words = new Map();

function once(word) {
  if (!words.has(word)) words.set(word, word);
  return words.get(word);
}

// What decides how the page looks: the cover tells pages apart by it.
function noteLook(node, attributes, page) {
  const element = node.nodeName;
  const classes = (attributes.class ?? "").split(/\s+/).filter(Boolean);
  if (classes.length === 0) page.elements.add(once(element));
  for (const name of classes) page.elements.add(once(`${element}.${name}`));
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("data-") && value !== "") page.values.add(once(`${element}[${name}=${value}]`));
  }
  if (element === "link" && /\bstylesheet\b/i.test(attributes.rel ?? "") && attributes.href) page.styles.push(once(attributes.href));
  if (element === "style") page.inlineStyles.push(once(node.childNodes.map(({ value }) => value ?? "").join("")));
}

const PLAIN_REFERENCES = ["href", "src", "poster", "data", "action", "formaction", "cite"];
const META_ADDRESSES = /^(og:url|og:image|og:image:url|twitter:image)$/;

function noteElement(element, attributes, page) {
  if (element === "html") page.language = attributes.lang ?? "";
  if (element === "body") page.kind = attributes["data-page"] ?? "";
  if (element === "script" && /^(|module|(text|application)\/javascript)$/i.test(attributes.type ?? "")) page.scripted = true;
  if (attributes.id) page.ids.add(attributes.id);
  if (element === "a" && attributes.name) page.ids.add(attributes.name);

  // A form leads to a page too.
  const followed = element === "a" || element === "area" || element === "form";
  const note = (attribute, target) =>
    page.references.push({ from: `${element}[${attribute}]`, target: target.trim(), followed });

  for (const attribute of PLAIN_REFERENCES) {
    if (attributes[attribute] !== undefined) note(attribute, attributes[attribute]);
  }
  for (const attribute of ["srcset", "imagesrcset"]) {
    // Candidates are parted by a comma and white space; a comma inside an address has none after it.
    for (const candidate of (attributes[attribute] ?? "").split(/,\s+/)) {
      const [target] = candidate.trim().split(/\s+/);
      if (target) note(attribute, target);
    }
  }
  if (element === "meta") {
    if (/^refresh$/i.test(attributes["http-equiv"] ?? "")) {
      page.redirects = true;
      const target = /url\s*=\s*['"]?([^'"]+)/i.exec(attributes.content ?? "")?.[1];
      if (target) note("content", target);
    } else if (attributes.name === "robots") {
      page.unlisted = /noindex/.test(attributes.content ?? "");
    } else if (META_ADDRESSES.test(attributes.property ?? attributes.name ?? "")) {
      note("content", attributes.content ?? "");
    }
  }
}
