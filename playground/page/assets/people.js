import { button, element, part } from "./element.js";
import { languageNames } from "./words.js";

/** @import { Snapshot } from "../snapshot.ts" */

const list = part("people-list", HTMLDivElement);
const select = part("people-select", HTMLSelectElement);
let drawn = "";

/**
 * Shows who one can be: a list beside the chat, a select above it on a phone.
 * @param {Snapshot} snapshot
 * @param {(id: string) => void} onChosen
 */
export function showPeople({ people, me }, onChosen) {
  const toDraw = JSON.stringify([people, me]);
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
      return made;
    }),
  );
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector("[aria-current]"))?.focus();
  select.replaceChildren(
    ...people.map(({ id, name, language }) => {
      const label = `${name} · ${languageNames.get(language) ?? language}`;
      return element("option", { value: id, selected: id === me }, label);
    }),
  );
  select.onchange = () => onChosen(select.value);
}
