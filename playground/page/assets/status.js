import { part } from "./element.js";
import { word } from "./words/words.js";

/** Says under the bot's name what it is doing. @param {string} text @param {boolean} [isOffline] */
export function showStatus(text, isOffline = false) {
  const status = part("status", HTMLParagraphElement);
  status.textContent = text;
  status.closest("header")?.toggleAttribute("data-offline", isOffline);
}

export const showOffline = () => showStatus(word("offline"), true);
