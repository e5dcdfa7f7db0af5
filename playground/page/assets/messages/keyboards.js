import { button, element } from "../element.js";
import { word } from "../words/words.js";

/** @import { KeyboardButton, ReplyKeyboardMarkup } from "@grammyjs/types" */
/** @import { PageButton } from "../../door.ts" */

/**
 * What pressing a button asks of the page.
 * @typedef {{ kind: "callback", data: string, key: string }
 *   | { kind: "open", url: string }
 *   | { kind: "inline", query: string }
 *   | { kind: "copy", text: string }
 *   | { kind: "say", text: string }
 *   | { kind: "location" }
 *   | { kind: "contact" }
 *   | { kind: "vote", messageId: number, chosen: number[] }
 *   | { kind: "unsupported" }} Press
 */

/**
 * The buttons under a message. A button whose key is in `busy` waits for its answer.
 * @param {{ inline_keyboard: PageButton[][] }} markup
 * @param {number} messageId
 * @param {ReadonlySet<string>} busy
 * @param {(press: Press) => void} onPress
 * @returns {HTMLElement}
 */
export function inlineKeyboard(markup, messageId, busy, onPress) {
  const rows = markup.inline_keyboard.map((row) =>
    row.map((key) => {
      const press = pressOfInline(key, messageId);
      const waiting = press.kind === "callback" && busy.has(press.key);
      const made = button(key.text, () => onPress(press), {
        class: "message-button",
        "aria-busy": waiting || undefined,
        "data-kind": press.kind,
      });
      if (press.kind === "open") made.setAttribute("aria-description", word("opensOutside"));
      return made;
    }),
  );
  return keyboard("inline-keyboard", rows);
}

/**
 * The keyboard that takes the place of a phone's own.
 * @param {ReplyKeyboardMarkup} markup
 * @param {(press: Press) => void} onPress
 * @returns {HTMLElement}
 */
export function replyKeyboard(markup, onPress) {
  const rows = markup.keyboard.map((row) =>
    row.map((key) => button(typeof key === "string" ? key : key.text, () => onPress(pressOfReply(key)))),
  );
  return keyboard("reply-keyboard", rows);
}

/** @param {string} className @param {HTMLButtonElement[][]} rows */
function keyboard(className, rows) {
  return element("div", { class: className }, ...rows.map((row) => element("div", { class: "keyboard-row" }, ...row)));
}

/** @param {PageButton} key @param {number} messageId @returns {Press} */
function pressOfInline(key, messageId) {
  if ("asks" in key) return key.asks === "message" ? { kind: "say", text: key.text } : { kind: key.asks };
  if ("callback_data" in key)
    return { kind: "callback", data: key.callback_data, key: `${messageId} ${key.callback_data}` };
  if ("url" in key) return { kind: "open", url: key.url };
  if ("switch_inline_query" in key) return { kind: "inline", query: key.switch_inline_query };
  if ("switch_inline_query_current_chat" in key) return { kind: "inline", query: key.switch_inline_query_current_chat };
  if ("switch_inline_query_chosen_chat" in key) {
    return { kind: "inline", query: key.switch_inline_query_chosen_chat.query ?? "" };
  }
  if ("copy_text" in key) return { kind: "copy", text: key.copy_text.text };
  return { kind: "unsupported" };
}

/** @param {KeyboardButton | string} key @returns {Press} */
function pressOfReply(key) {
  if (typeof key === "string") return { kind: "say", text: key };
  if ("request_location" in key) return { kind: "location" };
  if ("request_contact" in key) return { kind: "contact" };
  return { kind: "say", text: key.text };
}
