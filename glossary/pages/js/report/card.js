/** The card beside a highlighted term: its renderings, on hover, on focus, or at the first tap. */

import { h, kindChip } from "../dom.js";
import { renderings } from "./details.js";

const DELAY = 120; // milliseconds before a hovered card opens or closes: less flickers, more feels slow
const card = h("div", { class: "popup", id: "popup", role: "tooltip", hidden: true });
let anchor = null;
let timer = 0;
let touched = false;

/** Show cards for the links of `container`; `conceptsOf` says which concepts a link names. */
export function setUpCards(container, conceptsOf) {
  document.body.append(card);
  const linkOf = (event) => event.target.closest?.("a.term:not(.off)");
  container.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType !== "touch") later(() => open(link, conceptsOf(link)));
  });
  container.addEventListener("pointerout", (event) => linkOf(event) && later(close));
  container.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link && link.matches(":focus-visible")) open(link, conceptsOf(link));
  });
  container.addEventListener("focusout", (event) => linkOf(event) && close());
  container.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
  container.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (link && touched && anchor !== link) {
      event.preventDefault();
      open(link, conceptsOf(link), true);
    } else close();
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(close));
  addEventListener("keydown", (event) => event.key === "Escape" && close());
  addEventListener("hashchange", close);
}

function later(work) {
  clearTimeout(timer);
  timer = setTimeout(work, DELAY);
}

function open(link, concepts, byTouch = false) {
  close();
  anchor = link;
  card.replaceChildren(
    ...concepts.map((concept) => h("section", {}, h("h4", {}, concept.name, kindChip(concept.kindName, concept.subkind)), renderings(concept, true))),
    ...(byTouch ? [h("p", { class: "soft" }, "Tap the term again to open it.")] : []),
  );
  card.hidden = false;
  link.setAttribute("aria-describedby", "popup");
  place(link.getClientRects()[0]);
}

/** Below the term, or above where there is no room below; never beyond the edges. */
function place(rectangle) {
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.max(8, Math.min(rectangle.left, document.documentElement.clientWidth - width - 8));
  const below = rectangle.bottom + 6 + height <= innerHeight || rectangle.top < height + 6;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(below ? rectangle.bottom + 6 : rectangle.top - height - 6) + scrollY}px`;
}

function close() {
  clearTimeout(timer);
  anchor?.removeAttribute("aria-describedby");
  anchor = null;
  card.hidden = true;
}
