// Messages on their way: one after another, each until it is answered, never answered twice.
import { Failure, say } from "./api.js";
import { isSecret } from "./proof.js";
import { tab } from "./storage.js";

const PAUSES_S = [1, 2, 4, 8, 15, 30];

export class Outbox {
  // on: {session(), answered(item, told), refused(item, problem), waiting(item, failure, s), sending(item)}
  constructor(on) {
    this.on = on;
    this.items = tab.get("outbox", []);
    this.busy = false;
    this.wake = () => {};
    addEventListener("online", () => this.wake());
  }

  get waiting() {
    return this.items;
  }

  add(text) {
    const item = { id: newId(), text, secret: isSecret(text) };
    this.items.push(item);
    this.save();
    return item;
  }

  clear() {
    this.items = [];
    this.save();
    this.wake();
  }

  async pump() {
    if (this.busy) return;
    this.busy = true;
    while (this.items.length) await this.deliver(this.items[0]);
    this.busy = false;
  }

  async deliver(item) {
    for (let attempt = 0; this.items[0] === item; attempt += 1) {
      this.on.sending(item);
      try {
        const told = await say(item.text, item.id, this.on.session());
        this.done(item, () => this.on.answered(item, told));
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure("later");
        if (failure.kind !== "later") {
          this.done(item, () => this.on.refused(item, failure.problem));
          continue;
        }
        if (this.items[0] !== item) return;
        const pause = PAUSES_S[Math.min(attempt, PAUSES_S.length - 1)] * 1000;
        await this.pause(item, failure, Math.max(pause, failure.waitMs));
      }
    }
  }

  // Not for a message that was dropped meanwhile (a new conversation was begun).
  done(item, tell) {
    if (this.items[0] !== item) return;
    this.items.shift();
    this.save();
    tell();
  }

  async pause(item, failure, ms) {
    this.on.waiting(item, failure, Math.round(ms / 1000));
    await new Promise((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, ms);
    });
  }

  save() {
    const written = this.items.filter((item) => !item.secret); // a proof is lost with the page
    tab.set("outbox", written.length ? written : null);
  }
}

// randomUUID needs a secure context; a page on plain HTTP in an office network has none.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
