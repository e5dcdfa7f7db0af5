import { button, element } from "../element.js";
import { word } from "../words/words.js";

/**
 * Opens a modal window; Escape and the last button close it, and the browser gives the focus back.
 * @param {string} title
 * @param {(close: () => void) => Node[]} fill
 * @param {string} [closeLabel]
 */
export function openDialog(title, fill, closeLabel = word("cancel")) {
  const heading = element("h2", { id: "dialog-title" }, title);
  const dialog = element("dialog", { "aria-labelledby": "dialog-title" }, heading);
  const close = () => dialog.close();
  dialog.append(...fill(close), button(closeLabel, close, { class: "plain" }));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
