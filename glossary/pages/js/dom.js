/** Elements, made so that a text can never become markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * A new element. Attributes that are false, null or undefined are left out; `onclick` and the like add listeners;
 * children are elements or texts, also in nested arrays, and nothing for what is empty.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...filled(children));
  return element;
}

/** The children that are something, flat. */
export function filled(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}

/** One of the page's own icons, by the name of its symbol. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A text in a language, with that language's fonts and direction. */
export function inLanguage(language, text, attributes = {}) {
  return h("span", { lang: language, dir: "auto", ...attributes }, text);
}

/** A rendering with the sign of its status; the status itself for those who do not see the sign. */
export function rendering(language, form, status) {
  return h(
    "span",
    { class: `rendering s-${status}`, title: status },
    icon(status),
    form ? inLanguage(language, form) : h("span", { class: "small" }, "open"),
    form ? h("span", { class: "unseen" }, ` (${status})`) : null,
  );
}

/** The chip that names a kind. */
export function kindChip(kind, subkind) {
  return h("span", { class: `kind k-${kind}` }, subkind ? `${kind}, ${subkind}` : kind);
}

/** `text` in pieces: every use of `form` as words of their own, ignoring case, is marked. */
export function marked(text, form) {
  if (!form) return [text];
  const escaped = form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${escaped})(?![\\p{L}\\p{N}])`, "giu"));
  return pieces.map((piece, index) => (index % 2 ? h("mark", {}, piece) : piece));
}

/** `text` with the part from `start` to `end` marked. */
export function markedSpan(text, span) {
  if (!span) return [text];
  const [start, end] = span;
  return [text.slice(0, start), h("mark", {}, text.slice(start, end)), text.slice(end)];
}

/** The key under which texts are searched: without case and accents. */
export function searchKey(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** "1 term", "12,345 terms". */
export function counted(count, word) {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

/** Say something to those who listen to the page. */
export function announce(text) {
  document.getElementById("live").textContent = text;
}

/** `work`, once the calls have stopped for `milliseconds`. */
export function settled(milliseconds, work) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), milliseconds);
  };
}
