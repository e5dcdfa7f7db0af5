import { showShare } from "./dialogs/dialogs.js";
import { destinationOf } from "./messages/links.js";
import { doorNames, personOf } from "./other-door.js";
import { addPerson } from "./server.js";

/** @import { DoorName } from "../door.ts" */
/** @import { PagePerson } from "../people.ts" */
/** @import { Snapshot } from "../snapshot.ts" */
/** @import { OtherDoor } from "./other-door.js" */

/** Whose chat to open, and with which start link. @typedef {{ door: DoorName, id: number, payload: string | undefined }} Visit */

/** Where addresses lead: out, or into a chat of somebody's at one of the messengers. */
export class Ways {
  /**
   * @param {OtherDoor} otherDoor
   * @param {{ onVisit: (visit: Visit) => void, onWrite: (text: string) => void, onFail: (error: unknown) => void }} doors
   */
  constructor(otherDoor, { onVisit, onWrite, onFail }) {
    this.otherDoor = otherDoor;
    this.onVisit = onVisit;
    this.onWrite = onWrite;
    this.onFail = onFail;
  }

  /** Whether an address leads out of the playground. @param {string} href @param {Snapshot} snapshot */
  leadsOut(href, { doors }) {
    return destinationOf(href, doors).kind === "elsewhere";
  }

  /** Goes where an address leads: inside the playground if it is a link of the bot's. @param {string} href @param {Snapshot} snapshot */
  follow(href, snapshot) {
    const destination = destinationOf(href, snapshot.doors);
    const person = personOf(snapshot);
    if (destination.kind === "elsewhere") {
      window.open(destination.href, "_blank", "noopener,noreferrer");
    } else if (destination.kind === "start") {
      if (person) this.goTo(destination.door, person, destination.payload, snapshot);
    } else {
      this.#share(destination.text, snapshot);
    }
  }

  /**
   * Opens somebody's chat at a messenger, beside where it stands there. Who has not been at that messenger begins there.
   * @param {DoorName} door
   * @param {PagePerson} person
   * @param {string | undefined} payload
   * @param {Snapshot} snapshot
   */
  goTo(door, person, payload, snapshot) {
    const known = person.ids[door];
    const visit = (/** @type {number} */ id) => this.#visit({ door, id, payload }, person, snapshot);
    if (known !== undefined) visit(known);
    else addPerson(door, person.name, person.language).then(({ id }) => visit(id), this.onFail);
  }

  /** Goes where the chat beside has led. @param {Visit} visit @param {Snapshot} snapshot */
  arrive(visit, snapshot) {
    const person = snapshot.people.find(({ ids }) => ids[visit.door] === visit.id);
    if (person) this.#visit(visit, person, snapshot);
  }

  /** @param {Visit} visit @param {PagePerson} person @param {Snapshot} snapshot */
  #visit(visit, person, snapshot) {
    const isOwn = person === personOf(snapshot);
    if (this.otherDoor.isBeside && !(isOwn && visit.door === snapshot.door)) {
      window.parent.postMessage(visit, location.origin);
    } else if (
      isOwn &&
      visit.door !== snapshot.door &&
      this.otherDoor.open(visit.door, visit.id, visit.payload ?? "")
    ) {
      return;
    } else this.onVisit(visit);
  }

  /** @param {string} text @param {Snapshot} snapshot */
  #share(text, snapshot) {
    const links = text.split(/\s/).map((word) => destinationOf(word, snapshot.doors));
    const link = links.find((found) => found.kind === "start");
    const me = personOf(snapshot);
    const friends = link ? snapshot.people.filter((each) => each !== me && each.ids[link.door] !== undefined) : [];
    const openAs = friends.map((friend) => ({
      name: friend.name,
      open: () => link && this.goTo(link.door, friend, link.payload, snapshot),
    }));
    showShare(text, openAs, () => this.onWrite(text));
  }
}

/** The name of a chat in its head: with its messenger where there are two. @param {Snapshot} snapshot */
export const chatName = ({ bot, door, doors }) =>
  Object.keys(doors).length > 1 ? `${bot.name} · ${doorNames[door]}` : bot.name;
