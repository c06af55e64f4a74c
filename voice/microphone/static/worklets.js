// The two ends of the handset; they run in the browser's sound thread, at 8 kHz.

const FRAME = 160; // samples: 20 ms

class Mouthpiece extends AudioWorkletProcessor {
  frame = new Float32Array(FRAME);
  filled = 0;

  process([input]) {
    for (const sample of input[0] ?? []) {
      this.frame[this.filled++] = sample;
      if (this.filled === FRAME) {
        this.port.postMessage(this.frame.slice());
        this.filled = 0;
      }
    }
    return true;
  }
}

// Plays what comes, one piece behind the other; tells each mark when all before it was heard, and
// whether more is to be heard.
class Earpiece extends AudioWorkletProcessor {
  queue = []; // {sound, at} or {mark}

  constructor() {
    super();
    this.port.onmessage = ({ data }) => {
      if (data.clear) this.clear();
      else this.queue.push({ at: 0, ...data });
    };
  }

  clear() {
    const marks = this.queue.filter((piece) => piece.mark);
    this.queue = [];
    for (const { mark } of marks) this.tell(mark);
  }

  tell(mark) {
    this.port.postMessage({ mark, more: this.queue.length > 0 });
  }

  process(_, [[output]]) {
    for (let to = 0; to < output.length && this.queue.length;) {
      const piece = this.queue[0];
      if (piece.mark) {
        this.queue.shift();
        this.tell(piece.mark);
        continue;
      }
      const part = piece.sound.subarray(piece.at, piece.at + output.length - to);
      output.set(part, to);
      to += part.length;
      piece.at += part.length;
      if (piece.at === piece.sound.length) this.queue.shift();
    }
    return true;
  }
}

registerProcessor("mouthpiece", Mouthpiece);
registerProcessor("earpiece", Earpiece);
