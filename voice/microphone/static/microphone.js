// The handset: microphone, loudspeaker, keys, and what the call is doing.

import { Line } from "./line.js";

const RATE = 8000;
const KEYS = [..."123456789*0#"];
const [state, level, call, hangUp, keys] = ["state", "level", "call", "hang-up", "keys"].map((id) =>
  document.getElementById(id),
);
let ending = null; // ends the call that goes on

function show(text, calling) {
  state.textContent = text;
  call.disabled = calling;
  hangUp.disabled = keys.disabled = !calling;
}

async function dial() {
  show("Đang gọi…", true);
  let media;
  try {
    media = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    });
  } catch {
    return show("Không dùng được micrô. Hãy cho phép trang này dùng micrô rồi gọi lại.", false);
  }
  const sound = new AudioContext({ sampleRate: RATE });
  let line = null;
  ending = (why) => {
    ending = null;
    line?.hangUp();
    media.getTracks().forEach((track) => track.stop());
    sound.close();
    level.value = 0;
    show(why, false);
  };
  try {
    await sound.audioWorklet.addModule("/voice/microphone/worklets.js");
    const begun = await fetch("/voice/microphone/call", { method: "POST" });
    if (!begun.ok) throw new Error(begun.statusText);
    line = connect(await begun.json(), sound, media);
  } catch {
    ending?.("Không gọi được tổng đài. Dịch vụ điện thoại có đang chạy không?");
  }
}

function connect(begun, sound, media) {
  const mouthpiece = new AudioWorkletNode(sound, "mouthpiece");
  const earpiece = new AudioWorkletNode(sound, "earpiece");
  sound.createMediaStreamSource(media).connect(mouthpiece);
  earpiece.connect(sound.destination);
  const line = new Line(
    begun,
    (piece) => {
      if (piece.sound) show("Trợ lý đang nói. Anh chị có thể ngắt lời.", true);
      earpiece.port.postMessage(piece);
    },
    (reason) => ending?.(reason ? `Tổng đài đã ngắt: ${reason}` : "Cuộc gọi đã kết thúc."),
  );
  earpiece.port.onmessage = ({ data }) => {
    line.played(data.mark);
    if (!data.more) show("Trợ lý đang nghe. Mời anh chị nói.", true);
  };
  mouthpiece.port.onmessage = ({ data }) => {
    level.value = Math.max(...data.map(Math.abs));
    line.say(data);
  };
  keys.onclick = ({ target }) => target.dataset.key && line.press(target.dataset.key);
  return line;
}

for (const key of KEYS) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: key });
  button.dataset.key = key;
  keys.append(button);
}
call.onclick = dial;
hangUp.onclick = () => ending?.("Anh chị đã gác máy.");
