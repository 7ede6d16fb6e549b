#!/usr/bin/env node
// What oogst writes for machines, held against what others say it must be: JSON-LD against the types of schema.org
// (schema-dts, compiled by TypeScript), feeds against RFC 4287 (jing), sitemaps against the schema of sitemaps.org
// (xmllint), calendars against RFC 5545 (icalendar for Python). `node machines.mjs FOLDER…`, or `node machines.mjs
// --self-test`, which shows that each finds its planted fault. Exit code 0 without findings, 1 with, 2 when a check
// could not be done. The last line counts files: `N passed, N failed`.

import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "parse5";
import ts from "typescript";

const HERE = dirname(fileURLToPath(import.meta.url));
const SITEMAP_SCHEMA = join(HERE, "node_modules/sitemap/schema/sitemap.xsd");
const PYTHON = process.env.OOGST_TEST_PYTHON ?? "python3";
// Which of schema-dts' types a block is compiled as, by its own `@type`.
const TYPES = {
  BreadcrumbList: "BreadcrumbList",
  Event: "Event",
  EventSeries: "EventSeries",
  GovernmentOrganization: "Organization",
  Organization: "Organization",
  Person: "Person",
  School: "Organization",
  WebSite: "WebSite",
};

/** One check of one file: what is wrong with it, in a line each. */
const CHECKS = {
  "JSON-LD": { files: /\.html$/, check: checkLinkedData },
  Atom: { files: /feed\.xml$/, check: (files) => validate("jing", ["-c", join(HERE, "schemas/atom.rnc")], files) },
  sitemap: {
    files: /sitemap(-\d+)?\.xml$/,
    check: (files) => validate("xmllint", ["--noout", "--nonet", "--schema", SITEMAP_SCHEMA], files),
  },
  calendar: { files: /\.ics$/, check: (files) => validate(PYTHON, [join(HERE, "calendars.py")], files) },
};

/** Runs a program over many files; it names the file at the start of each line of complaint. */
function validate(program, args, files) {
  const faults = [];
  for (let start = 0; start < files.length; start += 500) {
    const { error, status, stdout, stderr } = spawnSync(program, [...args, ...files.slice(start, start + 500)], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (error) throw new Error(`${program} does not start: ${error.message}`);
    const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() && !line.startsWith("[warning] /usr/bin/jing"));
    const complaints = lines.filter((line) => files.some((file) => line.startsWith(file)) && !line.endsWith(" validates"));
    if (status !== 0 && complaints.length === 0) throw new Error(`${program} stopped with ${status}: ${lines.join("\n")}`);
    faults.push(...complaints.map((message) => ({ file: files.find((file) => message.startsWith(file)), message })));
  }
  return faults;
}

/**
 * What a compiler sees of a value: to the types of schema.org one text is like another, but for the terms of schema.org
 * themselves, and a list is as right as each kind of thing in it.
 */
function shapeOf(value, key = "") {
  if (Array.isArray(value)) return [...new Map(value.map((item) => [JSON.stringify(shapeOf(item, key)), shapeOf(item, key)])).values()];
  if (typeof value === "object" && value) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item, name)]));
  }
  if (typeof value === "string" && key !== "@type" && !value.startsWith("https://schema.org")) return "x";
  return typeof value === "number" ? 1 : value;
}

/** Every block of JSON-LD as a constant of its type, compiled strictly in one go. The same shape twice is compiled once. */
function checkLinkedData(files) {
  const faults = [];
  const origins = new Map();
  for (const file of files) {
    for (const text of blocksOf(parse(readFileSync(file, "utf8")))) {
      let data;
      try {
        data = JSON.parse(text);
      } catch (error) {
        faults.push({ file, message: `${file}: is no JSON: ${error.message}` });
        continue;
      }
      for (const thing of data["@graph"] ?? [data]) {
        const type = TYPES[thing["@type"]];
        if (!type) faults.push({ file, message: `${file}: no type is known for ${JSON.stringify(thing["@type"])}` });
        else origins.set(`: WithContext<${type}> = ${JSON.stringify(shapeOf({ "@context": data["@context"], ...thing }))};`, file);
      }
    }
  }
  const statements = [...origins];
  const source = [
    `import type { BreadcrumbList, Event, EventSeries, Organization, Person, WebSite, WithContext } from "schema-dts";`,
    ...statements.map(([statement], index) => `export const x${index}${statement}`),
  ].join("\n");
  const name = join(HERE, "linked-data.ts");
  const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  // The file exists for the compiler alone.
  host.fileExists = (path) => path === name || fileExists.call(host, path);
  host.readFile = (path) => (path === name ? source : readFile.call(host, path));
  host.getSourceFile = (path, version) =>
    path === name ? ts.createSourceFile(path, source, version) : getSourceFile.call(host, path, version);
  const program = ts.createProgram([name], options, host);
  for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
    const message = ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 600);
    if (file?.fileName !== name) throw new Error(`TypeScript: ${message}`);
    const { line } = ts.getLineAndCharacterOfPosition(file, start);
    if (line === 0) throw new Error(`TypeScript: ${message}`);
    const [statement, from] = statements[line - 1];
    faults.push({ file: from, message: `${from}: ${message} « ${statement.slice(0, 200)} »` });
  }
  return faults;
}

function blocksOf(node) {
  const type = node.attrs?.find(({ name }) => name === "type")?.value;
  if (node.nodeName === "script" && type === "application/ld+json") return [node.childNodes.map(({ value }) => value).join("")];
  return (node.childNodes ?? []).flatMap(blocksOf);
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

function checkFolders(folders) {
  const files = folders.flatMap(walk).sort();
  let passed = 0;
  let failed = 0;
  for (const [name, { files: pattern, check }] of Object.entries(CHECKS)) {
    const own = files.filter((file) => pattern.test(file));
    const start = performance.now();
    const faults = own.length > 0 ? check(own) : [];
    const wrong = new Set(faults.map(({ file }) => file)).size;
    passed += own.length - wrong;
    failed += wrong;
    console.log(`${name}: ${own.length} files, ${wrong} with faults, ${((performance.now() - start) / 1000).toFixed(1)} s`);
    for (const { message } of faults.slice(0, 8)) console.log(`  ${message}`);
    if (faults.length > 8) console.log(`  … and ${faults.length - 8} more`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Every file of machine-faults/ has one fault that its check must find; each `goed` file has none. */
function selfTest() {
  const files = walk(join(HERE, "machine-faults"));
  const strange = files.find((file) => !Object.values(CHECKS).some(({ files: pattern }) => pattern.test(file)));
  if (strange) throw new Error(`${strange} is for no check`);
  let failed = 0;
  const found = new Map();
  for (const [name, { files: pattern, check }] of Object.entries(CHECKS)) {
    const own = files.filter((file) => pattern.test(file));
    // All at once, as the real run does: each program is started, and TypeScript set to work, a single time.
    const faults = own.length > 0 ? check(own) : [];
    const wrong = new Set(faults.map(({ file }) => file));
    const planted = own.filter((file) => !basename(dirname(file)).startsWith("goed"));
    found.set(name, planted.filter((file) => wrong.has(file)).length);
    for (const file of own) {
      if (wrong.has(file) === planted.includes(file)) continue;
      failed += 1;
      const messages = faults.filter((fault) => fault.file === file).map(({ message }) => message);
      console.log(planted.includes(file) ? `${file}: its fault was not found` : `${file}: ${messages.join("\n")}`);
    }
  }
  for (const [name, count] of found) {
    if (count === 0) {
      failed += 1;
      console.log(`${name}: no planted fault was found`);
    }
  }
  console.log(`${files.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

try {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new Error("usage: node machines.mjs FOLDER… | --self-test");
  process.exitCode = folders[0] === "--self-test" ? selfTest() : checkFolders(folders);
} catch (error) {
  console.error(error.constructor === Error ? error.message : error.stack);
  process.exitCode = 2;
}
