// A small web server for a built site, as a plain host would serve it: a folder's index.html, the site's 404 page, and
// the path of its base address before everything. Loopback only, for the checks alone; `oogst serve` is another thing.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".xml": "application/xml",
};

/** Serves `root` under `base`; gives the address of the site's home page and a way to stop. */
export async function serveFolder(root, base = "/") {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.startsWith(base) ? existing(root, path.slice(base.length)) : undefined;
    if (file?.redirect) {
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    // Browsers ask for this one unasked, at the root of the host, where a site under a path can't have it.
    if (!file && path === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const shown = file ?? existing(root, "404.html");
    if (!shown) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not here");
      return;
    }
    const type = TYPES[extname(shown)] ?? "application/octet-stream";
    response.writeHead(file ? 200 : 404, { "content-type": type, "x-content-type-options": "nosniff" });
    if (request.method === "HEAD") response.end();
    else createReadStream(shown).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

function existing(root, path) {
  const file = join(root, normalize(`/${path}`));
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  if (path !== "" && !path.endsWith("/")) return { redirect: true };
  const index = join(file, "index.html");
  return existsSync(index) ? index : undefined;
}
