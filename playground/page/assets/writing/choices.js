import { element } from "../element.js";

/**
 * @typedef {{ title: string, note?: string | undefined, image?: string | undefined, choose: () => void }} Choice
 */

/** A list above the input field – commands, inline results – walked through with the arrow keys. */
export class Choices {
  /**
   * @param {HTMLElement} box
   * @param {HTMLTextAreaElement} input where the focus comes from and goes back to
   */
  constructor(box, input) {
    this.box = box;
    this.input = input;
    box.addEventListener("keydown", (event) => this.#walk(event));
  }

  get isOpen() {
    return !this.box.hidden;
  }

  /** @param {string} label @param {readonly Choice[]} choices @param {string} [ifNone] what to say when there are none */
  show(label, choices, ifNone) {
    this.box.setAttribute("aria-label", label);
    const hint = choices.length === 0 && ifNone !== undefined ? [element("p", { class: "hint" }, ifNone)] : [];
    this.box.replaceChildren(...hint, ...choices.map((choice) => this.#draw(choice)));
    this.box.hidden = this.box.childElementCount === 0;
  }

  hide() {
    if (this.box.contains(document.activeElement)) this.input.focus();
    this.box.hidden = true;
  }

  /** Moves the focus to the choice next to the input field. */
  enter() {
    this.#buttons().at(-1)?.focus();
  }

  /** Chooses the first one, as Enter in the input field does. */
  chooseFirst() {
    this.#buttons().at(0)?.click();
  }

  /** @param {Choice} choice */
  #draw({ title, note, image, choose }) {
    const words = element("span", {}, element("strong", {}, title), element("span", { class: "note" }, note ?? ""));
    const picture =
      image === undefined ? undefined : element("img", { src: image, alt: "", referrerpolicy: "no-referrer" });
    picture?.addEventListener("error", () => picture.remove());
    const made = element("button", { type: "button", class: "choice" }, picture, words);
    made.addEventListener("click", () => {
      this.hide();
      choose();
    });
    return made;
  }

  #buttons() {
    return [...this.box.querySelectorAll("button")];
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const buttons = this.#buttons();
    const at = buttons.findIndex((made) => made.matches(":focus"));
    if (event.key === "Escape") this.hide();
    else if (event.key === "ArrowUp") buttons.at(Math.max(at - 1, 0))?.focus();
    else if (event.key === "ArrowDown") (buttons[at + 1] ?? this.input).focus();
    else return;
    event.preventDefault();
  }
}
