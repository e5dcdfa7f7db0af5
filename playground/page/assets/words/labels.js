import { part } from "../element.js";
import { chatName } from "../ways.js";
import { word } from "./words.js";

/** @import { Snapshot } from "../../snapshot.ts" */

/** Names the parts of the page in the person's language. @param {Snapshot} snapshot */
export function labelPage(snapshot) {
  const { bot, hasBlockedBot, isMuted, door } = snapshot;
  document.title = `${bot.name} · Playground, not Telegram`;
  write("bot-name", chatName(snapshot));
  write("people-title", word("people"));
  write("add-person", word("addPerson"));
  write("block-label", word(hasBlockedBot ? "unblock" : "block"));
  write("mute-label", word(isMuted ? "unmute" : "mute"));
  part("mute", HTMLButtonElement).hidden = isMuted === undefined;
  // Characters of a message at most.
  part("text", HTMLTextAreaElement).maxLength = door === "max" ? 4_000 : 4_096;
  write("menu", word("menu"));
  write("drop-hint", word("dropHere"));
  write("jump", `↓ ${word("newMessages")}`);
  part("block", HTMLButtonElement).title = word(hasBlockedBot ? "unblock" : "block");
  part("mute", HTMLButtonElement).title = word(isMuted ? "unmute" : "mute");
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
