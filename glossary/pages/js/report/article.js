/** One document with its terms highlighted. */

import { counted, h } from "../dom.js";
import { data } from "./model.js";
import { address } from "./route.js";

const TAGS = { heading: "h4", paragraph: "p", caption: "p", "list item": "p", "table cell": "p", boilerplate: "p" };

/** The article; `hidden` holds the kinds that are not highlighted, `line` is where to look. */
export function article(text, hidden, line) {
  const kinds = kindsOf(text);
  const header = h(
    "header",
    {},
    h("h3", { tabindex: "-1" }, text.title ?? text.path),
    h("p", { class: "soft small" }, text.path, text.segments ? ` · ${counted(kinds.size ? [...kinds.values()].reduce((a, b) => a + b) : 0, "highlighted use")}` : null),
    kinds.size ? legend(kinds, hidden) : null,
  );
  if (!text.segments) {
    const reason = text.title ? "This document is listed only: the report shows no more text than can still be mailed." : "This document is no longer there.";
    return h("article", { class: "card article" }, header, h("p", { class: "text" }, reason));
  }
  const segments = text.segments.map((item) => segment(item, hidden));
  const aim = text.segments.findLastIndex(([first]) => first <= line);
  if (line && aim >= 0) segments[aim].classList.add("aim");
  return h("article", { class: "card article" }, header, h("div", { class: "text" }, segments));
}

/** Kind → highlighted uses. */
function kindsOf(text) {
  const counts = new Map();
  for (const [, , , marks] of text.segments ?? []) {
    for (const [, , number] of marks) {
      const kind = data.concepts[number].kindName;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return new Map(data.kinds.filter((kind) => counts.has(kind)).map((kind) => [kind, counts.get(kind)]));
}

function legend(kinds, hidden) {
  const toggle = (event) => {
    const { value, checked } = event.currentTarget;
    if (checked) hidden.delete(value);
    else hidden.add(value);
    for (const link of document.querySelectorAll(`a.term.k-${value}`)) link.classList.toggle("off", !checked);
  };
  return h(
    "fieldset",
    { class: "kinds-shown" },
    h("legend", {}, "Highlighted"),
    [...kinds].map(([kind, count]) =>
      h("label", { class: `kind k-${kind}` }, h("input", { type: "checkbox", class: "unseen", value: kind, checked: !hidden.has(kind), onchange: toggle }), `${kind} ${count}`),
    ),
  );
}

function segment([line, role, text, marks], hidden) {
  const name = data.roles[role];
  const parts = [];
  let at = 0;
  for (const [start, end, ...numbers] of marks) {
    parts.push(text.slice(at, start), termLink(text.slice(start, end), numbers, hidden));
    at = end;
  }
  parts.push(text.slice(at));
  return h(TAGS[name], { class: name.replace(" ", "-"), lang: "en" }, h("span", { class: "line", "aria-hidden": "true" }, line), parts);
}

function termLink(text, numbers, hidden) {
  const concepts = numbers.map((number) => data.concepts[number]);
  const kind = concepts[0].kindName;
  const off = hidden.has(kind) ? " off" : "";
  return h("a", { class: `term k-${kind}${off}`, href: address("terms", { term: concepts.map((concept) => concept.id).join(" ") }), "data-concepts": numbers.join(" ") }, text);
}
