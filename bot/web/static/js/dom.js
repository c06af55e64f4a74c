// Elements without HTML strings: text is always text, whatever it looks like.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `/static/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const hidden = (text) => h("span", { class: "sr" }, text);

// Placeholders of hidden numbers, in words; the words are the server's (bot/text/masked.py).
const HIDDEN = JSON.parse(document.body.dataset.masked ?? "{}");
const PLACE = /(\[[a-z]+\])/;

// Strings, and a mark where a number was hidden.
export function masked(text) {
  return text.split(PLACE).filter(Boolean).map((part) => (HIDDEN[part] ? mark(HIDDEN[part]) : part));
}

const mark = (words) => h("mark", { class: "masked", title: document.body.dataset.maskedWhy }, words);

// Web addresses, and the two public numbers where they stand alone.
const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])|(?<![\d.])(1900\s?\d{4}|1022)(?![\d/.]\d|\/)/g;

export function linked(text) {
  const parts = [];
  let done = 0;
  for (const found of text.matchAll(LINK)) {
    parts.push(text.slice(done, found.index), link(found));
    done = found.index + found[0].length;
  }
  parts.push(text.slice(done));
  return parts.flatMap((part) => (typeof part === "string" ? masked(part) : part));
}

function link([whole, address, phone]) {
  if (phone) return h("a", { href: `tel:${phone.replaceAll(" ", "")}` }, whole);
  return h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, whole);
}

// Lines that begin with "• " become a list, the others paragraphs.
export function prose(text) {
  const blocks = [];
  for (const line of text.split("\n")) {
    if (!line.trim()) continue;
    if (!line.startsWith("• ")) {
      blocks.push(h("p", {}, linked(line)));
      continue;
    }
    if (blocks.at(-1)?.tagName !== "UL") blocks.push(h("ul"));
    blocks.at(-1).append(h("li", {}, linked(line.slice(2))));
  }
  return blocks;
}
