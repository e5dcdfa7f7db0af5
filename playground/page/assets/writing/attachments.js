import { askFiles, askPoll, askPost, askWhat } from "../dialogs/dialogs-to-send.js";
import { element, part } from "../element.js";
import { word } from "../words/words.js";

/** @import { Action } from "../../action.ts" */

/**
 * Everything that goes into a chat and is no text: by the button, dropped onto the page, or pasted.
 */
export class Attachments {
  /**
   * @param {(action: Action) => void} onAction
   * @param {() => void} onPlace asks for a place first
   * @param {(files: readonly File[], caption: string, asDocuments: boolean) => void} onFiles
   * @param {() => boolean} hasPolls
   */
  constructor(onAction, onPlace, onFiles, hasPolls) {
    this.hasPolls = hasPolls;
    this.onAction = onAction;
    this.onPlace = onPlace;
    this.onFiles = onFiles;
    part("attach", HTMLButtonElement).addEventListener("click", () => this.#offer());
    this.#acceptDrops();
    part("text", HTMLTextAreaElement).addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.#send(files, false);
    });
  }

  #offer() {
    const poll = { label: word("poll"), choose: () => askPoll((asked) => this.onAction({ kind: "poll", ...asked })) };
    askWhat(word("attach"), [
      { label: word("photoOrVideo"), choose: () => this.#pick("image/*,video/*") },
      { label: word("file"), choose: () => this.#pick("") },
      ...(this.hasPolls() ? [poll] : []),
      { label: word("post"), choose: () => askPost((text) => this.onAction({ kind: "post", text })) },
      { label: word("location"), choose: this.onPlace },
      { label: word("contact"), choose: () => this.onAction({ kind: "contact" }) },
      { label: word("sticker"), choose: () => this.onAction({ kind: "sticker" }) },
    ]);
  }

  /** Lets the browser ask for files. @param {string} accept their types; "" takes any, and sends them as they are */
  #pick(accept) {
    const input = element("input", { type: "file", multiple: true, accept: accept || undefined });
    input.addEventListener("change", () => this.#send([...(input.files ?? [])], accept === ""));
    input.click();
  }

  /** @param {readonly File[]} files @param {boolean} asDocuments */
  #send(files, asDocuments) {
    if (files.length > 0) askFiles(files, (caption) => this.onFiles(files, caption, asDocuments));
  }

  #acceptDrops() {
    const chat = part("scroller", HTMLDivElement);
    const hint = part("drop-hint", HTMLParagraphElement);
    chat.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      hint.hidden = false;
    });
    chat.addEventListener("dragleave", (event) => {
      if (!(event.relatedTarget instanceof Node && chat.contains(event.relatedTarget))) hint.hidden = true;
    });
    chat.addEventListener("drop", (event) => {
      event.preventDefault();
      hint.hidden = true;
      this.#send([...(event.dataTransfer?.files ?? [])], false);
    });
  }
}
