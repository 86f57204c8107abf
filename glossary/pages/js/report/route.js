/** The address of a view: `#terms?kind=person&q=kim`. Filters live there, so that a link or a bookmark keeps them. */

/** The view and its parameters as the address has them now. */
export function route() {
  const [view, query = ""] = decodeHash(location.hash).split("?", 2);
  return { view, parameters: new URLSearchParams(query) };
}

function decodeHash(hash) {
  return hash.replace(/^#/, "");
}

/** The address of a view; parameters that are empty are left out. */
export function address(view, parameters = {}) {
  const filled = Object.entries(parameters).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const query = new URLSearchParams(filled).toString();
  return query ? `#${view}?${query}` : `#${view}`;
}

/** Make the address say what the view shows, without a new step in the browser's history. */
export function remember(view, parameters) {
  history.replaceState(history.state, "", address(view, parameters));
}
