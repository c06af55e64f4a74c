// The bar at the top of every page: text size, colours, menu.

const SIZES = 4;
const root = document.documentElement;

function remember(name, value) {
  try {
    localStorage.setItem(`motcua.${name}`, value);
  } catch {
    // blocked: holds for this visit
  }
}

export function sayToReader(text) {
  document.querySelector("#said-softly").textContent = text;
}

function resize(step) {
  const size = Math.min(SIZES - 1, Math.max(0, Number(root.dataset.size ?? 0) + step));
  root.dataset.size = size;
  remember("size", String(size));
  sayToReader(`Cỡ chữ ${size + 1} trên ${SIZES}`);
}

const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

const themeButton = document.querySelector('[data-do="theme"]');

function showTheme() {
  themeButton.setAttribute("aria-pressed", String(isDark()));
}

const actions = {
  smaller: () => resize(-1),
  bigger: () => resize(1),
  theme() {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", root.dataset.theme);
    showTheme();
  },
  print: () => window.print(),
};

export const onAction = (name, act) => (actions[name] = act);

document.addEventListener("click", (event) => {
  const name = event.target.closest("[data-do]")?.dataset.do;
  if (name) actions[name]?.();
});

const menu = document.querySelector("#menu-button");
const tools = document.querySelector("#tools");

export function openMenu(open) {
  tools.classList.toggle("open", open);
  menu.setAttribute("aria-expanded", String(open));
}

menu.addEventListener("click", () => openMenu(!tools.classList.contains("open")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (tools.classList.contains("open")) {
    openMenu(false);
    menu.focus();
  } else if (window.parent !== window) {
    window.parent.postMessage("motcua:close", "*"); // the widget around us; carries nothing
  }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
showTheme();
