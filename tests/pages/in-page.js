// What only the browser can measure, run inside the page that is checked. Each function looks and returns plain values:
// `{ place, message }` for a fault. This file is evaluated as it stands, so it imports nothing.

globalThis.inPage = (() => {
  /** A selector that a person can paste into the browser's console and that says where in the page it is. */
  function selectorOf(element) {
    const steps = [];
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      if (at.id) {
        steps.unshift(`#${CSS.escape(at.id)}`);
        break;
      }
      const twins = [...(at.parentElement?.children ?? [])].filter((twin) => twin.tagName === at.tagName);
      const nth = twins.length > 1 ? `:nth-of-type(${twins.indexOf(at) + 1})` : "";
      steps.unshift(at.tagName.toLowerCase() + nth);
    }
    return steps.join(" > ");
  }

  // Text for a screen reader alone is kept in a box of a pixel or cut to nothing; it can't stick out of the page.
  function isOnlyHeard(element) {
    const { clipPath, width, height } = getComputedStyle(element);
    return clipPath === "inset(50%)" || (parseFloat(width) <= 2 && parseFloat(height) <= 2);
  }

  function scrollsByItself(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) || isOnlyHeard(at)) return true;
    }
    return false;
  }

  /**
   * Whatever reaches past the right edge of the page: boxes that must be seen and the words themselves, because a long
   * word leaves its box without widening it. What lies in a region with a scroll bar of its own is fine.
   */
  function sideways() {
    const edge = document.documentElement.clientWidth;
    const faults = new Map();
    const blame = (element, right) => {
      if (right <= edge + 1 || !element.checkVisibility() || scrollsByItself(element)) return;
      const message = `reaches ${Math.round(right)} px in a page of ${edge} px`;
      faults.set(element, { place: selectorOf(element), message });
    };
    for (const element of document.querySelectorAll("img, svg, video, table, input, select, textarea, button, pre")) {
      blame(element, element.getBoundingClientRect().right);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      if (!texts.currentNode.data.trim()) continue;
      range.selectNodeContents(texts.currentNode);
      blame(texts.currentNode.parentElement, Math.max(...[...range.getClientRects()].map(({ right }) => right), 0));
    }
    if (faults.size === 0 && document.documentElement.scrollWidth > edge) {
      const width = document.documentElement.scrollWidth;
      return [{ place: "html", message: `is ${width} px wide in a window of ${edge} px` }];
    }
    return [...faults.values()];
  }

  /** The spacing that a reader may set without losing anything (WCAG 2.2, 1.4.12); past any policy of the page. */
  function spaceText() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const faults = [...sideways(), ...cutOff("cuts off its text once a reader widens the spacing")];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    return faults;
  }

  /** Boxes that hide a part of their own text. */
  function cutOff(message) {
    const faults = [];
    for (const element of document.body.querySelectorAll("*")) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow) => overflow === "hidden" || overflow === "clip";
      const cut =
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) ||
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1);
      // A line to type in scrolls by itself.
      if (element.matches("input")) continue;
      if (cut && !(element instanceof SVGElement) && element.checkVisibility() && !isOnlyHeard(element)) {
        faults.push({ place: selectorOf(element), message });
      }
    }
    return faults;
  }

  /** Text at twice its size, without zooming the rest (WCAG 2.2, 1.4.4). */
  function doubleText() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":root { font-size: 200% !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const faults = [...sideways(), ...cutOff("cuts off its text once a reader doubles its size"), ...spaceText()];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    return faults;
  }

  // A word as long as Dutch makes them, without a hyphen of its own.
  const LONG_WORD = "Loopbaanoriëntatiebegeleidingscommissievergadering";

  /** Puts the longest of Dutch words wherever a writer can put a word, and looks whether the page still holds. */
  function longWords() {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const written = [];
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      const word = /[\p{L}\u00AD]{4,}/u.exec(text.data);
      // Words inside a drawing are broken when the site is built, to the room they have; SVG breaks none.
      if (!word || text.parentElement.closest("script, style, template, svg")) continue;
      written.push([text, text.data]);
      text.data = text.data.replace(word[0], LONG_WORD);
    }
    const faults = sideways();
    for (const [text, data] of written) text.data = data;
    return faults;
  }

  /** What moves, or would when it changes, although the reader asked for rest (WCAG 2.2, 2.3.3). */
  function moving() {
    const longer = (times) => times.split(",").some((time) => parseFloat(time) * (/ms/.test(time) ? 1 : 1000) > 10);
    const faults = [];
    for (const element of document.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      if (style.animationName !== "none" && longer(style.animationDuration)) {
        faults.push({ place: selectorOf(element), message: `moves by the animation ${style.animationName}` });
      } else if (style.transitionProperty !== "none" && longer(style.transitionDuration)) {
        faults.push({ place: selectorOf(element), message: `slides for ${style.transitionDuration} when it changes` });
      } else if (style.scrollBehavior === "smooth") {
        faults.push({ place: selectorOf(element), message: "scrolls smoothly" });
      }
    }
    return faults;
  }

  /**
   * Drawings that vanish when the reader's own colours rule: browsers leave the fill of SVG as it is and change what lies
   * behind it (CSS Color Adjustment 1, 3.1). A drawing is seen when one of its shapes differs from the ground by 3:1.
   */
  function vanished() {
    const faults = [];
    for (const drawing of document.querySelectorAll("svg")) {
      const shapes = [...drawing.querySelectorAll("path, rect, circle, ellipse, line, polyline, polygon, use, text")];
      if (shapes.length === 0 || !drawing.checkVisibility() || isOnlyHeard(drawing)) continue;
      const background = backgroundBehind(drawing);
      const best = Math.max(
        ...shapes.flatMap((shape) => {
          const { fill, stroke, strokeWidth } = getComputedStyle(shape);
          const colours = [fill, parseFloat(strokeWidth) > 0 ? stroke : "none"].filter((colour) => colour !== "none");
          return colours.filter((colour) => channels(colour)[3] > 100).map((colour) => contrast(colour, background));
        }),
        1,
      );
      if (best < 3) {
        faults.push({ place: selectorOf(drawing), message: `is drawn with a contrast of ${best.toFixed(1)}:1 at best` });
      }
    }
    return faults;
  }

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  // Any CSS colour as [r, g, b, a], each 0 to 255: the canvas knows oklch() and all others.
  function channels(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }

  // WCAG 2.2, "relative luminance" and "contrast ratio".
  function contrast(one, other) {
    const luminance = (colour) => {
      const [r, g, b] = channels(colour)
        .slice(0, 3)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function backgroundBehind(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (channels(backgroundColor)[3] > 250) return backgroundColor;
    }
    return "Canvas";
  }

  function looks(element) {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = getComputedStyle(element);
    const thin = outlineStyle === "none" || (outlineStyle !== "auto" && parseFloat(outlineWidth) < 2);
    // The browser's own ring, `auto`, draws itself in two colours and is seen on any ground.
    const outline = thin ? "" : outlineStyle === "auto" ? "auto" : outlineColor;
    return { outline, boxShadow, backgroundColor };
  }

  // What shows that the element has the focus: a colour that was not there without it.
  function indicators(focused, resting) {
    const colours = [];
    if (focused.outline !== resting.outline) colours.push(focused.outline);
    if (focused.boxShadow !== resting.boxShadow) {
      colours.push(...(focused.boxShadow.match(/\w+\([^)]*\)/g) ?? []));
    }
    if (focused.backgroundColor !== resting.backgroundColor) colours.push(focused.backgroundColor);
    return colours.filter((colour) => colour === "auto" || (colour && channels(colour)[3] > 0));
  }

  function isCovered(element) {
    const points = [...element.getClientRects()].flatMap(({ left, right, top, bottom, width, height }) =>
      width < 1 || height < 1
        ? []
        : [
            [(left + right) / 2, (top + bottom) / 2],
            [left + 2, top + 2],
            [right - 2, bottom - 2],
          ],
    );
    return !points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element.closest("label") ?? element));
    });
  }

  const FOCUSABLE =
    "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]";

  function namesOf(element) {
    const classes = [...element.classList].map((name) => `.${name}`);
    return (classes.length === 0 ? [""] : classes).map((name) => element.localName + name);
  }

  /** What draws the focus of an element: its name, each of its classes, and the nearest box with a class that it stands in. */
  function focusNames(element) {
    const box = element.parentElement?.closest("[class], main, header, footer, nav") ?? document.body;
    return namesOf(box).flatMap((outer) => namesOf(element).map((inner) => `${outer} ${inner}`));
  }

  function reached() {
    return [...document.querySelectorAll(FOCUSABLE)]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]"))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  }

  /** Everything that Tab reaches: where it is, and by what names its focus is drawn. */
  function stops() {
    return reached().map((element) => ({ place: selectorOf(element), names: focusNames(element) }));
  }

  /** Lets the next Tab go to the element at `place`, or to the first of the page for "". */
  function startAt(place) {
    document.activeElement?.blur();
    const all = reached();
    const before = place ? all[all.indexOf(document.querySelector(place)) - 1] : undefined;
    // Tab goes on from where the focus was last; at the top that is the body, which can have it only when it is told so.
    if (before) {
      before.focus();
      before.blur();
    } else {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.blur();
      document.body.removeAttribute("tabindex");
      scrollTo(0, 0);
    }
  }

  /**
   * Looks at the element that Tab has just reached and takes the focus away again; the next Tab goes on from there.
   * Returns nothing at the end of the page.
   */
  function focusStop() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // What has the focus is in the frame, which is a page of its own.
    if (element.matches("iframe")) return { place: selectorOf(element), names: focusNames(element), faults: [] };
    const stop = { place: selectorOf(element), names: focusNames(element), faults: [] };
    const fault = (rule, message) => stop.faults.push({ rule, place: stop.place, message });
    if (isCovered(element)) fault("focus-covered", "has the focus, and none of it can be seen");
    const focused = looks(element);
    element.blur();
    const colours = indicators(focused, looks(element));
    const background = backgroundBehind(element);
    const best = Math.max(0, ...colours.map((colour) => (colour === "auto" ? 21 : contrast(colour, background))));
    if (colours.length === 0) fault("focus-invisible", "nothing shows that it has the focus");
    else if (best < 3) fault("focus-faint", `its focus has a contrast of ${best.toFixed(1)}:1, less than 3:1`);
    return stop;
  }

  /** What a reader sees, line by line; a button, a form or a dialog may be there for a script alone. */
  function lines() {
    const seen = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: parent, data } = texts.currentNode;
      if (!data.trim() || parent.closest("button, form, dialog, output, script, template, noscript, [data-with-script]") || !parent.checkVisibility()) continue;
      seen.push({ text: data.replace(/\s+/g, " ").trim(), place: selectorOf(parent) });
    }
    return seen;
  }

  /** The height of a window in which nothing of the page scrolls. */
  function wholeHeight() {
    const parts = [document.documentElement, ...document.querySelectorAll("main")];
    return Math.max(...parts.map(({ scrollHeight }) => scrollHeight)) + 200;
  }

  return { sideways, spaceText, doubleText, longWords, moving, vanished, stops, startAt, focusStop, lines, wholeHeight };
})();
