import { button, element, part } from "./element.js";
import { languageNames, word } from "./words/words.js";

/** @import { DoorName } from "../door.ts" */
/** @import { PagePerson } from "../people.ts" */
/** @import { Snapshot } from "../snapshot.ts" */

const list = part("people-list", HTMLDivElement);
const select = part("people-select", HTMLSelectElement);
let drawn = "";

/** Where somebody's chat is opened: here where they have one, else at their other messenger. @param {PagePerson} person @param {DoorName} here @returns {[DoorName, string]} */
export function placeFor({ ids }, here) {
  const id = ids[here];
  if (id !== undefined) return [here, String(id)];
  const other = here === "max" ? "telegram" : "max";
  return [other, String(ids[other])];
}

/**
 * Shows who one can be, each with their id, by which an operator grants roles: a list beside the chat; on a
 * phone a select above it, with the id of whom one is.
 * @param {Snapshot} snapshot
 * @param {(person: PagePerson) => void} onChosen
 * @param {(text: string) => void} onCopy
 */
export function showPeople({ people, me, door, doors }, onChosen, onCopy) {
  const isOne = Object.keys(doors).length < 2;
  const isMe = (/** @type {PagePerson} */ { ids }) => ids[door] === me;
  const note = (/** @type {PagePerson} */ { language, ids }) =>
    [languageNames.get(language) ?? language, ...(isOne ? [] : [namesOf(ids)])].join(" · ");
  const toDraw = JSON.stringify([people, me, door, document.documentElement.lang]);
  if (toDraw === drawn) return; // the focus may be here
  drawn = toDraw;
  const focused = list.contains(document.activeElement);
  list.replaceChildren(
    ...people.map((person) => {
      const made = button("", () => onChosen(person), { class: "person", "aria-current": isMe(person) || undefined });
      made.append(element("strong", {}, person.name), element("span", { class: "note" }, note(person)));
      return element("div", { class: "row" }, made, idButton(...placeFor(person, door), onCopy));
    }),
  );
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector("[aria-current]"))?.focus();
  select.replaceChildren(
    ...people.map((person, index) =>
      element("option", { value: index, selected: isMe(person) }, `${person.name} · ${note(person)}`),
    ),
  );
  // A phone has no room for a button beside the select, so that the select has the button's word at its end.
  select.append(element("option", { value: "" }, `${word("addPerson")}…`));
  select.onchange = () => {
    const chosen = select.value === "" ? undefined : people[Number(select.value)];
    if (chosen) return onChosen(chosen);
    select.value = String(people.findIndex(isMe));
    part("add-person", HTMLButtonElement).click();
  };
  part("my-id", HTMLDivElement).replaceChildren(idButton(door, String(me), onCopy));
}

/** What somebody is reached by, in short. @param {PagePerson["ids"]} ids */
const namesOf = (ids) =>
  [ids.telegram !== undefined && "Telegram", ids.max !== undefined && "MAX"].filter(Boolean).join(" + ");

/** An id as an operator writes it (bot/people/address.ts). @param {DoorName} door @param {string} id @param {(text: string) => void} onCopy */
function idButton(door, id, onCopy) {
  const account = door === "max" ? `max:${id}` : id;
  const label = `${word("copyId")} ${account}`;
  return button(`id ${id}`, () => onCopy(account), { class: "id", title: word("copyId"), "aria-label": label });
}
