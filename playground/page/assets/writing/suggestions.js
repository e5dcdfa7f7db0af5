import { word } from "../words/words.js";
import { describeResult, InlineMode } from "./inline-mode.js";

/** @import { BotCommand } from "@grammyjs/types" */
/** @import { Choices } from "./choices.js" */
/** @import { Snapshot } from "../../snapshot.ts" */

/** What is offered above the input field while one types: the bot's commands after "/", its inline results after "@bot ". */
export class Suggestions {
  #inline = new InlineMode();
  #isInline = false;

  /**
   * @param {Choices} choices
   * @param {{ onCommand: (text: string) => void, onResult: (resultId: string) => void }} doors
   */
  constructor(choices, { onCommand, onResult }) {
    this.choices = choices;
    this.onCommand = onCommand;
    this.onResult = onResult;
  }

  /** @param {string} text what stands in the input field now @param {Snapshot} snapshot */
  follow(text, snapshot) {
    const { bot, door } = snapshot;
    this.#inline.stop();
    // MAX has no cards by the bot's name.
    const query = door === "max" ? undefined : this.#inline.queryIn(text, bot.username);
    this.#isInline = query !== undefined;
    if (query !== undefined) this.#offerResults(snapshot, query);
    else if (text.startsWith("/")) this.offerCommands(bot.commands, text.slice(1));
    else this.choices.hide();
  }

  /** @param {readonly BotCommand[]} commands @param {string} [beginning] */
  offerCommands(commands, beginning = "") {
    const fitting = commands.filter(({ command }) => command.startsWith(beginning));
    const offered = fitting.map(({ command, description }) => ({
      title: `/${command}`,
      note: description,
      choose: () => this.onCommand(`/${command}`),
    }));
    this.choices.show(word("menu"), offered);
  }

  /** Takes a key before the input field does; true if it was one for the open list. @param {"enter" | "up" | "escape"} key */
  take(key) {
    if (!this.choices.isOpen) return false;
    if (key === "escape") this.choices.hide();
    else if (key === "up") this.choices.enter();
    else if (this.#isInline) this.choices.chooseFirst();
    else return false; // Enter after "/" sends what was typed
    return true;
  }

  /** @param {Snapshot} snapshot @param {string} query */
  #offerResults(snapshot, query) {
    this.#inline.ask(snapshot, query, (results) => {
      const offered = results.map((result) => ({ ...describeResult(result), choose: () => this.onResult(result.id) }));
      this.choices.show(word("results"), offered, word("nothingFound"));
    });
  }
}
