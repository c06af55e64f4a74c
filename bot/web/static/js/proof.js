// The four digits that prove whose case it is: typed in a field of their own, shown as dots, kept nowhere.
import { h, hidden, masked } from "./dom.js";

const DOTS = "••••";
const NAMED = /(?:4|bốn)\s+số\s+(?:cuối|đuôi)\D{0,40}\d/i;
const ALONE = /(?<![\w.-])\d(?:[ .-]?\d){2,7}(?![\w-])/g; // not those of a case code
const BESIDE_A_CODE = /[a-z]\d{2}[.\d]*-\d{6,8}-\d{4,7}\D+\d{3}/i;
let expected = false;

// Whether the last answer asks for them.
export function expect(messages) {
  expected = messages.at(-1)?.payload?.expects === "proof";
  return expected;
}

// Whether a text may hold them: then nothing of it is written to this browser's storage.
export const isSecret = (text) =>
  (expected && /\d/.test(text)) || NAMED.test(text) || BESIDE_A_CODE.test(text);

// What is shown of a message: the server keeps "[proof]".
export function veiled(text) {
  const shown = isSecret(text) ? text.replace(ALONE, "[proof]") : text;
  const parts = shown.split("[proof]").flatMap((part) => [dots(), ...masked(part)]);
  return parts.slice(1);
}

const dots = () => h("span", {}, h("span", { "aria-hidden": "true" }, DOTS), hidden("bốn số đã che"));

export function field(say) {
  const input = h("input", {
    type: "text",
    id: "proof-digits",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: "4",
    pattern: "[0-9]{4}",
    required: true,
    title: "Đúng 4 chữ số",
    "aria-describedby": "proof-note",
  });
  const form = h(
    "form",
    { class: "proof" },
    h("label", { for: "proof-digits" }, "4 số cuối của điện thoại hoặc căn cước"),
    h("div", { class: "row" }, input, h("button", { type: "submit", class: "strong" }, "Xem hồ sơ")),
    h("p", { class: "note", id: "proof-note" }, "Bốn số này không được lưu lại."),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say(`4 số cuối ${input.value}`);
  });
  return form;
}
