/** The review page: brings the parts together, listens to keys, and looks for what others change. */

import { announce, h, settled } from "../dom.js";
import { setUpTheme } from "../theme.js";
import { act, confirmAll, say, undo } from "./actions.js";
import { drawCard } from "./card.js";
import { showShortcuts } from "./dialogs.js";
import { drawList } from "./list.js";
import * as server from "./server.js";
import { state, takeCard, takeQueue, visible } from "./store.js";

const POLL = 2500; // milliseconds between two looks at what others changed
const side = document.querySelector(".side");
const flow = { refresh, advance };
let keys = true;
let deciding = false; // from a key until its decision is made: meanwhile other keys do nothing

const ACTIONS = [
  ["a", "Accept", () => act("accept", {}, flow), "main"],
  ["r", "Reject", () => act("reject", {}, flow), ""],
  ["c", "Confirm all", () => confirmAll(flow), ""],
  ["m", "Merge", () => act("merge", {}, flow), ""],
  ["s", "Split", () => act("split", {}, flow), ""],
  ["t", "Kind", () => act("kind", {}, flow), ""],
  ["p", "Prefer", () => act("prefer", {}, flow), ""],
  ["f", "Forbid", () => act("forbid", {}, flow), ""],
  ["n", "Note", () => act("note", {}, flow), ""],
  ["u", "Undo", () => undo(flow), ""],
];
const MOVES = [
  [["j", "↓"], "Next concept"],
  [["k", "↑"], "Previous concept"],
  [["1", "…", "9"], "Edit the rendering in a language; Enter confirms, Escape leaves"],
  [["/"], "Search"],
  [["?"], "These shortcuts"],
];

function drawActions() {
  const buttons = ACTIONS.map(([key, label, work, name]) => h("button", { type: "button", class: name, "aria-keyshortcuts": key, onclick: work }, label, h("kbd", { "aria-hidden": "true" }, key)));
  const walk = (label, sign, by) => h("button", { type: "button", class: "walk", "aria-label": label, onclick: () => step(by) }, sign);
  const queue = h("button", { type: "button", class: "walk", id: "queue", "aria-expanded": "false", onclick: () => showQueue(!side.classList.contains("open")) }, "Queue");
  document.getElementById("actions").replaceChildren(
    h("div", { class: "row" }, walk("Previous concept", "←", -1), buttons.slice(0, 3), walk("Next concept", "→", 1)),
    h("div", { class: "row more" }, queue, buttons.slice(3, -1), h("span", { class: "space" }), buttons.at(-1)),
  );
}

async function reload() {
  const queue = await server.queue();
  takeQueue(queue);
  tellState(queue);
}

async function refresh() {
  if (state.version < 0) await reload();
  draw();
}

function draw() {
  drawList(select, openTab);
  drawCard((verb, details) => act(verb, details, flow), select);
}

/** On a narrow screen: the queue instead of the concept, or not. */
function showQueue(on) {
  side.classList.toggle("open", on);
  document.getElementById("queue").setAttribute("aria-expanded", String(on));
}

/** Go to a concept. */
async function select(id) {
  showQueue(false);
  if (id !== state.selected) state.held = null;
  state.selected = id;
  if (id === null) {
    state.card = null;
    draw();
    return;
  }
  draw();
  state.loading = load(id);
  await state.loading;
}

async function load(id) {
  try {
    const card = await server.card(id);
    if (state.selected !== id) return; // another one was chosen in the meantime
    state.card = card;
  } catch (refusal) {
    say(refusal.message, null, null, true);
    return;
  }
  draw();
  document.getElementById("card").scrollTop = 0;
  announce(`${state.card.name}, ${state.card.kind}, ${state.card.status}`);
}

/** Go on after a decision about `id`: to the next concept in the `order` before it that is still shown. */
async function advance(id, order) {
  if (state.version < 0) await reload();
  state.held = null;
  const shown = new Set(visible().map((line) => line.id));
  const at = order.indexOf(id);
  const next = [...order.slice(at + 1), ...order.slice(0, at).reverse()].find((other) => shown.has(other));
  select(next ?? (shown.has(id) ? id : null)); // its card is waited for by what needs it
}

function step(by) {
  const lines = visible();
  const at = lines.findIndex((line) => line.id === state.selected);
  const next = lines[Math.max(0, Math.min(lines.length - 1, at + by))];
  if (next) select(next.id); // not waited for: whoever holds a key down passes by
}

function openTab(name) {
  state.tab = name;
  state.held = null;
  select(visible()[0]?.id ?? null);
}

function tellState({ waiting, problems, notices }) {
  document.getElementById("waiting").hidden = !waiting;
  const box = document.getElementById("banners");
  box.querySelectorAll(".problem").forEach((element) => element.remove());
  for (const problem of problems) box.append(h("div", { class: "banner problem", role: "alert" }, h("p", {}, `${problem} Nothing is written to it until it can be read.`)));
  for (const notice of notices.filter(({ version }) => version > state.told)) {
    state.told = notice.version;
    const banner = h("div", { class: "banner", role: "status" }, h("p", {}, notice.text));
    const close = () => banner.remove();
    if (notice.lost.length) {
      const again = async () => {
        close();
        await server.putBack(notice.lost).catch((refusal) => say(refusal.message, null, null, true));
        state.version = -1;
        await refresh();
        if (state.selected) await select(state.selected);
      };
      banner.append(h("button", { type: "button", class: "main", onclick: again }, "Put them back"));
    }
    banner.append(h("button", { type: "button", onclick: close }, "Dismiss"));
    box.append(banner);
  }
}

/** Look for what others changed; what is being typed stays. */
async function poll() {
  if (document.hidden || document.querySelector("dialog[open]")) return;
  try {
    const since = Math.max(0, state.version);
    const answer = await server.news(since);
    if (answer.version === since) return;
    tellState(answer);
    const queue = await server.queue();
    if (queue.version < state.version) return; // a decision was made in the meantime: the next look brings both
    takeQueue(queue);
    if (state.selected && state.lines.has(state.selected)) takeCard(await server.card(state.selected));
    draw();
  } catch { /* the next decision will tell */ }
}

/** The letter of a key also where another script is typed. */
function letter(event) {
  if (/^[ -~]$/.test(event.key)) return event.key.toLowerCase();
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.target.closest?.("input, textarea, select")) {
    if (event.key === "Escape" && event.target.id === "search") event.target.blur();
    return;
  }
  if (deciding) {
    if (event.key !== "Tab") event.preventDefault();
    return;
  }
  const key = letter(event);
  const action = keys && !event.repeat && ACTIONS.find(([name]) => name === key);
  const work =
    action?.[2] ??
    (event.key === "ArrowDown" || (keys && key === "j") ? () => step(1) : null) ??
    (event.key === "ArrowUp" || (keys && key === "k") ? () => step(-1) : null) ??
    (keys && key === "/" ? () => document.getElementById("search").focus() : null) ??
    (keys && key === "?" ? help : null) ??
    (keys && /^[1-9]$/.test(key) ? () => edit(key - 1) : null);
  if (!work) return;
  event.preventDefault();
  deciding = true;
  Promise.resolve(work()).finally(() => { deciding = false; });
}

/** Go into the field of a language as soon as it is there. */
async function edit(index) {
  await state.loading;
  document.getElementById(`rendering-${index}`)?.select();
}

function help() {
  const shown = [...ACTIONS.map(([key, label]) => [[key], label]), ...MOVES];
  showShortcuts(shown, keys, (on) => { keys = on; });
}

async function start() {
  setUpTheme();
  drawActions();
  try {
    await reload();
  } catch (refusal) {
    say(refusal.message, null, null, true);
    return;
  }
  const kind = document.getElementById("kind");
  kind.append(h("option", { value: "" }, "all kinds"), ...state.kinds.map((name) => h("option", { value: name }, name)));
  const narrow = () => {
    state.query = document.getElementById("search").value;
    state.kind = kind.value;
    state.held = null;
    const lines = visible();
    if (lines.some((line) => line.id === state.selected)) draw();
    else select(lines[0]?.id ?? null);
  };
  document.getElementById("search").addEventListener("input", settled(120, narrow));
  kind.addEventListener("change", narrow);
  document.getElementById("help").addEventListener("click", help);
  addEventListener("keydown", onKey);
  await select(visible()[0]?.id ?? null);
  setInterval(poll, POLL);
}

start();
