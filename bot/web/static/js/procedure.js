// The page of one procedure: its checklist; printing at once when asked by the address.
import "./page.js";
import { tickable } from "./ticks.js";

const code = document.querySelector("[data-code]").dataset.code;
for (const input of document.querySelectorAll("[data-tick]")) tickable(input, code);
if (location.hash === "#in") window.addEventListener("load", () => window.print());
