/** Which part of the report is shown. */

import { setUpDocuments, updateDocuments } from "./documents.js";
import { setUpFindings, updateFindings } from "./findings.js";
import { route } from "./route.js";
import { setUpTerms, updateTerms } from "./terms.js";
import { setUpTheme } from "../theme.js";

const VIEWS = {
  overview: [() => {}, () => {}],
  documents: [setUpDocuments, updateDocuments],
  terms: [setUpTerms, updateTerms],
  findings: [setUpFindings, updateFindings],
}; // for each what builds it, when it is first shown, and what makes it show what the address says
const sections = Object.fromEntries(Object.keys(VIEWS).map((name) => [name, document.getElementById(name)]));
const built = new Set();
const scrolled = new Map(); // address → how far its view was scrolled when it was left
for (const [name, section] of Object.entries(sections)) section.id = `view-${name}`; // else the browser scrolls to it
let current = "";
let followed = false; // a link was followed, as opposed to back and forward

function showRoute() {
  const { view, parameters } = route();
  const name = view in VIEWS ? view : "overview";
  const [setUp, update] = VIEWS[name];
  for (const [key, section] of Object.entries(sections)) section.hidden = key !== name;
  for (const link of document.querySelectorAll(".top nav a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.documentElement.dataset.view = name;
  scrollTo(0, 0);
  if (!built.has(name)) setUp(sections[name]);
  built.add(name);
  update(parameters);
  if (!followed && scrolled.has(location.hash)) scrollTo(0, scrolled.get(location.hash));
  else if (current !== "" || followed) document.getElementById(`${name}-heading`).focus({ preventScroll: true });
  followed = false;
  current = location.hash;
}

setUpTheme();
addEventListener("click", (event) => { followed ||= Boolean(event.target.closest?.('a[href^="#"]')); });
addEventListener("scroll", () => current !== "" && location.hash === current && scrolled.set(current, scrollY), { passive: true });
addEventListener("hashchange", showRoute);
showRoute();
performance.mark("ready");
