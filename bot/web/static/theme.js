// Runs before the first paint, so that the page doesn't flash in the wrong colours or size.
(() => {
  try {
    const root = document.documentElement;
    const theme = localStorage.getItem("motcua.theme");
    const size = localStorage.getItem("motcua.size");
    if (theme) root.dataset.theme = theme;
    if (size) root.dataset.size = size;
  } catch {
    // storage is blocked: the system's colours and the usual size
  }
})();
