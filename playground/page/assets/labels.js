import { part } from "./element.js";
import { word } from "./words.js";

/** @import { Snapshot } from "../snapshot.ts" */

/** Names the parts of the page in the person's language. @param {Snapshot} snapshot */
export function labelPage({ bot, hasBlockedBot }) {
  document.title = `${bot.name} · Playground, not Telegram`;
  write("bot-name", bot.name);
  write("people-title", word("people"));
  write("add-person", word("addPerson"));
  write("block", word(hasBlockedBot ? "unblock" : "block"));
  write("menu", word("menu"));
  write("drop-hint", word("dropHere"));
  write("jump", `↓ ${word("newMessages")}`);
  name("people-select", word("people"));
  name("people", word("people"));
  name("scroller", word("chat"));
  name("text", word("message"));
  name("toggle-keyboard", word("keyboard"));
  name("attach", word("attach"));
  name("send", word("send"));
}

/** @param {string} id @param {string} text */
function write(id, text) {
  const found = part(id, HTMLElement);
  if (found.textContent !== text) found.textContent = text;
}

/** The name that a screen reader says, and a mouse is shown. @param {string} id @param {string} text */
function name(id, text) {
  const found = part(id, HTMLElement);
  found.setAttribute("aria-label", text);
  if (found instanceof HTMLButtonElement) found.title = text;
}
