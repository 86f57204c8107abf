/** What the page knows: the lines of all concepts, which of them are shown, and which one is at hand. */

import { searchKey } from "../dom.js";

/** Does a rendering (form, status) wait for somebody to confirm it? */
export function unconfirmed([, status]) {
  return status === "suggested" || status === "fuzzy";
}

export const TABS = [
  ["candidates", "Candidates", (line) => line.status === "undecided"],
  ["renderings", "Renderings", (line) => ["undecided", "accepted"].includes(line.status) && line.renderings.some(unconfirmed)],
  ["decided", "Decided", (line) => line.status !== "undecided"],
  ["all", "All", () => true],
];

/** Suggestions for a language (form, source …) that the catalog does not have and nobody has forbidden. */
export function offers(card, language, index) {
  const [form] = card.renderings[index];
  const forbidden = card.forbidden[language] ?? [];
  return (card.suggestions[language] ?? []).filter(([other]) => other !== form && !forbidden.includes(other));
}

/** Everything that changes; `held` is a concept that stays in view although its tab no longer has it. */
export const state = {
  version: 0,
  told: 0, // version of the last notice that was shown
  languages: [],
  kinds: [],
  lines: new Map(),
  tab: "candidates",
  query: "",
  kind: "",
  selected: null,
  held: null,
  card: null,
  loading: Promise.resolve(), // settles when the card of what is selected is there
  made: [], // numbers of the decisions of this window that can be undone, the last one last
  drafts: new Map(), // "concept/language" → text typed but not confirmed
};

/** Take over a queue; concepts keep their order, the most used first. */
export function takeQueue(queue) {
  state.version = queue.version;
  state.languages = queue.languages;
  state.kinds = queue.kinds;
  const lines = queue.lines.sort((one, other) => other.uses - one.uses || (one.name < other.name ? -1 : 1));
  state.lines = new Map(lines.map((line) => [line.id, line]));
}

/** Take over the card of a concept, and with it its line. */
export function takeCard(card) {
  state.lines.set(card.id, card);
  if (card.id === state.selected) state.card = card;
}

function fits(line) {
  const words = searchKey(state.query).split(/\s+/).filter(Boolean);
  if (state.kind && line.kind !== state.kind) return false;
  if (!words.length) return true;
  line.searched ??= searchKey([line.name, ...line.forms, ...line.renderings.map(([form]) => form)].join("\n"));
  return words.every((word) => line.searched.includes(word));
}

/** The lines to show, in order. */
export function visible() {
  const [, , belongs] = TABS.find(([name]) => name === state.tab);
  return [...state.lines.values()].filter((line) => (line.id === state.held || belongs(line)) && fits(line));
}

/** How many concepts a tab has. */
export function size(belongs) {
  let count = 0;
  for (const line of state.lines.values()) count += belongs(line) ? 1 : 0;
  return count;
}

/** Concepts that have a form or rendering with these words, best first; for choosing one. */
export function search(text, limit) {
  const words = searchKey(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = [];
  for (const line of state.lines.values()) {
    const name = searchKey(line.name);
    const whole = [name, ...line.forms.map(searchKey)].join("\n");
    if (words.every((word) => whole.includes(word))) found.push([name === words.join(" ") ? 0 : name.startsWith(words[0]) ? 1 : 2, line]);
  }
  return found.sort(([one], [other]) => one - other).slice(0, limit).map(([, line]) => line);
}
