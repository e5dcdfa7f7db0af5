import { button, element, part } from "./element.js";
import { word } from "./words/words.js";

/** @import { DoorName } from "../door.ts" */
/** @import { PagePerson } from "../people.ts" */
/** @import { Snapshot } from "../snapshot.ts" */
/** @import { Visit } from "./ways.js" */

/** What messengers are called. @type {Readonly<Record<DoorName, string>>} */
export const doorNames = { telegram: "Telegram", max: "MAX" };

/** Whose chat a snapshot is of. @param {Snapshot} snapshot @returns {PagePerson | undefined} */
export const personOf = ({ people, door, me }) => people.find(({ ids }) => ids[door] === me);

/** From here on the page has room for two chats. */
const wide = matchMedia("(min-width: 72rem)");

/**
 * The person's other messenger: its chat beside this one where there is room for two, else a switch. The chat beside is this
 * page once more, in a frame: as on two phones, neither knows of the other.
 */
export class OtherDoor {
  #box = part("doors", HTMLFieldSetElement);
  #beside = part("beside", HTMLElement);
  #drawn = "";
  #framed = "";

  /**
   * @param {boolean} isBeside whether this page is the one in the frame
   * @param {(door: DoorName, person: PagePerson) => void} onDoor
   * @param {() => void} onRoom the page has become wide or narrow
   */
  constructor(isBeside, onDoor, onRoom) {
    this.isBeside = isBeside;
    this.onDoor = onDoor;
    wide.addEventListener("change", onRoom);
  }

  /** @param {Snapshot} snapshot */
  show(snapshot) {
    const { door, doors } = snapshot;
    const person = personOf(snapshot);
    const names = /** @type {DoorName[]} */ (Object.keys(doors));
    const other = this.isBeside ? undefined : names.find((name) => name !== door);
    const id = other && person?.ids[other];
    const isOpen = id !== undefined && wide.matches;
    document.documentElement.toggleAttribute("data-two", isOpen);
    this.#beside.hidden = !isOpen;
    if (other !== undefined && isOpen) this.#keep(other, id);
    else this.#frame("");
    this.#box.hidden = other === undefined || isOpen;
    if (other !== undefined && person !== undefined) this.#offer(door, names, person);
  }

  /** Hears where the chat beside leads, which cannot go there in its frame. @param {(visit: Visit) => void} onVisit */
  listen(onVisit) {
    window.addEventListener("message", ({ origin, data }) => {
      if (origin === location.origin) onVisit(data);
    });
  }

  /** Opens the chat beside anew, with a start link in hand; false where none is beside. @param {DoorName} door @param {number} id @param {string} payload */
  open(door, id, payload) {
    if (this.#beside.hidden) return false;
    this.#frame(`/?${new URLSearchParams({ door, as: String(id), start: payload, beside: "" })}`);
    this.#beside.dataset["of"] = `${door} ${id}`;
    return true;
  }

  /** @param {DoorName} door @param {number} id */
  #keep(door, id) {
    if (this.#beside.dataset["of"] === `${door} ${id}`) return;
    this.#beside.dataset["of"] = `${door} ${id}`;
    this.#frame(`/?${new URLSearchParams({ door, as: String(id), beside: "" })}`);
  }

  /** @param {string} src "" takes the frame away */
  #frame(src) {
    if (src === "") delete this.#beside.dataset["of"];
    if (src === this.#framed) return;
    this.#framed = src;
    const name = src.includes("door=max") ? doorNames.max : doorNames.telegram;
    this.#beside.replaceChildren(...(src === "" ? [] : [element("iframe", { src, title: name })]));
  }

  /** @param {DoorName} here @param {readonly DoorName[]} names @param {PagePerson} person */
  #offer(here, names, person) {
    const toDraw = JSON.stringify([here, person, document.documentElement.lang]);
    if (toDraw === this.#drawn) return; // the focus may be here
    this.#drawn = toDraw;
    const focused = this.#box.contains(document.activeElement);
    this.#box.setAttribute("aria-label", word("messenger"));
    this.#box.replaceChildren(
      ...names.map((door) => {
        const label = person.ids[door] === undefined ? `+ ${doorNames[door]}` : doorNames[door];
        return button(label, () => this.onDoor(door, person), { class: "door", "aria-pressed": String(door === here) });
      }),
    );
    if (focused) /** @type {HTMLElement | null} */ (this.#box.querySelector("[aria-pressed=true]"))?.focus();
  }
}
