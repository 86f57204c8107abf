/** The documents: a list to choose from, and the one that was chosen. */

import { h, searchKey, settled } from "../dom.js";
import { article } from "./article.js";
import { setUpCards } from "./card.js";
import { data } from "./model.js";
import { address } from "./route.js";

const hidden = new Set(); // kinds that are not highlighted, in all documents
let list, reader, search, shelf;

/** Build the view in its section, once. */
export function setUpDocuments(section) {
  search = h("input", { type: "search", placeholder: "Search documents", "aria-label": "Search documents by title or path", oninput: settled(80, filter) });
  list = h("ul", {}, data.documents.map(item));
  shelf = h("nav", { class: "shelf", "aria-label": "Documents" }, data.documents.length > 8 ? search : null, list);
  reader = h("div", { class: "page" });
  const single = data.documents.length === 1;
  section.append(
    data.documents.length ? h("div", { class: single ? "reader single" : "reader" }, single ? null : shelf, reader) : h("p", { class: "empty" }, "No documents."),
  );
  setUpCards(reader, (link) => link.dataset.concepts.split(" ").map((number) => data.concepts[number]));
}

function item(text) {
  const uses = (text.segments ?? []).reduce((sum, [, , , marks]) => sum + marks.length, 0);
  return h("li", {}, h("a", { href: address("documents", { doc: text.path }), "data-path": text.path }, text.title ?? text.path, h("span", { class: "small" }, `${text.path} · ${uses}`)));
}

function filter() {
  const words = searchKey(search.value).split(/\s+/).filter(Boolean);
  for (const child of list.children) {
    const text = searchKey(child.textContent);
    child.hidden = !words.every((word) => text.includes(word));
  }
}

/** Show the document that the address names, or the first. */
export function updateDocuments(parameters) {
  if (!data.documents.length) return;
  const text = data.documents.find(({ path }) => path === parameters.get("doc")) ?? data.documents[0];
  const line = Number(parameters.get("line"));
  for (const link of list.querySelectorAll("a")) {
    if (link.dataset.path === text.path) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  reader.replaceChildren(article(text, hidden, line));
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  const aim = reader.querySelector(".aim");
  if (aim) aim.scrollIntoView({ block: "center" });
}
