// Combines the choices of a list: in goes its index, which of its entries each choice leaves, out come the cards of those
// that all of them leave. The cards are those of the list's own pages, so that no look says twice what a card is. What is
// chosen stands in the address. Without this script, or without the index, the links that narrow the list stay.

(() => {
  const chooser = document.querySelector(".choose");
  const list = document.querySelector(".listed > ul");
  const count = document.querySelector(".count");
  const more = document.querySelector(".show-more");
  const aside = document.querySelectorAll(".narrowings, .pager");
  const own = [...list.children];
  const whole = count.textContent;
  const pages = new Map();
  let fields;
  let limit;
  let turn = 0;

  load();

  async function load() {
    const response = await fetch(chooser.dataset.index).catch(() => undefined);
    if (response?.ok) start(await response.json());
  }

  function start(index) {
    const { content } = chooser.querySelector("template");
    const wipe = chooser.querySelector("button");
    fields = index.groups.map((group) => {
      const label = content.firstElementChild.cloneNode(true);
      const select = label.querySelector("select");
      label.querySelector("span").textContent = group.label;
      select.name = group.key;
      for (const choice of group.choices) {
        choice.has = new Set(choice.at);
        const option = new Option("", choice.id);
        if (choice.lang) option.lang = choice.lang;
        select.append(option);
      }
      chooser.insertBefore(label, wipe);
      return { ...group, select };
    });
    const show = () => showChosen(index);
    let last;
    const changed = (field) => {
      const address = new URL(location);
      for (const { key, also, select } of fields) {
        address.searchParams.delete(also);
        if (select.value) address.searchParams.set(key, select.value);
        else address.searchParams.delete(key);
      }
      // What the arrow keys pass on the way to a choice is one step back.
      if (field && field === last) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
      last = field;
      limit = index.length;
      return show();
    };
    const read = () => {
      const query = new URLSearchParams(location.search);
      for (const { key, also, choices, select } of fields) {
        const word = query.get(key) ?? query.get(also);
        // What the list does not know is no choice.
        select.selectedIndex = 1 + choices.findIndex((choice) => [choice.id, choice.also].includes(word ?? ""));
      }
      limit = index.length;
      return show();
    };
    chooser.addEventListener("change", ({ target }) => changed(target));
    chooser.addEventListener("focusout", () => (last = undefined));
    wipe.addEventListener("click", () => {
      for (const { select } of fields) select.value = "";
      changed();
      fields[0].select.focus();
    });
    more.addEventListener("click", async () => {
      const next = limit;
      limit += index.length;
      await show();
      list.children[next]?.querySelector("a")?.focus();
    });
    addEventListener("popstate", () => {
      last = undefined;
      read();
    });
    count.setAttribute("role", "status");
    chooser.hidden = false;
    read();
  }

  // The places that all choices leave, in the order of the list; those of one field may be left aside.
  function left(total, aside) {
    const chosen = fields.filter((field) => field !== aside).flatMap(({ choices, select }) => choices[select.selectedIndex - 1] ?? []);
    return [...Array(total).keys()].filter((place) => chosen.every(({ has }) => has.has(place)));
  }

  async function showChosen(index) {
    const now = ++turn;
    const number = new Intl.NumberFormat(document.documentElement.lang);
    for (const field of fields) {
      const rest = new Set(left(index.total, field));
      field.choices.forEach(({ name, depth, at }, position) => {
        const option = field.select.options[position + 1];
        const kept = at.filter((place) => rest.has(place)).length;
        option.text = `${"\u2003".repeat(depth)}${name} (${number.format(kept)})`;
        option.disabled = kept === 0 && !option.selected;
      });
    }
    const chosen = fields.flatMap(({ key, choices, select }) => choices[select.selectedIndex - 1] ? [{ key, ...choices[select.selectedIndex - 1] }] : []);
    const places = left(index.total);
    // The shortest of the narrowed lists has all of them on the fewest pages.
    const shortest = chosen.toSorted((one, other) => one.at.length - other.at.length)[0];
    const card = async (place) => {
      if (own[place]) return own[place];
      const position = shortest.at.indexOf(place);
      const page = Math.floor(position / index.length) + 1;
      const address = `${index.list}${shortest.key}/${shortest.id}/${page > 1 ? `${index.page}/${page}/` : ""}`;
      if (!pages.has(address)) pages.set(address, cardsOf(address));
      return (await pages.get(address))[position % index.length];
    };
    let cards = own;
    if (shortest) {
      try {
        cards = await Promise.all(places.slice(0, limit).map(card));
      } catch {
        location.assign(`${index.list}${shortest.key}/${shortest.id}/`);
        return;
      }
    }
    if (now !== turn) return;
    list.replaceChildren(...cards);
    for (const one of aside) one.hidden = chosen.length > 0 || one.matches(".narrowings");
    more.hidden = chosen.length === 0 || places.length <= limit;
    chooser.lastElementChild.hidden = chosen.length === 0;
    // What is chosen is in sight.
    if (shortest) chooser.parentElement.open = true;
    for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
    count.replaceChildren(...chosen.flatMap(named), chosen.length > 0 ? said(places.length, number) : whole);
  }

  // "Twente, Docenten: 12 deals vastgelegd": with what was chosen in it, so that it changes with every choice and is heard.
  function named({ name, lang }, position, all) {
    const word = document.createElement("span");
    word.textContent = name;
    if (lang) word.lang = lang;
    return [word, position < all.length - 1 ? ", " : ": "];
  }

  function said(places, number) {
    const { one, more: others, none } = chooser.dataset;
    return places === 0 ? none : `${number.format(places)} ${places === 1 ? one : others}`;
  }

  async function cardsOf(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return [...new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(".listed > ul > li")];
  }
})();
