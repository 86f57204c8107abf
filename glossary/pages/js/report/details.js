/** Everything about one concept: forms, renderings, sentences, places, relations, reasons, findings. */

import { counted, h, icon, inLanguage, kindChip, marked, rendering } from "../dom.js";
import { data, renderingOf } from "./model.js";
import { address } from "./route.js";

/** The link to a place in a document. */
export function placeLink(document, line, text) {
  const { path } = data.documents[document];
  return h("a", { href: address("documents", { doc: path, line }) }, text ?? `${path}:${line}`);
}

/** The link to a concept. */
export function conceptLink(concept) {
  return h("a", { href: address("terms", { term: concept.id }) }, concept.name);
}

function part(heading, full, ...children) {
  return h("section", { class: full ? "full" : null }, h("h3", {}, heading), ...children);
}

function forms(concept) {
  const items = concept.forms.map(([form, status, type, count]) =>
    h(
      "li",
      {},
      h("span", { class: status === "deprecated" ? "deprecated" : null }, form),
      h("span", { class: "soft small" }, ` ${status}, ${typeName(type)}${count ? `, ${counted(count, "use")}` : ""}`),
    ),
  );
  return part("English forms", false, h("ul", { class: "plain-list" }, items));
}

function typeName(type) {
  return type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** All renderings of a concept as a description list; `brief` leaves out places in catalogs and other suggestions. */
export function renderings(concept, brief = false) {
  const rows = data.languages.map(([language, name], position) => {
    const { form, status, source, others } = renderingOf(concept, position);
    return [
      h("dt", {}, name),
      h(
        "dd",
        {},
        rendering(language, form, status),
        status === "open" ? null : h("span", { class: "soft" }, brief && status !== "suggested" ? status : `${status} · ${source}`),
        brief ? null : others.map(([other, from]) => h("span", { class: "soft" }, "also ", inLanguage(language, other), ` [${from}]`)),
      ),
    ];
  });
  return h("dl", { class: "renderings" }, rows);
}

function sentences(concept) {
  return (concept.examples ?? []).map(([document, line, form, sentence]) =>
    h(
      "blockquote",
      {},
      marked(sentence, form),
      document >= 0 ? h("footer", {}, placeLink(document, line)) : null,
    ),
  );
}

function places(concept) {
  const items = (concept.places ?? []).map(([document, ...lines]) =>
    h("li", {}, data.documents[document].path, ": ", lines.map((line, index) => [index ? ", " : null, placeLink(document, line, line)])),
  );
  const listed = (concept.places ?? []).reduce((sum, place) => sum + place.length - 1, 0);
  const more = concept.uses - listed;
  return [h("ul", { class: "places" }, items), more > 0 ? h("p", { class: "soft small" }, `and ${counted(more, "more use")}`) : null];
}

function relations(concept) {
  const items = concept.related.map(([type, number]) =>
    h("li", {}, h("span", { class: "soft" }, `${type}: `), conceptLink(data.concepts[number]), " ", kindChip(data.concepts[number].kindName)),
  );
  return part("Related", false, h("ul", { class: "plain-list" }, items));
}

/** The concept in full. */
export function details(concept) {
  return h(
    "div",
    { class: "parts" },
    concept.definition ? part("Definition", true, h("p", {}, concept.definition)) : null,
    concept.note ? part("Note", true, h("p", {}, concept.note)) : null,
    concept.same ? h("p", { class: "full soft" }, "Stays as it is in every language.") : null,
    part("Renderings", false, renderings(concept)),
    forms(concept),
    concept.related ? relations(concept) : null,
    concept.findings.length ? findingsOf(concept) : null,
    concept.examples ? part("In context", true, sentences(concept)) : null,
    concept.places ? part(`${counted(concept.uses, "use")} in ${counted(concept.documents, "document")}`, true, places(concept)) : null,
    concept.why ? part("Why it is listed", true, h("ul", { class: "plain-list why" }, concept.why.map((reason) => h("li", {}, reason)))) : null,
  );
}

function findingsOf(concept) {
  const items = concept.findings.slice(0, 20).map((finding) =>
    h("li", {}, h("a", { class: `v-${finding.severity}`, href: address("findings", { term: concept.id }) }, icon("finding"), ` ${finding.code}`), ` ${finding.message}`),
  );
  return part("Findings", false, h("ul", { class: "plain-list" }, items));
}
