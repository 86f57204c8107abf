/** The queue at the side, and the tabs above. */

import { counted, h, icon, kindChip } from "../dom.js";
import { size, state, TABS, visible } from "./store.js";

const CHUNK = 120; // lines drawn at a time: two screens
const list = document.getElementById("list");
const tabs = document.getElementById("tabs");
const count = document.getElementById("count");
let drawn = 0;

/** Draw tabs and queue; `select` is called with the id of a line that is chosen, `openTab` with a tab's name. */
export function drawList(select, openTab) {
  tabs.replaceChildren(
    ...TABS.map(([name, label, belongs]) =>
      h("button", { type: "button", "aria-pressed": String(name === state.tab), "data-tab": name, onclick: () => openTab(name) }, label, h("span", { class: "count" }, size(belongs).toLocaleString("en"))),
    ),
  );
  const lines = visible();
  const at = lines.findIndex((line) => line.id === state.selected);
  count.textContent = lines.length ? `${at < 0 ? "" : `${(at + 1).toLocaleString("en")} of `}${counted(lines.length, "concept")}` : "";
  drawn = Math.max(CHUNK, Math.ceil((at + 20) / CHUNK) * CHUNK);
  list.replaceChildren(...lines.slice(0, drawn).map((line) => row(line, select)));
  list.onscroll = () => {
    if (drawn < lines.length && list.scrollTop + list.clientHeight > list.scrollHeight - 600) {
      list.append(...lines.slice(drawn, drawn + CHUNK).map((line) => row(line, select)));
      drawn += CHUNK;
    }
  };
  list.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
}

function row(line, select) {
  const signs = line.renderings.map(([, status]) => h("span", { class: `s-${status}` }, icon(status)));
  const said = line.renderings.map(([, status], index) => `${state.languages[index][1]} ${status}`).join(", ");
  return h(
    "li",
    { class: line.status },
    h(
      "button",
      { type: "button", "aria-current": line.id === state.selected ? "true" : null, onclick: () => select(line.id) },
      h("span", { class: "name" }, line.name),
      kindChip(line.kind),
      h("span", { class: "meta" }, counted(line.uses, "use"), line.status === "undecided" ? null : ` · ${line.status}`, h("span", { class: "signs", "aria-hidden": "true" }, signs), h("span", { class: "unseen" }, said)),
    ),
  );
}
