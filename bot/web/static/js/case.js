// A case as a card: its state, its due date, what to do now, the steps so far.
import { h, hidden, linked } from "./dom.js";

export function caseCard(payload) {
  const { code, title, state, due, todo, steps, demo } = payload;
  return h(
    "article",
    { class: "card case", "aria-label": `Hồ sơ ${code}` },
    h("header", {}, hidden("Trợ lý: "), h("h2", {}, title), h("p", { class: "code" }, `Mã hồ sơ ${code}`)),
    h(
      "div",
      { class: "body" },
      demo ? h("p", { class: "local" }, "Hồ sơ mẫu để dùng thử, không phải hồ sơ thật.") : null,
      state.name ? h("p", { class: "state-name" }, hidden("Tình trạng: "), state.name) : null,
      h("p", {}, state.means),
      due ? h("p", { class: `due ${due.tone}` }, due.text) : null,
      h("h3", {}, "Việc cần làm"),
      h("ul", {}, todo.map((line) => h("li", {}, linked(line)))),
    ),
    steps.length ? progress(steps) : null,
    foot(payload),
  );
}

function progress(steps) {
  const lines = steps.map(({ day, name, unit }) =>
    h("li", {}, h("span", { class: "day" }, day), h("span", {}, name, unit ? h("span", { class: "hint" }, unit) : null)),
  );
  const summary = h("summary", {}, "Các bước đã qua ", h("span", { class: "count" }, `(${steps.length})`));
  return h("details", {}, summary, h("div", { class: "body" }, h("ol", { class: "steps" }, lines)));
}

function foot({ source, procedure }) {
  const page = procedure
    ? h("div", { class: "links" }, h("a", { href: `/procedures/${procedure}`, target: "_blank" }, "Xem thủ tục này"))
    : null;
  return h("div", { class: "foot" }, h("p", {}, source), page);
}
