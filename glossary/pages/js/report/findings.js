/** The findings, grouped by rule: place, both sides with the offending part marked, and the fix. */

import { announce, counted, h, inLanguage, markedSpan, searchKey, settled } from "../dom.js";
import { conceptLink } from "./details.js";
import { byId, data } from "./model.js";
import { address, remember } from "./route.js";

const VIEW = "findings";
const CHUNK = 50; // findings of one rule added at a time
const SEVERITIES = ["error", "warning", "info"];
const controls = {};
let groups, result;

/** Build the view in its section, once. */
export function setUpFindings(section) {
  const codes = [...new Set(data.findings.map(({ code }) => code))].sort();
  const languages = data.languages.filter(([language]) => data.findings.some((finding) => finding.language === language));
  controls.q = h("input", { type: "search", placeholder: "Search findings", "aria-label": "Search findings", oninput: settled(80, change) });
  controls.severity = select("Severity", [["", "any severity"], ...SEVERITIES.map((severity) => [severity, severity])]);
  controls.code = select("Rule", [["", "all rules"], ...codes.map((code) => [code, code])]);
  controls.lang = select("Language", [["", "all languages"], ...languages]);
  result = h("span", { class: "result number" });
  groups = h("div", {});
  const bar = h("div", { class: "filters", role: "search", "aria-label": "Findings" }, controls.q, controls.severity, controls.code, controls.lang, result);
  section.append(...(data.findings.length ? [bar, groups] : [h("p", { class: "empty" }, "Nothing found.")]));
}

function select(label, options) {
  return h("select", { "aria-label": label, onchange: change }, options.map(([value, text]) => h("option", { value }, text)));
}

function change() {
  const parameters = Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, control.value]));
  remember(VIEW, parameters);
  draw(parameters);
  announce(result.textContent);
}

/** Show what the address says. */
export function updateFindings(parameters) {
  if (!data.findings.length) return;
  for (const [name, control] of Object.entries(controls)) control.value = parameters.get(name) ?? "";
  draw(Object.fromEntries([...Object.entries(controls).map(([name, control]) => [name, control.value]), ["term", parameters.get("term") ?? ""]]));
}

function draw({ q, severity, code, lang, term }) {
  const words = searchKey(q).split(/\s+/).filter(Boolean);
  const concept = term ? byId.get(term) : null;
  const found = data.findings.filter(
    (finding) =>
      (!severity || finding.severity === severity) &&
      (!code || finding.code === code) &&
      (!lang || finding.language === lang) &&
      (!concept || finding.concept === concept.number) &&
      words.every((word) => haystack(finding).includes(word)),
  );
  result.replaceChildren(
    found.length === data.findings.length ? counted(found.length, "finding") : `${found.length.toLocaleString("en")} of ${counted(data.findings.length, "finding")}`,
    ...(concept ? [" about ", conceptLink(concept), " · ", h("a", { href: address(VIEW) }, "all findings")] : []),
  );
  const byCode = Map.groupBy ? Map.groupBy(found, (finding) => finding.code) : grouped(found);
  for (const list of byCode.values()) list.sort((one, other) => rank(one) - rank(other)); // stable: else by place
  const order = [...byCode].sort(([one, first], [other, second]) => rank(first[0]) - rank(second[0]) || second.length - first.length || (one < other ? -1 : 1));
  groups.replaceChildren(...order.map(([name, list]) => group(name, list, order.length === 1 || found.length <= CHUNK)));
  if (!found.length) groups.append(h("p", { class: "empty" }, "No finding fits these filters."));
}

function rank(finding) {
  return SEVERITIES.indexOf(finding.severity);
}

function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding]);
  return groups;
}

function haystack(finding) {
  const concept = finding.concept === undefined ? "" : data.concepts[finding.concept].name;
  finding.searched ??= searchKey([finding.code, finding.message, finding.place?.[0], finding.source, finding.translation, finding.expected, concept].join("\n"));
  return finding.searched;
}

function group(code, findings, open) {
  const [title = "", explanation = ""] = data.rules[code] ?? [];
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]).filter(([, count]) => count);
  const [[severity]] = counts;
  const list = h("div", {});
  const more = h("button", { type: "button", class: "more", onclick: add });
  let shown = 0;
  function add(_event, count = CHUNK) {
    const next = findings.slice(shown, shown + count);
    list.append(...next.map(finding));
    shown += next.length;
    more.hidden = shown >= findings.length;
    more.textContent = `Show more (${(findings.length - shown).toLocaleString("en")} left)`;
  }
  const box = h(
    "details",
    { class: "card group", open },
    h("summary", {}, h("code", { class: `v-${severity}` }, code), h("span", {}, title), counts.map(([each, count]) => h("span", { class: `small v-${each}` }, counts.length > 1 ? `${count.toLocaleString("en")} ${each}` : each)), h("span", { class: "count soft" }, counted(findings.length, "finding"))),
    explanation ? h("p", { class: "explanation" }, explanation) : null,
    list,
    more,
  );
  const fill = () => box.open && shown === 0 && add();
  box.addEventListener("toggle", fill);
  fill();
  return box;
}

function finding(item) {
  const side = (label, language, text, span) =>
    text ? [h("dt", {}, label), h("dd", {}, h("span", { lang: language || null, dir: "auto" }, markedSpan(text, span)))] : null;
  const name = data.languages.find(([language]) => language === item.language)?.[1] ?? item.language;
  return h(
    "article",
    { class: "finding" },
    h("header", {}, h("p", {}, item.message), item.concept === undefined ? null : h("span", { class: "small" }, conceptLink(data.concepts[item.concept])), item.place ? place(item.place) : null),
    item.source || item.translation || item.expected
      ? h(
          "dl",
          {},
          side("English", "en", item.source, item.sourceMark),
          side(name || "Translation", item.language, item.translation, item.translationMark),
          item.fix === undefined ? (item.expected ? [h("dt", {}, "Expected"), h("dd", {}, h("ins", {}, inLanguage(item.language || null, item.expected)))] : null) : fix(item),
        )
      : null,
  );
}

function place([path, line]) {
  const known = data.documents.some((document) => document.path === path && document.segments);
  const text = `${path}:${line}`;
  return known ? h("a", { class: "place", href: address("documents", { doc: path, line }) }, text) : h("span", { class: "place soft" }, text);
}

function fix({ fix: replacement, language, translation, translationMark: [start, end] }) {
  return [
    h("dt", {}, "Fix"),
    h("dd", { class: "fix", lang: language || null, dir: "auto" }, h("del", {}, translation.slice(start, end) || "∅"), " → ", h("ins", {}, replacement || "∅")),
  ];
}
