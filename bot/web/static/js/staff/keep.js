// What somebody was writing when the session ended comes back once the same person has signed in again, in this tab.
import { tab } from "../storage.js";

const NAME = "written";
const kept = tab.get(NAME);
const next = document.querySelector("form input[name=next]"); // the sign-in page
const me = document.querySelector("main").dataset.me;

export function keep() {
  const fields = [...document.querySelectorAll("textarea[name]")].filter((field) => field.value.trim());
  const words = Object.fromEntries(fields.map((field) => [field.name, field.value]));
  tab.set(NAME, fields.length ? { me, path: location.pathname, words } : null);
}

function giveBack() {
  for (const [name, words] of Object.entries(kept.words)) {
    const field = document.querySelector(`textarea[name="${CSS.escape(name)}"]`);
    if (field && !field.value) field.value = words;
  }
}

if (next && kept) {
  tab.set(NAME, { ...kept, interrupted: true });
  next.value = kept.path;
} else if (kept) {
  tab.set(NAME, null); // it was sent, or this is the place to go on writing
  if (kept.interrupted && kept.me === me && kept.path === location.pathname) giveBack();
}
// Who signs out leaves nothing on a machine that others use.
if (!next) document.addEventListener("submit", (event) => (event.target.matches("[action$=sign-out]") ? tab.set(NAME, null) : keep()));
