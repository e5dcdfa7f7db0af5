import { button, element } from "../element.js";
import { formattedText } from "../messages/formatted-text.js";
import { languageNames, word } from "../words/words.js";
import { openDialog } from "./dialog.js";
import { places } from "./places.js";

/** @import { MessageEntity } from "@grammyjs/types" */

/** Shows what a bot says with show_alert. @param {string} botName @param {string} text */
export function showAlert(botName, text) {
  openDialog(botName, () => [element("p", { class: "text" }, text)], "OK");
}

/** Asks for a place: one of a few, or any coordinates. @param {(latitude: number, longitude: number) => void} onChosen */
export function askPlace(onChosen) {
  openDialog(word("choosePlace"), (close) => {
    const known = places.map(({ name, latitude, longitude }) =>
      button(name, () => {
        close();
        onChosen(latitude, longitude);
      }),
    );
    const latitude = numberField(word("latitude"), 90);
    const longitude = numberField(word("longitude"), 180);
    const form = element(
      "form",
      { class: "fields" },
      ...[latitude, longitude].map(({ label }) => label),
      element("button", {}, word("sendPlace")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      close();
      onChosen(latitude.input.valueAsNumber, longitude.input.valueAsNumber);
    });
    return [element("div", { class: "stack" }, ...known), form];
  });
}

/** @param {string} name @param {number} limit degrees */
function numberField(name, limit) {
  const input = element("input", { type: "number", step: "any", min: -limit, max: limit, required: true });
  return { input, label: element("label", {}, name, input) };
}

/** Asks who shall join. @param {(name: string, language: string) => void} onAdded */
export function askPerson(onAdded) {
  openDialog(word("addPerson"), (close) => {
    const name = element("input", { required: true, maxlength: 64, autocomplete: "off" });
    const options = [...languageNames].map(([code, itsName]) => element("option", { value: code }, itsName));
    const language = element("select", {}, ...options);
    const form = element(
      "form",
      { class: "fields" },
      element("label", {}, word("name"), name),
      element("label", {}, word("language"), language),
      element("button", {}, word("add")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      close();
      onAdded(name.value, language.value);
    });
    return [form];
  });
}

/**
 * Shows what a share link would send, and lets it be written here or opened as somebody else.
 * @param {string} text
 * @param {readonly { name: string, open: () => void }[]} friends
 * @param {() => void} onWrite
 */
export function showShare(text, friends, onWrite) {
  openDialog(word("share"), (close) => {
    const act = (/** @type {() => void} */ then) => () => {
      close();
      then();
    };
    const openAs = friends.length === 0 ? [] : [element("p", {}, word("openAs"))];
    return [
      element("p", { class: "hint" }, word("shareHint")),
      element("blockquote", { class: "text" }, formattedText(text, addressesIn(text))),
      ...openAs,
      element("div", { class: "stack" }, ...friends.map(({ name, open }) => button(name, act(open)))),
      button(word("sendHere"), act(onWrite)),
    ];
  });
}

/** @param {string} text @returns {MessageEntity[]} */
function addressesIn(text) {
  return [...text.matchAll(/https?:\/\/\S+/g)].map((found) => ({
    type: "url",
    offset: found.index,
    length: found[0].length,
  }));
}
