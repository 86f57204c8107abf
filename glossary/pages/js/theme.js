/** The button that chooses light, dark, or what the system says. */

/** Make the button with the class `theme` work. */
export function setUpTheme() {
  const button = document.querySelector(".theme");
  const themes = ["auto", "light", "dark"];
  let theme = stored() ?? "auto";
  const apply = () => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    store(theme);
    apply();
  });
  apply();
}

// A page opened from a file may be denied its storage.
function stored() {
  try { return localStorage.getItem("glossary-theme"); } catch { return null; }
}

function store(theme) {
  try { localStorage.setItem("glossary-theme", theme); } catch { /* then it is forgotten */ }
}
