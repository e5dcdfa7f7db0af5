import { button, element, part } from "./element.js";
import { languageNames, word } from "./words.js";

/** @import { Snapshot } from "../snapshot.ts" */

const list = part("people-list", HTMLDivElement);
const select = part("people-select", HTMLSelectElement);
let drawn = "";

/**
 * Shows who one can be, each with their Telegram id, by which an operator grants roles: a list beside the chat; on a
 * phone a select above it, with the id of whom one is.
 * @param {Snapshot} snapshot
 * @param {(id: string) => void} onChosen
 * @param {(text: string) => void} onCopy
 */
export function showPeople({ people, me }, onChosen, onCopy) {
  const toDraw = JSON.stringify([people, me, document.documentElement.lang]);
  if (toDraw === drawn) return; // the focus may be here
  drawn = toDraw;
  const focused = list.contains(document.activeElement);
  list.replaceChildren(
    ...people.map(({ id, name, language }) => {
      const made = button("", () => onChosen(String(id)), { class: "person", "aria-current": id === me || undefined });
      made.append(
        element("strong", {}, name),
        element("span", { class: "note" }, languageNames.get(language) ?? language),
      );
      return element("div", { class: "row" }, made, idButton(id, onCopy));
    }),
  );
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector("[aria-current]"))?.focus();
  select.replaceChildren(
    ...people.map(({ id, name, language }) => {
      const label = `${name} · ${languageNames.get(language) ?? language}`;
      return element("option", { value: id, selected: id === me }, label);
    }),
  );
  // A phone has no room for a button beside the select, so that the select has the button's word at its end.
  select.append(element("option", { value: "" }, `${word("addPerson")}…`));
  select.onchange = () => {
    if (select.value !== "") return onChosen(select.value);
    select.value = String(me);
    part("add-person", HTMLButtonElement).click();
  };
  const mine = people.find(({ id }) => id === me);
  if (mine) part("my-id", HTMLDivElement).replaceChildren(idButton(mine.id, onCopy));
}

/** @param {number} id @param {(text: string) => void} onCopy */
function idButton(id, onCopy) {
  const label = `${word("copyId")} ${id}`;
  return button(`id ${id}`, () => onCopy(String(id)), { class: "id", title: word("copyId"), "aria-label": label });
}
