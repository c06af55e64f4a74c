// Which papers are ready: kept on this machine, the same on the card and on the page.
import { kept } from "./storage.js";

export function tickable(input, code) {
  const name = input.dataset.tick;
  input.checked = kept.get(`ticks.${code}`, []).includes(name);
  input.addEventListener("change", () => {
    const others = kept.get(`ticks.${code}`, []).filter((item) => item !== name);
    const ticked = input.checked ? [...others, name] : others;
    kept.set(`ticks.${code}`, ticked.length ? ticked : null);
  });
}
