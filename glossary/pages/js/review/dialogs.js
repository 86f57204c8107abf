/** Questions that need an answer before a decision can be made. Escape, or Cancel, answers nothing. */

import { h, kindChip } from "../dom.js";
import { search } from "./store.js";

/** Show a dialog with a heading and contents until it is closed; `fill` gets a function that answers. */
function ask(heading, explanation, fill) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const dialog = h("dialog", { "aria-labelledby": "dialog-heading" });
    const done = (answer) => {
      dialog.remove();
      before?.focus?.({ preventScroll: true });
      resolve(answer);
    };
    dialog.append(h("h2", { id: "dialog-heading" }, heading), h("p", { class: "explanation" }, explanation), ...fill(done));
    dialog.addEventListener("cancel", () => done(null)); // at once, so that the next key finds no dialog
    dialog.addEventListener("close", () => done(null));
    document.body.append(dialog);
    dialog.showModal();
  });
}

const cancel = (done) => h("button", { type: "button", onclick: () => done(null) }, "Cancel");

/**
 * One of a few values (value, label, remark), by click or by its number. With `free` any other text too, and with
 * `languages` in one of these: then the answer is text and language.
 */
export function choose(heading, explanation, options, free = "", languages = []) {
  return ask(heading, explanation, (done) => {
    const buttons = options.map(([value, label, remark = ""], index) =>
      h("button", { type: "button", onclick: () => done(value) }, index < 9 ? h("kbd", { "aria-hidden": "true" }, index + 1) : null, label, h("span", { class: "soft small" }, remark)),
    );
    const input = free ? h("input", { type: "text", "aria-label": free, placeholder: free }) : null;
    const inside = languages.length ? h("select", { "aria-label": "Language" }, languages.map(([value, label]) => h("option", { value }, label))) : null;
    const submit = (event) => {
      event.preventDefault();
      if (input.value.trim()) done(inside ? { text: input.value, language: inside.value } : input.value);
    };
    const box = h("div", { class: "options" }, buttons);
    queueMicrotask(() => {
      box.closest("dialog").addEventListener("keydown", (event) => {
        const number = Number(event.key);
        if (event.target !== input && event.target !== inside && number >= 1 && number <= Math.min(9, options.length)) {
          event.preventDefault();
          done(options[number - 1][0]);
        }
      });
    });
    return [box, input ? h("form", { onsubmit: submit }, input, inside, h("button", { type: "submit" }, "Choose")) : null, h("div", { class: "end" }, cancel(done))].filter(Boolean);
  });
}

/** A text of any length. */
export function write(heading, explanation, text) {
  return ask(heading, explanation, (done) => {
    const area = h("textarea", { "aria-label": heading, autofocus: true });
    area.value = text;
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        done(area.value);
      }
    });
    return [area, h("div", { class: "end" }, cancel(done), h("button", { type: "button", class: "main", onclick: () => done(area.value) }, "Save", h("kbd", { "aria-hidden": "true" }, "⏎")))];
  });
}

/** Another concept, found by typing. */
export function chooseConcept(heading, explanation, own) {
  return ask(heading, explanation, (done) => {
    let found = [];
    let at = 0;
    const box = h("div", { class: "options", role: "listbox", id: "found", "aria-label": "Concepts" });
    const input = h("input", { type: "text", role: "combobox", "aria-label": "Search concepts", "aria-controls": "found", "aria-expanded": "true", placeholder: "Search concepts", autofocus: true });
    const draw = () => {
      box.replaceChildren(
        ...found.map((line, index) =>
          h("button", { type: "button", role: "option", id: `found-${index}`, tabindex: "-1", "aria-selected": String(index === at), onclick: () => done(line.id) }, line.name, kindChip(line.kind)),
        ),
      );
      if (found.length) input.setAttribute("aria-activedescendant", `found-${at}`);
      else input.removeAttribute("aria-activedescendant");
    };
    input.addEventListener("input", () => {
      found = search(input.value, 20).filter((line) => line.id !== own);
      at = 0;
      draw();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        at = Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
        draw();
        box.children[at]?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter" && !event.isComposing && found[at]) done(found[at].id);
    });
    return [input, box, h("div", { class: "end" }, cancel(done))];
  });
}

/** A decision came too late: keep what is there, or decide all the same. True to decide. */
export function stillDecide(message, now) {
  return ask("Changed meanwhile", message, (done) => [
    h("p", {}, now),
    h("div", { class: "end" }, h("button", { type: "button", autofocus: true, onclick: () => done(false) }, "Keep it as it is"), h("button", { type: "button", class: "main", onclick: () => done(true) }, "Decide all the same")),
  ]);
}

/** The shortcuts, and whether single keys work at all. */
export function showShortcuts(keys, on, turn) {
  const box = h("input", { type: "checkbox", onchange: (event) => turn(event.currentTarget.checked) });
  box.checked = on;
  return ask("Shortcuts", "Single keys work while no field is being edited.", (done) => [
    h("dl", { class: "shortcuts" }, keys.map(([shown, label]) => [h("dt", {}, shown.map((key) => h("kbd", {}, key))), h("dd", {}, label)])),
    h("div", { class: "end" }, h("label", { class: "field" }, box, "Use single keys"), h("button", { type: "button", class: "main", autofocus: true, onclick: () => done(null) }, "Close")),
  ]);
}
