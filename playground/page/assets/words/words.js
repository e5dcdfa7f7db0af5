import { en } from "./words-en.js";
import { ru } from "./words-ru.js";
import { tt } from "./words-tt.js";

/** @import { WordKey } from "./words-ru.js" */

/** The page's own few words; the bot brings its own. */
const dictionaries = new Map([
  ["ru", ru],
  ["tt", tt],
  ["en", en],
]);

/** The languages a person can be given, each by its own name. */
export const languageNames = new Map([
  ["ru", "Русский"],
  ["tt", "Татарча"],
  ["en", "English"],
]);

let language = "en";

/** Makes the page speak the person's language; English where it has no words for it. @param {string} code */
export function speak(code) {
  language = dictionaries.has(code) ? code : "en";
  document.documentElement.lang = language;
}

/** @param {WordKey} key @returns {string} */
export function word(key) {
  return (dictionaries.get(language) ?? en)[key];
}

/** "19:05" on this computer's clock. @param {number} unixSeconds @returns {string} */
export function clockTime(unixSeconds) {
  return new Date(unixSeconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** Browsers carry no Tatar calendar. */
const tatarMonths = "гыйнвар февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");

/** "20 November" on the reader's calendar. @param {number} unixSeconds @returns {string} */
export function calendarDay(unixSeconds) {
  const day = new Date(unixSeconds * 1000);
  if (language === "tt") return `${day.getDate()} ${tatarMonths[day.getMonth()]}`;
  return day.toLocaleDateString(language === "en" ? "en-GB" : language, { day: "numeric", month: "long" });
}

/** "1.5 KB" in the reader's way of writing. @param {number} bytes @returns {string} */
export function fileSize(bytes) {
  const [value, unit] =
    bytes < 1024 ? [bytes, "byte"] : bytes < 1024 ** 2 ? [bytes / 1024, "kilobyte"] : [bytes / 1024 ** 2, "megabyte"];
  return value.toLocaleString(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 });
}
