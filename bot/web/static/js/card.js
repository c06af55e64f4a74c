// What each payload looks like. An unknown type still has its text and its buttons.
import { caseCard } from "./case.js";
import { h, hidden, icon, linked, prose } from "./dom.js";
import { tickable } from "./ticks.js";

const SHORT = 4; // a section of this many lines is open from the start

export function draw(message, say) {
  const payload = message.payload ?? {};
  if (payload.type === "procedure" && payload.sections?.length) {
    return [bubble(message.text.split("\n", 1)[0]), procedure(payload)];
  }
  if (payload.type === "case" && payload.state) return [caseCard(payload)];
  if (payload.type === "clarify" && payload.choices?.length) return [clarify(payload, say)];
  if (payload.type === "compare" && payload.sections?.length) return [comparison(payload, say)];
  if (payload.type === "person") return [byPerson(message.text, payload.shown)];
  return [bubble(message.text, payload.kind === "outage" ? "outage" : "", payload.lang)];
}

export function quickReplies(message, say) {
  const replies = message.payload?.quick_replies ?? [];
  if (!replies.length) return null;
  const buttons = replies.map(({ label, text }) =>
    h("li", {}, h("button", { type: "button", onclick: () => say(text) }, label)),
  );
  return h("ul", { class: "chips", "aria-label": "Gợi ý" }, buttons);
}

function bubble(text, kind = "", lang = null) {
  const said = lang ? h("div", { lang }, prose(text)) : prose(text);
  return h("div", { class: `bot ${kind}`.trim() }, hidden("Trợ lý: "), said);
}

function byPerson(text, shown) {
  const name = h("p", { class: "who" }, `Cán bộ ${shown}`);
  return h("div", { class: "bot person" }, name, prose(text));
}

const number = (n) => h("span", { class: "n" }, String(n));

function choices(payload, say) {
  const lines = payload.choices.map((choice, index) => {
    const hint = choice.hint ? h("span", { class: "hint" }, choice.hint) : null;
    const text = choice.text ?? `${choice.label} (${choice.code})`;
    const button = { type: "button", onclick: () => say(text) };
    const name = h("span", {}, choice.label, hint);
    return h("li", {}, h("button", button, number(choice.n ?? index + 1), name));
  });
  return h("ol", { class: "choices" }, lines);
}

function clarify(payload, say) {
  const list = choices(payload, say);
  return h("div", { class: "bot" }, hidden("Trợ lý: "), prose(payload.question), list);
}

function comparison(payload, say) {
  const names = h("div", { class: "body" }, choices(payload, say));
  const sources = payload.sources.map((line) => h("p", {}, linked(line)));
  return h(
    "article",
    { class: "card compared", "aria-label": "So sánh" },
    h("header", {}, h("h2", {}, "So sánh"), h("p", {}, "Chọn một thủ tục để xem riêng.")),
    names,
    payload.sections.map(side),
    h("div", { class: "foot" }, sources),
  );
}

// The facts of one aspect under each other, with the numbers of their procedures.
function side(section) {
  const facts = section.items.map(textOf);
  const alike = new Set(facts).size === 1;
  const body = alike
    ? h("p", {}, section.items[0].source ? "Như nhau: " : "Đều chưa rõ: ", linked(facts[0]))
    : h("ul", {}, facts.map((fact, index) => h("li", {}, number(index + 1), h("span", {}, linked(fact)))));
  const note = section.note ? h("p", { class: "note" }, section.note) : null;
  return h("section", {}, h("h3", {}, section.heading), body, note);
}

function procedure(payload) {
  return h(
    "article",
    { class: "card", "aria-label": `Thủ tục ${payload.short_title ?? payload.title}` },
    h(
      "header",
      {},
      h("h2", {}, payload.title),
      h("p", { class: "code" }, `Mã thủ tục ${payload.code}`),
    ),
    payload.sections.map((section, index) => drawSection(section, payload, index)),
    foot(payload),
  );
}

function drawSection(section, payload, index) {
  const items = section.items ?? [];
  const all = items.length + (section.more ?? 0);
  const count = all > 1 ? h("span", { class: "count" }, `(${all})`) : null;
  const summary = h("summary", {}, section.heading, " ", count);
  const more = section.more
    ? h("p", {}, h("a", { href: payload.page, target: "_blank" }, `Xem thêm ${section.more} mục`))
    : null;
  const note = section.note ? h("p", { class: "note" }, linked(section.note)) : null;
  const body = h("div", { class: "body" }, list(section, items, payload.code), more, note);
  return h("details", { open: index === 0 || items.length <= SHORT }, summary, body);
}

const textOf = (item) => (typeof item === "string" ? item : item.text);

function list(section, items, code) {
  if (!items.length) return null;
  if (section.aspect === "papers") return checklist(items, code);
  const lines = items.map((item) => h("li", {}, linked(textOf(item))));
  return h(section.ordered ? "ol" : "ul", {}, lines);
}

function checklist(items, code) {
  const lines = items.map((item) => {
    const input = h("input", { type: "checkbox", "data-tick": textOf(item) });
    tickable(input, code);
    return h("li", {}, h("label", {}, input, h("span", {}, textOf(item))));
  });
  return h("ul", { class: "checklist" }, lines);
}

function foot(payload) {
  const official = payload.url
    ? h("a", { href: payload.url, target: "_blank", rel: "noopener noreferrer" }, "Trang chính thức")
    : null;
  return h(
    "div",
    { class: "foot" },
    h("p", {}, source(payload)),
    h(
      "div",
      { class: "links" },
      h("a", { href: payload.page, target: "_blank" }, "Xem đầy đủ"),
      h("a", { href: `${payload.page}#in`, target: "_blank" }, icon("print"), "In danh sách"),
      official,
    ),
  );
}

function source({ asof, local_note }) {
  const dated = asof ? `Theo danh mục tháng ${month(asof)}.` : "";
  return local_note ? `${dated} ${local_note.replace(/\.?$/, ".")}` : dated;
}

const month = (asof) => asof.replace(/^(\d+)-0?(\d+)$/, "$2/$1");
