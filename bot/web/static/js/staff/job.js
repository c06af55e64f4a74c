// A job that runs: asks how far it is, and loads the page again when it has ended.
const LOOK_MS = 1500;
const box = document.querySelector("[data-job]");

async function look() {
  const response = await fetch(`/staff/api/jobs/${box.dataset.job}`).catch(() => null);
  if (response?.ok) {
    const job = await response.json();
    if (job.state !== "running") {
      location.reload();
      return;
    }
    box.querySelector("[data-step]").textContent = job.step || "Đang bắt đầu";
    const bar = box.querySelector("[data-progress]");
    if (job.total) {
      bar.max = job.total;
      bar.value = job.done;
    } else {
      bar.removeAttribute("value");
    }
  } else if (response?.status === 401) {
    location.reload(); // signed out meanwhile
    return;
  }
  setTimeout(look, LOOK_MS);
}

if (box) setTimeout(look, LOOK_MS);
