// Typing-ahead on the look-up page. Without this script the form finds the same.
import { sayToReader } from "../page.js";

const field = document.querySelector("#q");
const list = document.querySelector("#suggestions");
let active = -1;
let asking = null;

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", list.id);
close();

function close() {
  list.hidden = true;
  active = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function draw(suggestions) {
  list.replaceChildren(
    ...suggestions.map(({ code, title, down }, n) => {
      const item = document.createElement("li");
      item.id = `suggestion-${n}`;
      item.role = "option";
      item.dataset.code = code;
      item.setAttribute("aria-selected", "false");
      const small = document.createElement("small");
      small.textContent = down ? `${code} · đang tạm ngừng trả lời` : code;
      item.append(title, " ", small);
      return item;
    }),
  );
  close();
  if (!suggestions.length) return;
  list.hidden = false;
  field.setAttribute("aria-expanded", "true");
  sayToReader(`${suggestions.length} gợi ý`);
}

async function ask() {
  asking?.abort();
  const words = field.value.trim();
  if (words.length < 2) return close();
  asking = new AbortController();
  try {
    const reply = await fetch(`/staff/api/procedures?q=${encodeURIComponent(words)}`, { signal: asking.signal });
    if (reply.ok) draw((await reply.json()).suggestions);
  } catch (error) {
    if (error.name !== "AbortError") close(); // no network: the form still tells
  }
}

function move(step) {
  const items = [...list.children];
  active = (active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length;
  items.forEach((item, n) => item.setAttribute("aria-selected", String(n === active)));
  field.setAttribute("aria-activedescendant", items[active].id);
  items[active].scrollIntoView({ block: "nearest" });
}

const open = (item) => location.assign(`/staff/procedures/${item.dataset.code}`);

field.addEventListener("input", ask);
field.addEventListener("blur", close);
field.addEventListener("keydown", (event) => {
  if (list.hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    open(list.children[active]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    close();
  }
});
list.addEventListener("mousedown", (event) => {
  event.preventDefault(); // the field keeps its focus
  const item = event.target.closest("[data-code]");
  if (item) open(item);
});
