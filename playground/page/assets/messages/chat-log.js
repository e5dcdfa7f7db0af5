import { element } from "../element.js";
import { calendarDay } from "../words/words.js";
import { renderMessage } from "./message.js";

/** @import { PageMessage } from "../../door.ts" */
/** @import { Snapshot } from "../../snapshot.ts" */
/** @import { Press } from "./keyboards.js" */

/** The messages of an album, or one message alone. @typedef {readonly [PageMessage, ...PageMessage[]]} Together */

/** How close to the end, in pixels, still counts as reading the newest message. */
const nearEnd = 80;

/**
 * The messages of one chat as a list whose items are kept by message_id, or by album: an edit changes its own bubble and
 * nothing else, so that reading position and keyboard focus stay where they are.
 */
export class ChatLog {
  /** @type {Map<string, { item: HTMLLIElement, drawn: string }>} */
  #shown = new Map();
  #chat = "";
  #followsEnd = true;

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
    // Only going up leaves the end: the event of a scroll comes after what has made the chat longer meanwhile.
    let top = 0;
    scroller.addEventListener("scroll", () => {
      const isAtEnd = this.#isAtEnd();
      if (isAtEnd) jump.hidden = true;
      if (isAtEnd || scroller.scrollTop < top) this.#followsEnd = isAtEnd;
      top = scroller.scrollTop;
    });
    // Posters come late, and keyboards shrink the view: whoever reads the end stays at the end.
    const stay = () => this.#followsEnd && this.#scrollToEnd();
    new ResizeObserver(stay).observe(list);
    new ResizeObserver(stay).observe(scroller);
  }

  /**
   * @param {string} chat whose conversation it is, and in which language it is labelled
   * @param {Snapshot} snapshot
   * @param {ReadonlySet<string>} busy
   * @param {(press: Press) => void} onPress
   */
  show(chat, { messages, me, votes }, busy, onPress) {
    const isOtherChat = chat !== this.#chat;
    if (isOtherChat) this.#forgetAll(chat);
    const followEnd = isOtherChat || this.#followsEnd;
    const albums = joinAlbums(messages);
    const newest = albums.at(-1)?.[0];
    const hasNew = newest !== undefined && !this.#shown.has(keyOf(newest));

    this.#dropDeleted(new Set(messages.map(keyOf)));
    let day = "";
    for (const together of albums) {
      const [message] = together;
      const today = calendarDay(message.date);
      const separator = today === day ? [] : [element("p", { class: "day" }, today)];
      const isMine = message.from?.id === me;
      const waiting = [...busy].filter((key) => key.startsWith(`${message.message_id} `));
      const chosen = message.poll && votes[message.poll.id];
      this.#draw(message, isMine, JSON.stringify([together, today === day, waiting, chosen]), () => [
        ...separator,
        ...renderMessage(together, isMine, busy, votes, onPress),
      ]);
      day = today;
    }
    if (followEnd || (hasNew && newest.from?.id === me)) this.#scrollToEnd();
    else if (hasNew) this.jump.hidden = false;
  }

  /**
   * Draws a message anew unless it is as it was.
   * @param {PageMessage} message
   * @param {boolean} isMine
   * @param {string} drawn what its looks depend on
   * @param {() => Node[]} render
   */
  #draw(message, isMine, drawn, render) {
    const key = keyOf(message);
    const known = this.#shown.get(key);
    if (known?.drawn === drawn) return;
    const item = known?.item ?? element("li", { "data-id": message.message_id, class: isMine ? "mine" : "theirs" });
    const position = controlsIn(item).findIndex((control) => control.matches(":focus"));
    item.replaceChildren(...render());
    if (!known) this.list.append(item);
    if (position >= 0) focusNear(item, position);
    this.#shown.set(key, { item, drawn });
  }

  /** @param {ReadonlySet<string>} keys those still there */
  #dropDeleted(keys) {
    for (const [key, { item }] of this.#shown) {
      if (keys.has(key)) continue;
      item.remove();
      this.#shown.delete(key);
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
    this.#followsEnd = true;
    this.jump.hidden = true;
  }
}

/** @param {PageMessage} message */
function keyOf({ media_group_id, message_id }) {
  return media_group_id ?? String(message_id);
}

/** Puts neighbours of one album together. @param {readonly PageMessage[]} messages @returns {Together[]} */
function joinAlbums(messages) {
  /** @type {[PageMessage, ...PageMessage[]][]} */
  const joined = [];
  for (const message of messages) {
    const last = joined.at(-1);
    if (last && message.media_group_id !== undefined && keyOf(last[0]) === keyOf(message)) last.push(message);
    else joined.push([message]);
  }
  return joined;
}

/** @param {HTMLElement} item */
function controlsIn(item) {
  return /** @type {HTMLElement[]} */ ([...item.querySelectorAll("button, a, input")]);
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
