// What is kept of this conversation: a copy for the person, and its end.
import { copy, forget } from "./api.js";

const dialog = document.querySelector("#mine-dialog");
const said = document.querySelector("#mine-said");
const buttons = ["export", "delete"].map((name) => document.querySelector(`#mine-${name}`));

// on: {session(), deleting(), deleted()}
export function start(on) {
  const [take, end] = buttons;
  take.addEventListener("click", () =>
    attempt(async () => {
      save(await copy(on.session()));
      said.textContent = "Đã tải về.";
    }),
  );
  end.addEventListener("click", () =>
    attempt(async () => {
      on.deleting(); // a message on its way would begin a new conversation
      await forget(on.session());
      dialog.close();
      on.deleted();
    }),
  );
}

export function open(session) {
  said.textContent = session ? "" : "Chưa có cuộc trò chuyện nào được lưu từ máy này.";
  for (const button of buttons) button.hidden = !session;
  dialog.showModal();
}

async function attempt(work) {
  said.textContent = "Đang làm…";
  try {
    await work();
  } catch (failure) {
    said.textContent = failure.problem?.detail ?? "Chưa kết nối được với trợ lý, hãy thử lại.";
  }
}

function save(content) {
  const text = JSON.stringify(content, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "cuoc-tro-chuyen.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
