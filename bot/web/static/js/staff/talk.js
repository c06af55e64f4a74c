// One conversation, live: words as they come, signs of typing, suggestions put in by a click.
import { h, masked } from "../dom.js";
import { keep } from "./keep.js";

const talk = document.querySelector("#talk");
const words = document.querySelector("#words");
const form = document.querySelector("#say");
const field = document.querySelector("#text");
const typing = document.querySelector("#typing");
const over = document.querySelector("#over");
const refused = document.querySelector("#refused");
const ask = document.querySelector("#ask");
const asked = document.querySelector("#asked");
const call = `/staff/api/conversations/${talk.dataset.number}`;
const headers = { "X-CSRF-Token": talk.dataset.csrf };
const SIGN_MS = 3000;
const AGAIN_MS = 5000; // after a stream that was refused
const NOT_MINE = "Cuộc trò chuyện này không còn ở anh/chị nữa: đã kết thúc hoặc đã chuyển đi.";
let revision = talk.dataset.revision;
let events = null;
let signed = 0;

function listen() {
  events = new EventSource(`${call}/events?after=${revision}`);
  events.addEventListener("turn", (event) => {
    revision = event.lastEventId;
    show(JSON.parse(event.data));
  });
  events.addEventListener("handover", (event) => {
    const stands = JSON.parse(event.data);
    typing.hidden = !stands.typing;
    if (stands.state !== "taken") end(NOT_MINE);
  });
  events.addEventListener("error", () => {
    typing.hidden = true; // nothing is known while the line is cut
    if (events.readyState === EventSource.CLOSED) refusedToListen();
  });
}

// The browser does not ask again after a refusal. What was refused, the page itself tells.
async function refusedToListen() {
  const page = await fetch(location.pathname, { headers: { Accept: "text/html" } }).catch(() => null);
  if (page?.status === 404) end(NOT_MINE);
  else if (page?.redirected) end("Phiên làm việc đã hết hạn. Anh/chị tải lại trang để đăng nhập; cuộc trò chuyện chưa mất.");
  else setTimeout(listen, AGAIN_MS);
}

function show(turn) {
  for (const old of words.querySelectorAll(`[data-turn="${CSS.escape(turn.turn_id)}"]`)) old.remove();
  if (turn.text) words.append(line("citizen", "Người dân", turn.text, turn.turn_id));
  for (const { text, payload } of turn.messages) {
    const person = payload?.type === "person";
    const who = person ? `Cán bộ ${payload.shown}` : "Trợ lý";
    words.append(line(person ? "adviser" : "assistant", who, text, turn.turn_id));
  }
  toEnd();
}

function line(kind, who, text, turn) {
  return h("div", { class: `line ${kind}`, "data-turn": turn }, h("strong", {}, who), h("p", {}, masked(text)));
}

function toEnd() {
  words.scrollTop = words.scrollHeight;
}

// What is being written stays on the page, and comes back after signing in again.
function end(why) {
  over.textContent = why;
  over.hidden = false;
  typing.hidden = true;
  events.close();
  keep();
  form.querySelector("button").disabled = true;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  refused.hidden = true;
  try {
    const body = new URLSearchParams({ text: field.value });
    const answer = await fetch(form.action, { method: "POST", headers, body, redirect: "manual" });
    if (answer.type !== "opaqueredirect") throw await answer.json();
    field.value = "";
    keep();
  } catch (problem) {
    refused.textContent = problem.detail ?? "Chưa gửi được, hãy thử lại.";
    refused.hidden = false;
    keep();
  }
  button.disabled = !over.hidden;
  field.focus();
});

field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

field.addEventListener("input", () => {
  if (!field.value || Date.now() < signed + SIGN_MS) return;
  signed = Date.now();
  fetch(`${call}/typing`, { method: "POST", headers }).catch(() => {}); // only a sign
});

function insert(text) {
  field.value = [field.value, text].filter(Boolean).join("\n");
  field.focus();
}

for (const button of document.querySelectorAll("[data-insert]")) {
  button.hidden = false;
  button.addEventListener("click", () => insert(button.previousElementSibling.textContent));
}

ask.hidden = false;
ask.addEventListener("click", async () => {
  ask.disabled = true;
  asked.textContent = "Đang hỏi trợ lý…";
  try {
    const answer = await fetch(`${call}/suggestion`, { method: "POST", headers });
    const told = await answer.json();
    if (answer.ok && told.text) insert(told.text);
    asked.textContent = answer.ok ? (told.text ? "Đã chèn vào ô trả lời." : "Người dân chưa hỏi gì.") : told.detail;
  } catch {
    asked.textContent = "Chưa hỏi được trợ lý, hãy thử lại.";
  }
  ask.disabled = false;
});
toEnd();
listen();
