// What the desk does beyond what works without a script: names are offered, texts have buttons and a preview, pastes
// become Markdown, what was not saved is kept, photos go one by one. Words come from the page.

const words = JSON.parse(document.body.dataset.words ?? "{}");
const form = document.querySelector("form.record");
const token = form?.elements.token?.value ?? "";

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function later(wait, work) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(work, wait, ...given);
  };
}

async function asked(address, values) {
  const body = values && new URLSearchParams({ token, ...values });
  const answer = await fetch(address, body && { method: "POST", body });
  if (!answer.ok) throw new Error(answer.status);
  return answer;
}

// ---- names that are offered (WAI-ARIA Authoring Practices, "Editable Combobox With List Autocomplete")

let boxes = 0;

function offerNames(input) {
  const list = element("ul", { role: "listbox", id: `namen-${++boxes}`, class: "offered", "aria-label": words.names });
  list.hidden = true;
  const said = element("span", { role: "status", class: "unseen" });
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(key, value);
  }
  const around = element("span", { class: "combobox" });
  input.replaceWith(around);
  around.append(input, list, said);
  let at = -1;
  let turn = 0;

  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(position) {
    const all = [...list.children];
    at = (position + all.length) % all.length;
    all.forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    input.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }

  function take(item) {
    input.value = item.dataset.value;
    // A new record, with the form.
    if (item.dataset.control) form.append(element("input", { type: "hidden", name: item.dataset.control, value: item.dataset.value }));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    turn++;
    close();
  }

  const ask = later(120, async () => {
    const own = ++turn;
    const typed = input.value.trim();
    if (!typed || document.activeElement !== input) return close();
    const query = new URLSearchParams({ kind: input.dataset.search, event: input.dataset.event ?? "", q: typed });
    const { hits, new: added } = await asked(`/search?${query}`).then((answer) => answer.json(), () => ({ hits: [] }));
    if (own !== turn || document.activeElement !== input) return;
    const twice = (hit) => hits.filter((other) => other.name === hit.name).length > 1;
    const option = (number, text) => element("li", { role: "option", id: `${list.id}-${number}`, "aria-selected": "false" }, text);
    list.replaceChildren(...hits.map((hit, number) => {
      const item = option(number, hit.name);
      item.dataset.value = twice(hit) ? hit.id : hit.name;
      item.append(element("span", { class: "soft" }, ` ${[hit.also, hit.kind, twice(hit) && hit.id].filter(Boolean).join(" · ")}`));
      return item;
    }));
    if (added) {
      const item = option(hits.length, added.say);
      Object.assign(item.dataset, { value: added.name, control: added.control });
      list.append(item);
    }
    close();
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = hits.length ? `${hits.length} ${words.found}` : words.none;
  });

  input.addEventListener("input", (event) => event.isTrusted && ask());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && at >= 0) take(list.children[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  // Before the input loses its focus.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) take(item);
  });
}

// ---- texts

// The browser's own way of typing, so that it can be undone.
function type(area, text) {
  area.focus();
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const MARKS = {
  bold: (chosen) => `**${chosen || words.bold}**`,
  italic: (chosen) => `*${chosen || words.italic}*`,
  heading: (chosen) => `\n\n## ${chosen || words.heading}\n\n`,
  list: (chosen) => `\n\n${(chosen || words.list).split("\n").map((line) => `- ${line}`).join("\n")}\n\n`,
  link: (chosen) => `[${chosen || words.link}](https://)`,
};

function equip(area) {
  const bar = element("div", { class: "marks", role: "group", "aria-label": words.marks });
  for (const [name, mark] of Object.entries(MARKS)) {
    const button = element("button", { type: "button" }, words[name]);
    button.addEventListener("click", () => {
      type(area, mark(area.value.slice(area.selectionStart, area.selectionEnd)));
    });
    bar.append(button);
  }
  area.before(bar);
  const said = element("p", { role: "status", class: "help" });
  area.after(said);

  area.addEventListener("paste", async (event) => {
    const page = event.clipboardData.getData("text/html");
    if (!page) return;
    const plain = event.clipboardData.getData("text/plain");
    event.preventDefault();
    const piece = await asked("/paste", { text: page }).then((answer) => answer.json(), () => null);
    type(area, piece?.markdown.trim() || plain);
    said.textContent = piece?.told ?? "";
  });

  const place = document.getElementById(`${area.id}-preview`);
  let frame = null;
  const show = later(300, async () => {
    const event = location.pathname.split("/").slice(3).map(decodeURIComponent);
    const answer = await asked("/text", { text: area.value, event: event[0] === "-" ? event[1] ?? "" : event[0] }).catch(() => null);
    if (!answer || !place) return;
    if (!frame) {
      // No script runs in it, and no form is sent from it.
      frame = element("iframe", { sandbox: "allow-same-origin allow-popups", title: words.preview });
      place.append(element("p", { class: "help" }, words.preview), frame);
    }
    frame.srcdoc = await answer.text();
  });
  area.addEventListener("input", show);
}

// ---- what was not saved

const kept = `oogst ${location.pathname}`;
const SENT = "oogst sent";

function storage(work) {
  try {
    return work();
  } catch {
    return null; // A browser that keeps nothing for us.
  }
}

function filled() {
  return JSON.stringify([...new FormData(form)].filter(([name, value]) => name !== "token" && value));
}

function fill(pairs) {
  const left = new Map();
  for (const [name, value] of pairs) left.set(name, [...(left.get(name) ?? []), value]);
  for (const control of form.elements) {
    const values = left.get(control.name);
    if (control.type === "radio" || control.type === "checkbox") {
      control.checked = values?.includes(control.value) ?? false;
    } else if (values || control.name.startsWith("f.")) {
      control.value = values?.shift() ?? "";
    }
  }
}

function keepDrafts() {
  const before = filled();
  let leaves = false;
  const isChanged = () => filled() !== before;
  const old = storage(() => localStorage.getItem(kept));
  if (old && old !== before && !document.getElementById("summary")) {
    const bar = element("div", { class: "kept", role: "status" });
    const back = element("button", { type: "button" }, words.restore);
    const away = element("button", { type: "button", class: "second" }, words.discard);
    bar.append(element("p", {}, words.kept), back, away);
    back.addEventListener("click", () => {
      fill(JSON.parse(old));
      bar.remove();
      form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
    });
    away.addEventListener("click", () => {
      storage(() => localStorage.removeItem(kept));
      bar.remove();
    });
    form.before(bar);
  }
  form.addEventListener("input", later(500, () => {
    storage(() => (isChanged() ? localStorage.setItem(kept, filled()) : localStorage.removeItem(kept)));
  }));
  form.addEventListener("submit", () => {
    leaves = true;
    storage(() => localStorage.setItem(kept, filled()));
    storage(() => sessionStorage.setItem(SENT, kept));
  });
  addEventListener("beforeunload", (event) => {
    if (!leaves && isChanged()) event.preventDefault();
  });
}

// ---- all of it

// What arrived is kept no longer.
if (new URLSearchParams(location.search).has("bewaard")) {
  storage(() => localStorage.removeItem(sessionStorage.getItem(SENT)));
  storage(() => sessionStorage.removeItem(SENT));
}
document.getElementById("summary")?.focus();
if (form) {
  form.querySelectorAll("input[data-search]").forEach(offerNames);
  form.querySelectorAll("textarea[data-preview]").forEach(equip);
  keepDrafts();
}
document.forms.add?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const add = event.target;
  let [query, sent] = ["?", 0];
  for (const file of add.fotos.files) {
    const body = new FormData(add);
    body.set("fotos", file);
    const { url } = await fetch(add.action, { method: "POST", body }).catch(() => 0);
    query += `${url?.split("?")[1] ?? `nee=sent:${encodeURIComponent(file.name)}`}&`;
    add.lastChild.textContent = add.dataset.said.replace("#", ++sent) + add.fotos.files.length;
  }
  location = add.action + query.slice(0, 6e4);
});
