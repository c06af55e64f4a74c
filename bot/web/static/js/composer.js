// Where one types: Enter sends, Shift+Enter breaks the line, nothing typed is lost.
import { isSecret } from "./proof.js";
import { tab } from "./storage.js";

const form = document.querySelector("#composer");
const field = document.querySelector("#text");
const counter = document.querySelector("#counter");
const max = Number(field.dataset.max);
const WARN_FROM = 0.8;

// As the server counts: characters after composing, not UTF-16 units.
const lengthOf = (text) => [...text.normalize("NFC")].length;

export function start(send, typed) {
  field.value ||= tab.get("draft", ""); // what was typed before this script came stays
  document.querySelector("#send").disabled = false;
  changed();
  field.addEventListener("input", () => {
    changed();
    if (field.value.trim()) typed();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!field.value.trim() || lengthOf(field.value) > max) return field.focus();
    const text = field.value;
    field.value = "";
    changed();
    send(text);
  });
}

export const focus = () => field.focus();

export function empty() {
  field.value = "";
  changed();
}

// A refused message comes back, in front of what has been typed since.
export function giveBack(text) {
  field.value = [text, field.value].filter(Boolean).join("\n");
  changed();
}

function changed() {
  tab.set("draft", isSecret(field.value) ? null : field.value || null);
  const length = lengthOf(field.value);
  const over = length > max;
  field.setAttribute("aria-invalid", String(over));
  counter.classList.toggle("over", over);
  if (over) counter.textContent = `Quá ${length - max} ký tự, hãy viết ngắn lại (tối đa ${max}).`;
  else counter.textContent = length > max * WARN_FROM ? `Còn ${max - length} ký tự` : "";
  if (!CSS.supports("field-sizing", "content")) grow();
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
