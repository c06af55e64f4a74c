// G.711 µ-law, the coding of telephone lines: one byte for a sample between -1 and 1.

const BIAS = 33;
const MOST = 8158; // of 14 bits, so that the bias fits

export function encode(samples) {
  return Uint8Array.from(samples, (sample) => {
    const loud = Math.min(Math.abs(Math.round(sample * 8192)), MOST) + BIAS;
    const segment = Math.floor(Math.log2(loud)) - 5;
    const step = (loud >> (segment + 1)) & 15;
    return ~((sample < 0 ? 128 : 0) | (segment << 4) | step) & 255;
  });
}

export function decode(bytes) {
  return Float32Array.from(bytes, (byte) => {
    const code = ~byte & 255;
    const loud = (((code & 15) * 2 + BIAS) << ((code >> 4) & 7)) - BIAS;
    return (code & 128 ? -loud : loud) / 8192;
  });
}
