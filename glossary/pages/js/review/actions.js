/** Decisions: asked for, sent, told, undone. */

import { announce, h, inLanguage } from "../dom.js";
import { choose, chooseConcept, stillDecide, write } from "./dialogs.js";
import * as server from "./server.js";
import { offers, state, takeCard, unconfirmed, visible } from "./store.js";

const FINAL = new Set(["accept", "reject", "merge"]); // after these the next concept is shown
const toast = document.getElementById("toast");
let busy = false;

/** What a verb must ask before it can be sent. Each gives the text of the decision, or text and language; null to stop. */
const QUESTIONS = {
  merge: () => chooseConcept(`Merge “${state.card.name}” into …`, "They become one concept; this form stays as one of its forms.", state.card.id),
  kind: () => choose("Kind", `What is “${state.card.name}”?`, state.kinds.map((kind) => [kind, kind])),
  prefer: () => choose("Preferred form", "The form that translators see as the message.", otherForms(), "Another form"),
  forbid: () => choose("Forbid a form", "It must not be used: in English texts, or as a rendering.", [...otherForms(), ...otherRenderings()], "Another form", [["", "English"], ...state.languages]),
  split: () => choose("Split off a form", "It becomes a concept of its own at the next build.", otherForms()),
  note: () => write("Note", "Translators see it with the message.", state.card.note),
};

function otherForms() {
  return state.card.terms.filter(([form]) => form !== state.card.name).map(([form]) => [form, form]);
}

function otherRenderings() {
  return state.languages.flatMap(([language, name], index) =>
    offers(state.card, language, index).map(([text]) => [{ text, language }, inLanguage(language, text), name]),
  );
}

/** Make a decision about the concept at hand; `refresh` draws the page anew, `advance` goes on to the next concept. */
export async function act(verb, details, { refresh, advance }) {
  if (busy) return; // the concept in view is about to change
  await state.loading;
  const { card } = state;
  if (!card || card.id !== state.selected) return;
  const answer = details.text === undefined && verb in QUESTIONS ? await QUESTIONS[verb]() : details;
  if (answer === null) return;
  const { text = "", language = "", seen = card.mark } = typeof answer === "string" ? { text: answer } : answer;
  const edit = { verb, concept: card.id, text, language, seen };
  await send(edit, { refresh, advance });
}

async function send(edit, { refresh, advance }) {
  busy = true;
  const order = visible().map((line) => line.id);
  try {
    const answer = await server.decide(edit);
    taken(answer);
    if (edit.verb === "render") state.drafts.delete(`${edit.concept}/${edit.language}`);
    if (answer.made) {
      state.made.push(answer.made.number);
      say(answer.made.told, "Undo", () => undo({ refresh }));
    } else say("That is so already");
    state.held = FINAL.has(edit.verb) ? null : edit.concept;
    busy = false;
    await (FINAL.has(edit.verb) || rendered(edit, answer) ? advance(edit.concept, order) : refresh());
  } catch (refusal) {
    busy = false;
    await refused(refusal, edit, { refresh, advance });
  }
}

/** Was this the last open suggestion of a concept in the queue of renderings? Then the next one is shown. */
function rendered(edit, answer) {
  return edit.verb === "render" && state.tab === "renderings" && !answer.card.renderings.some(unconfirmed);
}

function taken(answer) {
  if (answer.version !== state.version + 1) state.version = -1; // others decided too: the queue is fetched again
  else state.version = answer.version;
  takeCard(answer.card);
  document.getElementById("waiting").hidden = !answer.waiting;
}

async function refused(refusal, edit, { refresh, advance }) {
  if (!refusal.card) {
    say(refusal.message, null, null, true);
    return;
  }
  takeCard(refusal.card);
  await refresh();
  const index = state.languages.findIndex(([language]) => language === edit.language);
  const now = edit.verb === "render" ? `It is now: ${refusal.card.renderings[index][0] || "open"}` : `It is now ${refusal.card.status}.`;
  if (await stillDecide(`“${refusal.card.name}”: ${refusal.message}.`, now)) await send({ ...edit, seen: "" }, { refresh, advance });
}

/** Confirm every suggestion of the concept at hand as it stands. */
export async function confirmAll(flow) {
  const { card } = state;
  const open = state.languages.filter((_, index) => card && unconfirmed(card.renderings[index]));
  if (card && !open.length) say("No suggestion to confirm here");
  for (const [language] of open) {
    if (state.card?.id !== card.id) return;
    const [form, status] = state.card.renderings[state.languages.findIndex(([code]) => code === language)];
    await act("render", { language, text: state.drafts.get(`${card.id}/${language}`) ?? form, seen: `${status}:${form}` }, flow);
  }
}

/** Take the last decision of this window back, and show its concept. */
export async function undo({ refresh }) {
  const number = state.made.pop();
  if (number === undefined) {
    say("Nothing to undo in this window");
    return;
  }
  try {
    const answer = await server.undo(number);
    taken(answer);
    say(`Undone: ${answer.card.name}`);
    state.held = answer.card.id;
    state.selected = answer.card.id;
    state.card = answer.card;
    await refresh();
  } catch (refusal) {
    say(refusal.message, null, null, true);
  }
}

/** Show a message for a while, with a button when there is something to do about it. */
export function say(text, label, work, error = false) {
  clearTimeout(say.timer);
  const hide = () => { toast.hidden = true; };
  toast.className = error ? "toast error" : "toast";
  toast.setAttribute("role", error ? "alert" : "status");
  toast.replaceChildren(
    h("span", {}, text),
    ...(label ? [h("button", { type: "button", onclick: () => { hide(); work(); } }, label)] : []),
    ...(error ? [h("button", { type: "button", onclick: hide }, "Close")] : []),
  );
  toast.hidden = false;
  announce(text);
  if (!error) say.timer = setTimeout(hide, 8000);
}
