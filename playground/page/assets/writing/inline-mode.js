import { askInline } from "../server.js";

/** @import { InlineQueryResult } from "@grammyjs/types" */
/** @import { Actor } from "../server.js" */

/** How long the typing must rest before the bot is asked, in milliseconds. */
const rest = 250;

/** `@bot query` in the input field: asks once the typing rests, and forgets answers that were overtaken. */
export class InlineMode {
  #asking = new AbortController();

  /**
   * @param {string} text what stands in the input field
   * @param {string} botUsername
   * @returns {string | undefined} the query, if it is one for the bot
   */
  queryIn(text, botUsername) {
    const prefix = `@${botUsername} `.toLowerCase();
    return text.toLowerCase().startsWith(prefix) ? text.slice(prefix.length) : undefined;
  }

  /** Ends whatever is being asked. */
  stop() {
    this.#asking.abort();
  }

  /** @param {Actor} actor @param {string} query @param {(results: InlineQueryResult[]) => void} onResults */
  ask(actor, query, onResults) {
    this.stop();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    setTimeout(async () => {
      if (signal.aborted) return;
      const results = await askInline(actor, query, signal).then(
        (answer) => answer.results,
        () => [], // overtaken, or the bot had nothing to say
      );
      if (!signal.aborted) onResults(results);
    }, rest);
  }
}

/** What a result is called in the list. @param {InlineQueryResult} result */
export function describeResult(result) {
  const title = "title" in result && result.title ? result.title : result.type;
  const note = "description" in result ? result.description : undefined;
  const image = "thumbnail_url" in result ? result.thumbnail_url : undefined;
  return { title, note, image };
}
