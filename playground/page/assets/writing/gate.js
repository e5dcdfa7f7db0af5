import { button, element, part } from "../element.js";
import { word } from "../words/words.js";

/** @import { Snapshot } from "../../snapshot.ts" */

/** What stands in place of the input field: Start before the first word and after a start link, Unblock after a block. */
export class Gate {
  #box = part("gate", HTMLDivElement);
  #drawn = "";

  /**
   * @param {Snapshot} snapshot
   * @param {string | undefined} payload of the start link by which the person came
   * @param {{ onStart: () => void, onUnblock: () => void }} doors
   */
  show({ bot, messages, hasBlockedBot, isWaiting }, payload, { onStart, onUnblock }) {
    // At MAX whoever presses Start says nothing, and the bot's answer is the first message.
    const isNew = messages.length === 0 && !isWaiting;
    const about = part("about", HTMLElement);
    about.hidden = !isNew || bot.description === "";
    about.replaceChildren(element("h2", {}, bot.name), element("p", { class: "text" }, bot.description));

    const state = hasBlockedBot ? "blocked" : isNew || payload !== undefined ? `start ${payload ?? ""}` : "open";
    const toDraw = `${document.documentElement.lang} ${state}`;
    if (toDraw === this.#drawn) return;
    this.#drawn = toDraw;
    const hadFocus = this.#box.contains(document.activeElement);
    const isFree = document.activeElement === document.body;
    part("composer", HTMLFormElement).hidden = state !== "open";
    part("keyboard", HTMLDivElement).classList.toggle("shut", state !== "open");
    this.#box.hidden = state === "open";
    if (state === "open") {
      if (hadFocus) part("text", HTMLTextAreaElement).focus();
    } else if (state === "blocked") {
      this.#box.replaceChildren(
        element("p", {}, word("blocked")),
        button(word("unblock"), onUnblock, { class: "primary" }),
      );
    } else {
      const note = payload ? [element("p", {}, word("startWith"), " ", element("code", {}, payload))] : [];
      const startButton = button(word("start"), onStart, { class: "primary", id: "start" });
      this.#box.replaceChildren(...note, startButton);
      if (hadFocus || isFree) startButton.focus();
    }
  }
}
