/** Questions to the program behind the page. All addresses are relative: they begin with the page's secret. */

/** An answer that says why there is none; `card` is the concept as it is now when a decision came too late. */
export class Refusal extends Error {
  constructor(message, card) {
    super(message);
    this.card = card;
  }
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { credentials: "omit", cache: "no-store", ...options });
  } catch {
    throw new Refusal("The program behind this page does not answer. Start it again: glossary review");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer.error ?? `Not possible (${response.status})`, answer.card);
  return answer;
}

function tell(path, value) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });
}

/** Everything but the cards. */
export const queue = () => ask("queue");

/** Everything about one concept. */
export const card = (id) => ask(`cards/${encodeURIComponent(id)}`);

/** What changed since a version. */
export const news = (since) => ask(`news?since=${since}`);

/** Carry a decision out. */
export const decide = (edit) => tell("edits", edit);

/** Take a decision back. */
export const undo = (number) => tell("undo", { number });

/** Make decisions again that another program has overwritten. */
export const putBack = (numbers) => tell("put-back", { numbers });
