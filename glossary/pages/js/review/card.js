/** The concept at hand: renderings, sentences, forms, relations, reasons. */

import { counted, h, icon, inLanguage, kindChip, marked } from "../dom.js";
import { offers, state, unconfirmed } from "./store.js";

const place = document.getElementById("card");

/** Draw the card; `act` carries decisions out: verb, then more of the decision; `open` goes to another concept. */
export function drawCard(act, open) {
  const { card } = state;
  const coming = state.selected !== null && card?.id !== state.selected ? state.lines.get(state.selected) : null;
  const focus = document.activeElement?.id ?? "";
  if (!card || coming) {
    place.replaceChildren(coming ? h("header", {}, h("h2", { id: "concept-heading" }, coming.name), kindChip(coming.kind, coming.subkind)) : nothing());
    return;
  }
  const scrolled = place.dataset.concept === card.id ? place.scrollTop : 0;
  place.dataset.concept = card.id;
  place.replaceChildren(
    h("header", {}, h("h2", { id: "concept-heading" }, card.name), kindChip(card.kind, card.subkind), standing(card), h("span", { class: "soft small" }, `${counted(card.uses, "use")} in ${counted(card.documents, "document")}`)),
    ...[
      card.namesakes.length ? h("p", { class: "warning" }, `A decision about this name also concerns ${card.namesakes.join(", ")}.`) : null,
      card.definition ? h("section", {}, h("h3", {}, "Definition"), h("p", {}, card.definition)) : null,
      card.note ? h("section", {}, h("h3", {}, "Note"), h("p", {}, card.note)) : null,
      h("section", { "aria-label": "Renderings" }, h("h3", {}, "Renderings"), state.languages.map((language, index) => slot(card, language, index, act))),
      card.sentences.length ? h("section", {}, h("h3", {}, "In context"), card.sentences.map(sentence)) : null,
      h("section", {}, h("h3", {}, "English forms"), h("ul", { class: "forms" }, card.terms.map((term) => form(card, term, act)))),
      card.related.length ? h("section", {}, h("h3", {}, "Related"), h("ul", {}, card.related.map(([type, name, id]) => h("li", {}, `${type}: `, h("button", { type: "button", class: "plain", onclick: () => open(id) }, name))))) : null,
      card.why.length ? h("details", {}, h("summary", {}, "Why it is a candidate"), h("ul", {}, card.why.map((reason) => h("li", {}, reason)))) : null,
    ].filter(Boolean),
  );
  place.scrollTop = scrolled;
  if (focus && document.activeElement === document.body) document.getElementById(focus)?.focus({ preventScroll: true });
}

function nothing() {
  const said = state.tab === "candidates" ? ["Nothing left to decide", "Every candidate is accepted, rejected or merged."] : ["Nothing here", "No concept fits."];
  return h("div", { class: "done" }, h("h2", { id: "concept-heading" }, said[0]), h("p", {}, said[1]));
}

function standing(card) {
  return h("span", { class: `standing ${card.status}` }, card.into ? `merged into ${card.into}` : card.status);
}

function slot(card, [language, name], index, act) {
  const [form, status] = card.renderings[index];
  const key = `${card.id}/${language}`;
  const draft = state.drafts.get(key);
  const confirm = (text) => act("render", { language, text, seen: `${status}:${form}` });
  const input = h("input", {
    type: "text",
    id: `rendering-${index}`,
    lang: language,
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
    class: draft === undefined ? null : "draft",
    "aria-describedby": `status-${index}`,
  });
  input.value = draft ?? form;
  const save = h("button", { type: "button", onclick: () => confirm(input.value) }, saveLabel(input.value, form, status));
  const settled = () => !unconfirmed(card.renderings[index]) && input.value === form;
  const typed = () => {
    if (input.value === form) state.drafts.delete(key);
    else state.drafts.set(key, input.value);
    input.classList.toggle("draft", input.value !== form);
    save.textContent = saveLabel(input.value, form, status);
    save.disabled = settled();
  };
  save.disabled = settled();
  input.addEventListener("input", typed);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter ends the composition of a Korean or Japanese word
    if (event.key === "Enter" && !save.disabled) confirm(input.value);
    if (event.key === "Escape") {
      input.value = form;
      typed();
      input.blur();
    }
  });
  const source = (card.suggestions[language] ?? []).find(([other]) => other === form)?.[1];
  return h(
    "div",
    { class: "slot" },
    h("label", { for: input.id }, h("kbd", { "aria-hidden": "true" }, index + 1), name),
    input,
    h("span", { class: "buttons" }, save),
    h(
      "div",
      { class: "offers" },
      h("span", { id: `status-${index}`, class: `s-${status}` }, icon(status), ` ${status}`),
      source && status === "suggested" ? h("span", { class: "source" }, source) : null,
      offers(card, language, index).map(([other, from]) => h("button", { type: "button", title: from, onclick: () => confirm(other) }, inLanguage(language, other), h("span", { class: "source" }, from))),
      (card.forbidden[language] ?? []).map((other) => h("span", { class: "forbidden" }, h("s", {}, inLanguage(language, other)), " forbidden ", h("button", { type: "button", class: "plain", onclick: () => act("allow", { text: other, language }) }, "Allow", h("span", { class: "unseen" }, ` ${other}`)))),
    ),
  );
}

function saveLabel(text, form, status) {
  if (text === "" && form !== "") return "Discard";
  return text === form || status === "open" ? "Confirm" : "Save";
}

function sentence([path, line, text, form]) {
  return h("blockquote", { lang: "en" }, marked(text, form), h("footer", {}, `${path}:${line}`));
}

function form(card, [text, status, type, count], act) {
  const preferred = text === card.name;
  const button = (label, verb) => h("button", { type: "button", onclick: () => act(verb, { text }) }, label, h("span", { class: "unseen" }, ` ${text}`));
  const split = card.split.includes(text);
  return h(
    "li",
    { class: status },
    h("span", { class: "form" }, text),
    h("span", { class: "soft small" }, [preferred ? "preferred" : status === "deprecated" ? "forbidden" : type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), count ? `, ${counted(count, "use")}` : "", split ? ", to be split off" : ""]),
    preferred ? null : h("span", { class: "buttons" }, button("Prefer", "prefer"), status === "deprecated" ? button("Allow", "allow") : button("Forbid", "forbid"), split ? null : button("Split off", "split")),
  );
}
