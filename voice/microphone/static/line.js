// The carrier's side of the media stream, from the handset to the hotline and back.

import { decode, encode } from "./ulaw.js";

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export class Line {
  #sent = 0;
  #socket;

  // `heard`: {sound}, {mark} or {clear} for the earpiece; `closed`: why the hotline hung up.
  constructor({ call, token }, heard, closed) {
    this.#socket = new WebSocket(`${location.origin.replace("http", "ws")}/voice/stream`);
    this.#socket.onopen = () => {
      this.#socket.send(JSON.stringify({ event: "connected", protocol: "Call", version: "1.0.0" }));
      this.#send("start", {
        start: {
          streamSid: call,
          callSid: call,
          tracks: ["inbound"],
          customParameters: { token, number: "" },
          mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
        },
        streamSid: call,
      });
    };
    this.#socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.event === "media") heard({ sound: decode(bytes(message.media.payload)) });
      if (message.event === "mark") heard({ mark: message.mark.name });
      if (message.event === "clear") heard({ clear: true });
    };
    this.#socket.onclose = ({ reason }) => closed(reason);
  }

  say(samples) {
    this.#send("media", { media: { track: "inbound", payload: base64(encode(samples)) } });
  }

  press(digit) {
    this.#send("dtmf", { dtmf: { track: "inbound_track", digit } });
  }

  played(name) {
    this.#send("mark", { mark: { name } });
  }

  hangUp() {
    this.#send("stop", {});
    this.#socket.close();
  }

  #send(event, members) {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ event, sequenceNumber: String(++this.#sent), ...members }));
  }
}
