// Above the composer: a person is waited for, talks, or calls back.
import { endHandover, leaveNumber, typing } from "./api.js";
import { h } from "./dom.js";
import * as log from "./log.js";
import { sayToReader } from "./page.js";

const box = document.querySelector("#desk");
const NONE = { state: "none", text: "" };
const SIGN_MS = 3000; // between two signs that the citizen types

let session = () => null;
let stands = NONE;
let drawn = "";
let signed = 0;

export function start(handlers) {
  ({ session } = handlers);
}

export const isOpen = () => stands.state !== "none";
export const hasPerson = () => stands.state === "taken";
export const clear = () => show(NONE);

// Nothing is known while the line is cut: not that somebody still types.
export const lost = () => log.isTyping(false, "person");

export function show(now) {
  if (now.state !== stands.state || now.position !== stands.position) sayToReader(now.text ?? "");
  stands = now;
  log.isTyping(Boolean(now.typing), "person");
  box.hidden = !isOpen();
  const look = JSON.stringify([now.state, now.consent]);
  // A number that is being typed stays while only the place in the queue changes.
  if (look === drawn) {
    box.querySelector(".stands").textContent = now.text;
    return;
  }
  drawn = look;
  box.replaceChildren(h("p", { class: "stands" }, now.text), ...parts());
  log.toBottom(); // the box takes room from the conversation
}

// The person sees that the citizen types; not oftener than it is forgotten.
export function typed() {
  if (!hasPerson() || Date.now() < signed + SIGN_MS) return;
  signed = Date.now();
  typing(session()).catch(() => {}); // only a sign
}

function parts() {
  const said = h("p", { role: "alert" });
  const wait = (name, how) => h("button", { type: "button", class: "quiet", onclick: end(how, said) }, name);
  if (stands.state === "taken") {
    return [h("div", { class: "row" }, wait("Trở lại với trợ lý", "give_back"), wait("Kết thúc", "close")), said];
  }
  if (!isOpen()) return [];
  const name = stands.state === "queued" ? "Không chờ nữa" : "Không cần nữa";
  const number = h("details", {}, h("summary", {}, "Để lại số điện thoại"), numberForm(said));
  return [number, h("div", { class: "row" }, wait(name, "close")), said];
}

function end(how, said) {
  return () => endHandover(session(), how).then(clear, (failure) => refused(failure, said));
}

function numberForm(said) {
  const number = h("input", {
    type: "tel", id: "call-number", autocomplete: "off", inputmode: "tel", required: true, maxlength: "40",
  });
  const agreed = h("input", { type: "checkbox", required: true });
  const form = h(
    "form",
    {},
    h("label", { for: "call-number" }, "Số điện thoại"),
    h("div", { class: "row" }, number),
    h("label", { class: "agree" }, agreed, h("span", {}, stands.consent)),
    h("div", { class: "row" }, h("button", { type: "submit", class: "strong" }, "Gọi lại cho tôi")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leaveNumber(session(), number.value).then(clear, (failure) => refused(failure, said));
  });
  return form;
}

function refused(failure, said) {
  said.textContent = failure.problem?.detail ?? "Chưa gửi được, anh/chị thử lại sau ít giây.";
}
