// Keeps a page in step with its sources: reloads it when the site changed, and shows what is wrong while it cannot.
// Served, never published. All that comes from the sources is put in as text, never as markup.

const tag = document.querySelector("script[data-oogst-seen]");
const seen = tag ? tag.dataset.oogstSeen : "";
const scrollKey = "oogst-scroll";

let source = null;
let shown = null; // what the overlay shows, or showed when it was closed
let overlay = null;

// ---- reload, at the same place on the page

function reload() {
  try {
    sessionStorage.setItem(scrollKey, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
  } catch {
    // Without storage the browser's own memory of the place has to do.
  }
  location.reload();
}

function returnToPlace() {
  try {
    const place = JSON.parse(sessionStorage.getItem(scrollKey));
    sessionStorage.removeItem(scrollKey);
    if (place && place.path === location.pathname) {
      scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    }
  } catch {
    // As above.
  }
}

// ---- the overlay

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = `oogst-overlay-${className}`;
  if (text !== undefined) made.textContent = text;
  return made;
}

function listed(problem) {
  const item = element("li", "problem");
  item.append(element("p", "title", problem.title));
  if (problem.place || problem.code) {
    const place = element("p", "place");
    if (problem.place) place.append(element("code", "file", problem.place));
    if (problem.code) place.append(element("code", "code", problem.code));
    item.append(place);
  }
  if (problem.excerpt) {
    const excerpt = element("pre", "excerpt", problem.excerpt);
    excerpt.tabIndex = 0; // so that the keyboard can scroll it
    item.append(excerpt);
  }
  if (problem.help) item.append(element("p", "help", problem.help));
  return item;
}

let stylesheet = null;

function styled() {
  stylesheet ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/__oogst/overlay.css";
    link.onload = done;
    link.onerror = done; // bare is better than not at all
    document.head.append(link);
  });
  return stylesheet;
}

async function show(json) {
  if (json === shown) return;
  shown = json;
  await styled();
  if (json !== shown) return; // something newer came meanwhile
  remove();
  const told = JSON.parse(json);
  overlay = element("section", "region");
  overlay.id = "oogst-overlay";
  overlay.lang = told.language;
  overlay.setAttribute("role", "alert");
  overlay.setAttribute("aria-labelledby", "oogst-overlay-heading");
  overlay.tabIndex = 0; // as the excerpts
  const heading = element("h2", "heading", told.heading);
  heading.id = "oogst-overlay-heading";
  const close = element("button", "close", told.close);
  close.type = "button";
  close.addEventListener("click", remove);
  const problems = element("ol", "problems");
  problems.append(...told.problems.map(listed));
  overlay.append(heading, close, element("p", "note", told.note), problems);
  if (told.more) overlay.append(element("p", "note", told.more));
  document.body.append(overlay);
}

function remove() {
  overlay?.remove();
  overlay = null;
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") remove();
});

// ---- listening

function listen() {
  source?.close();
  source = new EventSource(`/__oogst/events?seen=${seen}`);
  source.addEventListener("reload", reload);
  source.addEventListener("problems", (event) => show(event.data));
  source.addEventListener("fine", () => {
    shown = null;
    remove();
  });
  source.addEventListener("error", () => {
    // The browser tries again by itself, unless something else answered in the server's place.
    if (source?.readyState === EventSource.CLOSED) setTimeout(listenIfVisible, 2000);
  });
}

// Browsers allow six connections to one server over all tabs, so a tab that nobody sees lets go of its own.
function listenIfVisible() {
  if (document.visibilityState === "visible") {
    listen();
  } else {
    source?.close();
    source = null;
  }
}

returnToPlace();
document.addEventListener("visibilitychange", listenIfVisible);
listenIfVisible();
