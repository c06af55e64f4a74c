// The chat page: joins composer, outbox, log and the server's events.
import { eventsAddress, history } from "./api.js";
import * as composer from "./composer.js";
import * as desk from "./desk.js";
import { h } from "./dom.js";
import * as log from "./log.js";
import * as ownData from "./mine.js";
import { Outbox } from "./outbox.js";
import { onAction, openMenu, sayToReader } from "./page.js";
import { kept } from "./storage.js";

const line = document.querySelector("#line");
const banner = document.querySelector("#banner");
const dialog = document.querySelector("#restart-dialog");
let session = kept.get("session");
let revision = 0;
let events = null;
let listenAgain = 0;
const REFUSED_MS = 30_000; // a stream that was refused (429) isn't opened again by the browser

const outbox = new Outbox({
  session: () => session,
  sending(item) {
    log.mark(item.id, "");
    log.isTyping(!desk.hasPerson());
  },
  answered(item, told) {
    tellLine("");
    log.isTyping(outbox.waiting.length > 0 && !told.with_person);
    if (told.notice) log.note(told.notice);
    tellEveryone(told.banner ?? "");
    adopt(told.session);
    log.reveal(log.show({ ...told, client_message_id: item.id, text: item.text, state: "answered" }));
  },
  refused(item, problem) {
    tellLine("");
    log.isTyping(outbox.waiting.length > 0);
    log.refuse(item.id, problem.detail ?? "Tin nhắn không gửi được.");
    composer.giveBack(item.text);
    composer.focus();
    log.toBottom();
  },
  waiting(item, failure, seconds) {
    log.isTyping(false);
    const { session: issued, messages } = failure.problem;
    if (issued) adopt(issued);
    if (messages) log.show({ client_message_id: item.id, text: item.text, state: "failed", messages });
    log.mark(item.id, "Chưa được trả lời, tin nhắn vẫn được giữ.");
    tellLine(`${reasonOf(failure.problem)} Tự thử lại sau ${seconds} giây.`);
    log.toBottom();
  },
});

const lostText = () =>
  navigator.onLine ? "Chưa kết nối được với trợ lý." : "Máy đang mất kết nối mạng.";

function reasonOf(problem) {
  if (problem.status === 429) return problem.detail;
  return problem.status ? "Trợ lý đang gián đoạn." : lostText();
}

function tellLine(text) {
  const again = { type: "button", class: "plain", onclick: () => outbox.wake() };
  line.replaceChildren(...(text ? [h("span", {}, text), h("button", again, "Thử lại ngay")] : []));
}

// What staff tell everyone; a reader hears it when it changes.
function tellEveryone(text) {
  if (banner.textContent !== text) banner.textContent = text;
  banner.hidden = !text;
}

function say(text) {
  const item = outbox.add(text);
  const element = log.show({ client_message_id: item.id, text, state: "waiting" });
  log.toBottom();
  outbox.pump();
  return element;
}

// A tapped button disappears: the focus goes on to the message that it sent.
function sayByButton(text) {
  say(text).querySelector(".mine").focus({ preventScroll: true });
}

function adopt(issued) {
  if (issued === session && events) return;
  if (issued !== session) revision = 0;
  session = issued;
  kept.set("session", session);
  listen();
}

// Other tabs' and a person's turns arrive as events; a hidden tab holds no connection, unless it
// waits for a person or talks with one: it is the sign that somebody is there.
function listen() {
  events?.close();
  clearTimeout(listenAgain);
  events = null;
  if (!session || (document.hidden && !desk.isOpen())) return;
  events = new EventSource(eventsAddress(session, revision));
  events.addEventListener("turn", (event) => {
    revision = Math.max(revision, Number(event.lastEventId));
    const turn = JSON.parse(event.data);
    const mine = outbox.waiting.some((item) => item.id === turn.client_message_id);
    if (mine || log.isAnswered(turn.client_message_id ?? turn.turn_id)) return;
    log.show(turn);
    log.toBottom();
  });
  events.addEventListener("handover", (event) => desk.show(JSON.parse(event.data)));
  events.addEventListener("error", ({ target }) => {
    desk.lost();
    if (target === events && target.readyState === EventSource.CLOSED) {
      listenAgain = setTimeout(listen, REFUSED_MS);
    }
  });
}

async function load() {
  if (!session) return;
  try {
    const past = await history(session);
    revision = past.revision;
    desk.show(past.handover);
    const mine = new Set(outbox.waiting.map((item) => item.id));
    past.turns.filter((turn) => !mine.has(turn.client_message_id)).forEach(log.show);
  } catch (failure) {
    if (failure.kind === "gone") {
      session = null;
      kept.set("session", null);
    } else {
      tellLine(`${lostText()} Nội dung cũ sẽ hiện lại khi có kết nối.`);
      setTimeout(load, Math.max(5000, failure.waitMs));
      return;
    }
  }
  tellLine("");
  listen();
}

function clear() {
  outbox.clear();
  events?.close();
  events = null;
  session = null;
  revision = 0;
  kept.set("session", null);
  log.clear();
  desk.clear();
  tellLine("");
}

function restart() {
  clear();
  sayToReader("Đã bắt đầu cuộc trò chuyện mới.");
  composer.focus();
}

// Deleted by this tab or another: nothing of it stays on this machine.
function forgotten() {
  clear();
  composer.empty();
  kept.removeAll("ticks.");
  log.note("Đã xóa cuộc trò chuyện.");
}

function deleted() {
  kept.set("deleted", session); // other tabs hear of it
  kept.set("deleted", null);
  forgotten();
  composer.focus();
}

async function begin() {
  const quiet = document.querySelector("#log");
  quiet.setAttribute("aria-live", "off"); // what was said before isn't read out again
  await load();
  for (const { id, text } of outbox.waiting) log.show({ client_message_id: id, text, state: "waiting" });
  log.toBottom();
  setTimeout(() => quiet.setAttribute("aria-live", "polite"), 500);
  const asked = location.hash.match(/^#hoi=(\d\.\d{6})$/)?.[1];
  if (asked) {
    window.history.replaceState(null, "", location.pathname);
    outbox.add(asked);
    const { id, text } = outbox.waiting.at(-1);
    log.show({ client_message_id: id, text, state: "waiting" });
  }
  outbox.pump();
}

log.connect({ say: sayByButton, session: () => session });
desk.start({ session: () => session });
composer.start(say, desk.typed);
ownData.start({ session: () => session, deleting: () => outbox.clear(), deleted });
onAction("mine", () => {
  openMenu(false);
  ownData.open(session);
});
onAction("restart", () => {
  openMenu(false);
  if (log.isEmpty()) composer.focus();
  else {
    dialog.returnValue = "";
    dialog.showModal();
  }
});
dialog.addEventListener("close", () => dialog.returnValue === "yes" && restart());
for (const button of document.querySelectorAll("[data-say]")) {
  button.addEventListener("click", () => sayByButton(button.dataset.say));
}
document.addEventListener("visibilitychange", listen);
addEventListener("storage", (event) => {
  if (event.key === "motcua.session" && event.newValue && !session) {
    session = JSON.parse(event.newValue);
    load();
  }
  const ended = event.key === "motcua.deleted" && event.newValue;
  if (ended && JSON.parse(ended) === session) forgotten();
});
begin();
