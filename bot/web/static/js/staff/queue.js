// The list of conversations stays as it is now, without a reload.
const told = document.querySelector("#told");
let lists = document.querySelector("#lists");
let events = null;
const HERE = "/staff/conversations"; // a form that was refused shows the list below its own address

function listen() {
  events?.close();
  const shown = encodeURIComponent(lists.dataset.version);
  events = new EventSource(`/staff/api/conversations/events?shown=${shown}`);
  events.addEventListener("queue", renew);
}

async function renew() {
  const answer = await fetch(HERE, { headers: { Accept: "text/html" } });
  if (answer.redirected) return location.reload(); // signed out
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const newer = page.querySelector("#lists");
  if (!newer) return;
  const focused = lists.contains(document.activeElement);
  lists.replaceWith(newer);
  lists = newer;
  told.textContent = "Danh sách vừa thay đổi.";
  if (focused) lists.querySelector("a, button")?.focus();
  listen();
}

history.replaceState(null, "", HERE); // a reload must not send the form again
listen();
