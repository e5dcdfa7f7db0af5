import { element } from "./element.js";
import { renderMessage } from "./message.js";
import { calendarDay } from "./words.js";

/** @import { Message } from "@grammyjs/types" */
/** @import { Press } from "./keyboards.js" */

/** How close to the end, in pixels, still counts as reading the newest message. */
const nearEnd = 80;

/**
 * The messages of one chat as a list whose items are kept by message_id: an edit changes its own bubble and
 * nothing else, so that reading position and keyboard focus stay where they are.
 */
export class ChatLog {
  /** @type {Map<number, { item: HTMLLIElement, drawn: string }>} */
  #shown = new Map();
  #chat = "";

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} scroller the element with role="log"
   * @param {HTMLElement} jump the button that is shown while new messages lie below
   */
  constructor(list, scroller, jump) {
    this.list = list;
    this.scroller = scroller;
    this.jump = jump;
    scroller.tabIndex = 0; // so that arrow keys scroll it
    jump.addEventListener("click", () => this.#scrollToEnd());
    scroller.addEventListener("scroll", () => {
      if (this.#isAtEnd()) jump.hidden = true;
    });
    // Posters come late, and a phone's keyboard shrinks the view: whoever reads the end stays at the end.
    let wasAtEnd = true;
    scroller.addEventListener("scroll", () => {
      wasAtEnd = this.#isAtEnd();
    });
    new ResizeObserver(() => wasAtEnd && this.#scrollToEnd()).observe(list);
    new ResizeObserver(() => wasAtEnd && this.#scrollToEnd()).observe(scroller);
  }

  /**
   * @param {string} chat whose conversation it is, and in which language it is labelled
   * @param {readonly Message[]} messages
   * @param {number} me
   * @param {ReadonlySet<string>} busy
   * @param {(press: Press) => void} onPress
   */
  show(chat, messages, me, busy, onPress) {
    const isOtherChat = chat !== this.#chat;
    if (isOtherChat) this.#forgetAll(chat);
    const followEnd = isOtherChat || this.#isAtEnd();
    const newest = messages.at(-1);
    const hasNew = newest !== undefined && !this.#shown.has(newest.message_id);

    this.#dropDeleted(new Set(messages.map((message) => message.message_id)));
    let day = "";
    for (const message of messages) {
      const isMine = message.from?.id === me;
      const today = calendarDay(message.date);
      this.#draw(message, isMine, today === day ? undefined : today, busy, onPress);
      day = today;
    }
    if (followEnd || (hasNew && newest.from?.id === me)) this.#scrollToEnd();
    else if (hasNew) this.jump.hidden = false;
  }

  /**
   * @param {Message} message
   * @param {boolean} isMine
   * @param {string | undefined} newDay
   * @param {ReadonlySet<string>} busy
   * @param {(press: Press) => void} onPress
   */
  #draw(message, isMine, newDay, busy, onPress) {
    const waiting = [...busy].filter((key) => key.startsWith(`${message.message_id} `));
    const drawn = JSON.stringify([message, newDay, waiting]);
    const known = this.#shown.get(message.message_id);
    if (known?.drawn === drawn) return;
    const item = known?.item ?? element("li", { "data-id": message.message_id, class: isMine ? "mine" : "theirs" });
    const position = controlsIn(item).findIndex((control) => control.matches(":focus"));
    const separator = newDay === undefined ? [] : [element("p", { class: "day" }, newDay)];
    item.replaceChildren(...separator, ...renderMessage(message, isMine, busy, onPress));
    if (!known) this.list.append(item);
    if (position >= 0) focusNear(item, position);
    this.#shown.set(message.message_id, { item, drawn });
  }

  /** @param {ReadonlySet<number>} ids those still there */
  #dropDeleted(ids) {
    for (const [id, { item }] of this.#shown) {
      if (ids.has(id)) continue;
      item.remove();
      this.#shown.delete(id);
    }
  }

  /** @param {string} chat */
  #forgetAll(chat) {
    this.#chat = chat;
    this.#shown.clear();
    this.list.replaceChildren();
    this.jump.hidden = true;
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < nearEnd;
  }

  #scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.jump.hidden = true;
  }
}

/** @param {HTMLElement} item */
function controlsIn(item) {
  return /** @type {HTMLElement[]} */ ([...item.querySelectorAll("button, a")]);
}

/**
 * An edit replaced the pressed button: the focus goes to the one in its place, not to the top of the page.
 * @param {HTMLElement} item
 * @param {number} position
 */
function focusNear(item, position) {
  const controls = controlsIn(item);
  controls[Math.min(position, controls.length - 1)]?.focus({ preventScroll: true });
}
