import { part } from "../element.js";
import { replyKeyboard } from "../messages/keyboards.js";
import { word } from "../words/words.js";

/** @import { ReplyKeyboardMarkup } from "@grammyjs/types" */
/** @import { Press } from "../messages/keyboards.js" */

/** The bot's keyboard below the input field, which can be folded away. */
export class ReplyKeyboard {
  #box = part("keyboard", HTMLDivElement);
  #toggle = part("toggle-keyboard", HTMLButtonElement);
  #drawn = "";

  /** @param {(press: Press) => void} onPress */
  constructor(onPress) {
    this.onPress = onPress;
    this.#toggle.addEventListener("click", () => this.#fold(!this.#box.hidden));
  }

  /** @param {ReplyKeyboardMarkup | undefined} markup */
  show(markup) {
    part("text", HTMLTextAreaElement).placeholder = markup?.input_field_placeholder ?? word("message");
    const toDraw = JSON.stringify(markup) ?? "";
    if (toDraw === this.#drawn) return;
    this.#drawn = toDraw;
    this.#toggle.hidden = markup === undefined;
    if (markup) this.#box.replaceChildren(replyKeyboard(markup, (press) => this.#press(markup, press)));
    this.#fold(markup === undefined);
  }

  /** @param {ReplyKeyboardMarkup} markup @param {Press} press */
  #press(markup, press) {
    if (markup.one_time_keyboard) this.#fold(true);
    this.onPress(press);
  }

  /** @param {boolean} isFolded */
  #fold(isFolded) {
    this.#box.hidden = isFolded;
    this.#toggle.setAttribute("aria-expanded", String(!isFolded));
  }
}
