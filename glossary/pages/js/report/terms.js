/** The table of terms: searched, filtered, sorted, with each concept's details below its row. */

import { announce, counted, h, icon, kindChip, rendering, settled } from "../dom.js";
import { details } from "./details.js";
import { filtered, readFilters, sortOrder } from "./filtering.js";
import { byId, data, renderingOf, STATUSES } from "./model.js";
import { remember } from "./route.js";

const CHUNK = 100; // rows added at a time: a screen or two
const VIEW = "terms";

let filters = readFilters(new URLSearchParams());
let shown = [];
let rows = 0;
const controls = {};
let body, head, more, result, single, table, empty;

/** Build the view in its section, once. */
export function setUpTerms(section) {
  controls.q = h("input", { type: "search", placeholder: "Search terms and renderings", "aria-label": "Search terms and renderings", oninput: settled(80, change) });
  controls.kind = select("Kind", [["", "all kinds"], ...data.kinds.map((kind) => [kind, kind])]);
  controls.lang = select("Language", [["", "all languages"], ...data.languages]);
  controls.status = select("Status", [["", "any status"], ...STATUSES.map((status) => [status, status])]);
  controls.finding = h("input", { type: "checkbox", onchange: change });
  result = h("span", { class: "result number" });
  single = h("p", { class: "filters", hidden: true });
  const clear = h("button", { type: "button", class: "plain clear", onclick: () => show({}) }, "Clear filters");
  const bar = h(
    "div",
    { class: "filters", role: "search", "aria-label": "Terms" },
    controls.q,
    ["kind", "lang", "status"].map((name) => controls[name]),
    h("label", { class: "check" }, controls.finding, "with findings"),
    clear,
    result,
  );
  head = h("tr", { role: "row" });
  body = h("tbody", { role: "rowgroup" });
  table = h("table", { class: "terms", role: "table", "aria-label": "Terms" }, h("thead", { role: "rowgroup" }, head), body);
  more = h("button", { type: "button", class: "more", onclick: addRows }, "Show more");
  empty = h("p", { class: "empty", hidden: true }, "No term fits these filters.");
  section.append(single, bar, table, empty, more);
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && addRows(), { rootMargin: "600px" }).observe(more);
  addEventListener("beforeprint", () => !section.hidden && addRows(null, Infinity));
}

function select(label, options) {
  return h("select", { "aria-label": label, onchange: change }, options.map(([value, text]) => h("option", { value }, text)));
}

function change() {
  const { sort } = filters;
  show({ q: controls.q.value, kind: controls.kind.value, lang: controls.lang.value, status: controls.status.value, finding: controls.finding.checked ? "1" : "", sort });
}

/** Show what these parameters say, and say it in the address. */
function show(parameters) {
  remember(VIEW, parameters);
  updateTerms(new URLSearchParams(parameters));
  announce(result.textContent);
}

/** Show what the address says. */
export function updateTerms(parameters) {
  filters = readFilters(parameters);
  for (const name of ["q", "kind", "lang", "status"]) {
    if (controls[name].value !== filters[name]) controls[name].value = filters[name];
  }
  controls.finding.checked = filters.finding === "1";
  shown = filtered(filters);
  const unfiltered = !filters.q && !filters.kind && !filters.lang && !filters.status && !filters.finding;
  controls.q.parentElement.querySelector(".clear").hidden = unfiltered;
  result.textContent = shown.length === data.concepts.length ? counted(shown.length, "term") : `${shown.length.toLocaleString("en")} of ${counted(data.concepts.length, "term")}`;
  controls.q.parentElement.hidden = Boolean(filters.term);
  single.hidden = !filters.term;
  single.replaceChildren(h("button", { type: "button", onclick: () => show({}) }, "← All terms"));
  drawHead();
  body.replaceChildren();
  rows = 0;
  table.hidden = shown.length === 0;
  empty.hidden = shown.length > 0;
  table.setAttribute("aria-rowcount", shown.length + 1);
  addRows();
  if (filters.term) shown.forEach((concept) => toggle(body.querySelector(`[data-number="${concept.number}"] button`), concept));
}

function languagesShown() {
  return data.languages.map(([language, name], position) => [language, name, position]).filter(([language]) => !filters.lang || language === filters.lang);
}

function drawHead() {
  const order = sortOrder(filters.sort);
  const column = (key, label, number = false) => {
    const active = order.column === key;
    const next = active ? !order.down : ["uses", "documents", "findings"].includes(key);
    const sign = active ? (order.down ? "↓" : "↑") : "";
    const sort = () => {
      show({ ...filters, sort: (next ? "-" : "") + key });
      head.querySelector(`[data-key="${key}"]`)?.focus();
    };
    return h(
      "th",
      { scope: "col", role: "columnheader", class: number ? "number" : null, "aria-sort": active ? (order.down ? "descending" : "ascending") : null },
      h("button", { type: "button", "data-key": key, onclick: sort }, label, h("span", { class: "sign", "aria-hidden": "true" }, sign)),
    );
  };
  head.replaceChildren(
    column("term", "Term"),
    column("kind", "Kind"),
    ...languagesShown().map(([language, name]) => column(language, name)),
    column("uses", "Uses", true),
    data.documents.length > 1 ? column("documents", "Documents", true) : "",
    data.findings.length ? column("findings", "Findings", true) : "",
  );
}

function addRows(_event, count = CHUNK) {
  const end = Math.min(shown.length, rows + count);
  const fragment = document.createDocumentFragment();
  for (; rows < end; rows += 1) fragment.append(row(shown[rows], rows));
  body.append(fragment);
  more.hidden = rows >= shown.length;
  more.textContent = `Show more (${(shown.length - rows).toLocaleString("en")} left)`;
}

function row(concept, index) {
  const cell = (attributes, ...children) => h("td", { role: "cell", ...attributes }, ...children);
  const button = h("button", { type: "button", "aria-expanded": "false", onclick: (event) => toggle(event.currentTarget, concept) }, concept.name);
  return h(
    "tr",
    { role: "row", "aria-rowindex": index + 2, "data-number": concept.number },
    h("th", { scope: "row", role: "rowheader" }, button),
    cell({ class: "sort" }, kindChip(concept.kindName), concept.subkind ? h("span", { class: "soft small" }, concept.subkind) : null),
    languagesShown().map(([language, name, position]) => {
      const { form, status } = renderingOf(concept, position);
      return cell({ class: "cell", "data-label": name }, rendering(language, form, status));
    }),
    cell({ class: "number", "data-label": "uses" }, concept.uses.toLocaleString("en")),
    data.documents.length > 1 ? cell({ class: "number", "data-label": "documents" }, concept.documents.toLocaleString("en")) : null,
    data.findings.length ? cell({ class: "number", "data-label": "findings" }, findingCell(concept)) : null,
  );
}

function findingCell(concept) {
  if (!concept.findings.length) return h("span", { class: "soft" }, "0");
  const worst = ["error", "warning", "info"].find((severity) => concept.findings.some((finding) => finding.severity === severity));
  return h("span", { class: `v-${worst}` }, icon("finding"), ` ${concept.findings.length}`);
}

function toggle(button, concept) {
  const row = button.closest("tr");
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  row.classList.toggle("open", !open);
  if (open) row.nextElementSibling.remove();
  else row.after(h("tr", { class: "detail", role: "row" }, h("td", { role: "cell", colspan: head.children.length }, details(byId.get(concept.id)))));
}
