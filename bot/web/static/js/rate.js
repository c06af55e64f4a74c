// Thumbs on an answer, and a word for those who want to add one.
import { rate } from "./api.js";
import { h, icon } from "./dom.js";

export function rating(turn, session) {
  const said = h("span", { role: "status" });
  const thumbs = [
    thumb("up", "Câu trả lời hữu ích", true),
    thumb("down", "Câu trả lời chưa hữu ích", false),
  ];
  const box = h("div", { class: "rate" }, thumbs, said);
  if (turn.useful != null) press(turn.useful);
  return box;

  function thumb(name, label, useful) {
    const attributes = { type: "button", class: "plain", "aria-label": label, title: label, "aria-pressed": "false" };
    return h("button", { ...attributes, onclick: () => choose(useful) }, icon(name));
  }

  function press(useful) {
    thumbs.forEach((button, i) => button.setAttribute("aria-pressed", String((i === 0) === useful)));
  }

  async function choose(useful) {
    if (await send(useful)) {
      press(useful);
      box.querySelector("form") ?? box.append(wordForm(useful));
    }
  }

  async function send(useful, comment) {
    try {
      await rate(session(), turn.turn_id, useful, comment);
      said.textContent = "Cảm ơn anh/chị đã đánh giá.";
      return true;
    } catch (failure) {
      const over = failure.kind === "gone"; // deleted elsewhere, or past its time
      said.textContent = over
        ? "Cuộc trò chuyện này không còn được lưu nên không ghi được đánh giá."
        : "Chưa gửi được đánh giá, hãy thử lại.";
      return false;
    }
  }

  function wordForm() {
    const input = h("input", { type: "text", maxlength: "500", "aria-label": "Góp ý thêm (không bắt buộc)", placeholder: "Góp ý thêm (không bắt buộc)" });
    const form = h("form", {}, input, h("button", { type: "submit", class: "quiet" }, "Gửi góp ý"));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const useful = thumbs[0].getAttribute("aria-pressed") === "true";
      if (!input.value.trim() || !(await send(useful, input.value))) return;
      thumbs[useful ? 0 : 1].focus();
      form.remove();
    });
    return form;
  }
}
