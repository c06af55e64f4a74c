// The conversation on the screen. A turn is known by its client_message_id, else by its turn_id.
import { draw, quickReplies } from "./card.js";
import { h, hidden } from "./dom.js";
import * as proof from "./proof.js";
import { rating } from "./rate.js";

const box = document.querySelector("#log");
const scroller = document.querySelector("#scroll");
const typists = { bot: document.querySelector("#typing"), person: document.querySelector("#person-typing") };
const turns = new Map();
const MARGIN = 12; // pixels between a message and the edge

let say = () => {};
let session = () => null;

export function connect(handlers) {
  ({ say, session } = handlers);
}

export const isEmpty = () => turns.size === 0;
export const isAnswered = (key) => turns.get(key)?.dataset.state === "answered";

export function clear() {
  turns.clear();
  proof.expect([]);
  box.replaceChildren();
  for (const sign of Object.values(typists)) sign.hidden = true;
}

// turn: {client_message_id?, turn_id?, text, state, messages, useful?}. Returns its element.
export function show(turn) {
  const key = turn.client_message_id ?? turn.turn_id;
  const element = turns.get(key) ?? add(key, turn);
  if (element.dataset.state === "answered") return element; // an answer never changes
  element.dataset.state = turn.state;
  element.querySelector(".state").textContent = "";
  for (const old of element.querySelectorAll(".bot, .card, .chips, .rate, .proof")) old.remove();
  const messages = turn.messages ?? [];
  element.append(...messages.flatMap((message) => draw(message, say)));
  if (turn.state === "answered") finish(element, turn, messages);
  return element;
}

export function refuse(key, detail) {
  const element = turns.get(key);
  element.dataset.state = "refused";
  element.append(h("div", { class: "bot refused", role: "alert" }, detail));
}

export function mark(key, text) {
  const state = turns.get(key)?.querySelector(".state");
  if (state) state.textContent = text;
}

export function note(text) {
  box.append(h("p", { class: "system" }, text));
}

export function isTyping(yes, who = "bot") {
  if (typists[who].hidden === !yes) return;
  typists[who].hidden = !yes;
  if (yes) toBottom();
}

export function toBottom() {
  if (!isEmpty()) bring(box.lastElementChild, "end");
}

// A long answer is read from its beginning, a short one with the end in sight.
export function reveal(element) {
  const tall = element.offsetHeight > Math.min(scroller.clientHeight, innerHeight);
  bring(element, tall ? "start" : "end");
}

// On a small or zoomed screen the page scrolls as a whole, else only the conversation.
function bring(element, block) {
  const whole = scroller.scrollHeight <= scroller.clientHeight;
  const frame = whole ? document.scrollingElement : scroller;
  const top = whole ? 0 : scroller.getBoundingClientRect().top;
  const place = element.getBoundingClientRect();
  const below = Object.values(typists).reduce((sum, sign) => sum + sign.offsetHeight, MARGIN);
  if (block === "start") frame.scrollTop += place.top - top - MARGIN;
  else frame.scrollTop += place.bottom + below - top - frame.clientHeight;
}

function add(key, turn) {
  for (const old of box.querySelectorAll(".chips, .proof")) old.remove(); // only the last ones count
  const said = h("p", {}, proof.veiled(turn.text));
  const mine = h("div", { class: "mine", tabindex: "-1" }, hidden("Anh/chị: "), said);
  // What a person or the desk says answers no message.
  const element = h("div", { class: "turn" }, turn.text ? mine : null, h("p", { class: "state" }));
  turns.set(key, element);
  box.append(element);
  return element;
}

function finish(element, turn, messages) {
  if (turn.text && messages.length) element.append(rating(turn, session));
  if (element !== box.querySelector(".turn:last-of-type")) return;
  if (proof.expect(messages)) element.append(proof.field(say));
  const chips = messages.length ? quickReplies(messages.at(-1), say) : null;
  if (chips) element.append(chips);
}
