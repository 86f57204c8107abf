/** The data of the page, with what the views look up in it. */

import { searchKey } from "../dom.js";

export const data = JSON.parse(document.getElementById("data").textContent);

export const STATUSES = ["approved", "suggested", "fuzzy", "open"];

data.concepts.forEach((concept, number) => {
  concept.number = number;
  concept.name = concept.forms[0][0];
  concept.kindName = data.kinds[concept.kind];
  concept.findings = [];
});
data.findings.forEach((finding, number) => {
  finding.number = number;
  if (finding.concept !== undefined) data.concepts[finding.concept].findings.push(finding);
});

/** Concept by id. */
export const byId = new Map(data.concepts.map((concept) => [concept.id, concept]));

/** What the search looks at: all forms, all renderings, kind and subkind. */
export function haystack(concept) {
  concept.searched ??= searchKey(
    [
      ...concept.forms.map(([form]) => form),
      ...concept.renderings.map(([form]) => form),
      concept.kindName,
      concept.subkind ?? "",
    ].join("\n"),
  );
  return concept.searched;
}

/** Form, status, source and other suggestions of a concept in the language at a position. */
export function renderingOf(concept, position) {
  const [form, status, source, others = []] = concept.renderings[position];
  return { form, status, source, others };
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Compare two texts as a dictionary does. */
export const compareTexts = (one, other) => collator.compare(one, other);
