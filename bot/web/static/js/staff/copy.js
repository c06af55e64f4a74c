// Copies a wording; where the browser does not let it, selects it for the person's own keys.
import { sayToReader } from "../page.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const area = document.querySelector(`#${button.dataset.copy}`);
    try {
      await navigator.clipboard.writeText(area.value);
      sayToReader("Đã sao chép");
      button.firstChild.textContent = "Đã sao chép";
    } catch {
      area.focus();
      area.select();
      sayToReader("Đã chọn, hãy nhấn Ctrl+C");
      button.firstChild.textContent = "Đã chọn, hãy nhấn Ctrl+C";
    }
  });
}
