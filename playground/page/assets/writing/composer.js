import { part } from "../element.js";

/** The input field: Enter sends, Shift+Enter breaks the line, the arrow up brings back what was sent before. */
export class Composer {
  /** @type {string[]} */
  #sent = [];
  #recalled = 0;
  input = part("text", HTMLTextAreaElement);

  /**
   * @param {(text: string) => void} onSend
   * @param {(text: string) => void} onType called after every change of the text
   * @param {(key: "enter" | "up" | "escape") => boolean} onKey keys that an open list takes first; true if it did
   */
  constructor(onSend, onType, onKey) {
    this.onSend = onSend;
    this.onType = onType;
    this.onKey = onKey;
    this.input.addEventListener("input", () => this.#changed());
    this.input.addEventListener("keydown", (event) => this.#press(event));
    part("composer", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** @param {string} text */
  write(text) {
    this.input.value = text;
    this.input.focus();
    this.input.setSelectionRange(text.length, text.length);
    this.#changed();
  }

  /** Forgets what another person typed. */
  reset() {
    this.#sent = [];
    this.input.value = "";
    this.#changed();
  }

  #send() {
    const text = this.input.value.trim();
    if (text === "") return;
    this.remember(text);
    this.input.value = "";
    this.#changed();
    this.onSend(text);
  }

  /** @param {string} text */
  remember(text) {
    if (this.#sent.at(-1) !== text) this.#sent.push(text);
    this.#recalled = this.#sent.length;
  }

  #changed() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
    this.onType(this.input.value);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.isComposing) return;
    const isRecall = this.input.value === "" || this.input.value === this.#sent[this.#recalled];
    if (event.key === "Enter" && !event.shiftKey) {
      if (!this.onKey("enter")) this.#send();
    } else if (event.key === "Escape") {
      if (!this.onKey("escape")) return;
    } else if (event.key === "ArrowUp") {
      if (!this.onKey("up") && (!isRecall || !this.#recall(-1))) return;
    } else if (event.key === "ArrowDown") {
      if (!isRecall || !this.#recall(1)) return;
    } else return;
    event.preventDefault();
  }

  /** @param {-1 | 1} step */
  #recall(step) {
    const at = this.#recalled + step;
    if (at < 0 || at > this.#sent.length) return false;
    this.#recalled = at;
    this.write(this.#sent[at] ?? "");
    return true;
  }
}
