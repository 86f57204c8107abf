/** Which concepts the table shows, and in which order. */

import { searchKey } from "../dom.js";
import { byId, compareTexts, data, haystack, renderingOf, STATUSES } from "./model.js";

/** The filters as an address has them; `term` names single concepts and rules over all others. */
export function readFilters(parameters) {
  const get = (name) => parameters.get(name) ?? "";
  return {
    q: get("q"),
    kind: data.kinds.includes(get("kind")) ? get("kind") : "",
    lang: data.languages.some(([language]) => language === get("lang")) ? get("lang") : "",
    status: STATUSES.includes(get("status")) ? get("status") : "",
    finding: get("finding") === "1" ? "1" : "",
    sort: get("sort"),
    term: get("term"),
  };
}

/** The concepts that pass, sorted. */
export function filtered(filters) {
  if (filters.term) return filters.term.split(" ").map((id) => byId.get(id)).filter(Boolean);
  const words = searchKey(filters.q).split(/\s+/).filter(Boolean);
  const kind = filters.kind ? data.kinds.indexOf(filters.kind) : -1;
  const positions = data.languages.map(([language], position) => [language, position])
    .filter(([language]) => !filters.lang || language === filters.lang)
    .map(([, position]) => position);
  const found = data.concepts.filter(
    (concept) =>
      (kind < 0 || concept.kind === kind) &&
      (!filters.finding || concept.findings.length > 0) &&
      (!filters.status || positions.some((position) => renderingOf(concept, position).status === filters.status)) &&
      words.every((word) => haystack(concept).includes(word)),
  );
  return sorted(found, filters.sort);
}

/** Column → how two concepts compare in it, ascending. */
function comparison(column) {
  const language = data.languages.findIndex(([code]) => code === column);
  if (language >= 0) {
    return (one, other) => {
      const [first, second] = [renderingOf(one, language), renderingOf(other, language)];
      return (
        STATUSES.indexOf(first.status) - STATUSES.indexOf(second.status) || compareTexts(first.form, second.form)
      );
    };
  }
  return {
    term: (one, other) => compareTexts(one.name, other.name),
    kind: (one, other) => one.kind - other.kind || compareTexts(one.subkind ?? "", other.subkind ?? ""),
    documents: (one, other) => one.documents - other.documents,
    findings: (one, other) => one.findings.length - other.findings.length,
    uses: (one, other) => one.uses - other.uses,
  }[column];
}

/** Column and direction of a `sort` parameter: "term", "-uses"; by falling uses when it names no column. */
export function sortOrder(sort) {
  const column = sort.replace(/^-/, "");
  return comparison(column) ? { column, down: sort.startsWith("-") } : { column: "uses", down: true };
}

function sorted(concepts, sort) {
  const { column, down } = sortOrder(sort);
  const compare = comparison(column);
  const sign = down ? -1 : 1;
  return concepts.sort((one, other) => sign * compare(one, other) || compareTexts(one.name, other.name));
}
