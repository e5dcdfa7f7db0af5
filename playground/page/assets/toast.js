import { part } from "./element.js";

/** How long a short notice stays, in milliseconds: long enough to be read aloud. */
const stay = 5_000;
let timer = 0;

/** Shows a short notice over the page, as answerCallbackQuery does without show_alert. @param {string} text */
export function showToast(text) {
  const toast = part("toast", HTMLDivElement);
  toast.textContent = text;
  clearTimeout(timer);
  timer = window.setTimeout(() => toast.replaceChildren(), stay);
}
