import { button, element } from "../element.js";
import { fileSize, word } from "../words/words.js";
import { openDialog } from "./dialog.js";

/** Offers a few things to do. @param {string} title @param {readonly { label: string, choose: () => void }[]} choices */
export function askWhat(title, choices) {
  openDialog(title, (close) => [
    element(
      "div",
      { class: "stack" },
      ...choices.map(({ label, choose }) =>
        button(label, () => {
          close();
          choose();
        }),
      ),
    ),
  ]);
}

/**
 * Shows the files that are about to go, and asks for a caption.
 * @param {readonly File[]} files
 * @param {(caption: string) => void} onSend
 */
export function askFiles(files, onSend) {
  openDialog(word("sendFiles"), (close) => {
    const caption = element("textarea", { rows: 2, maxlength: 1024 });
    const form = element(
      "form",
      { class: "fields" },
      element("label", {}, word("caption"), caption),
      element("button", { class: "primary" }, word("send")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      close();
      onSend(caption.value);
    });
    const names = files.map(({ name, size }) => element("li", {}, element("strong", {}, name), ` · ${fileSize(size)}`));
    return [element("ul", { class: "files" }, ...names), form];
  });
}

/** Asks for a post in a channel of one's own. @param {(text: string) => void} onSend */
export function askPost(onSend) {
  openDialog(word("post"), (close) => {
    const text = element("textarea", { rows: 6, maxlength: 4096, required: true });
    const form = element(
      "form",
      { class: "fields" },
      element("label", {}, word("postText"), text),
      element("button", { class: "primary" }, word("send")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      close();
      onSend(text.value);
    });
    return [form];
  });
}

/**
 * Asks for a poll.
 * @param {(poll: { question: string, options: string[], isAnonymous: boolean, allowsMultipleAnswers: boolean }) => void} onSend
 */
export function askPoll(onSend) {
  openDialog(word("poll"), (close) => {
    const question = element("input", { required: true, maxlength: 300, autocomplete: "off" });
    const options = element("textarea", { rows: 4, required: true });
    const isAnonymous = element("input", { type: "checkbox", checked: true });
    const allowsMultipleAnswers = element("input", { type: "checkbox" });
    const form = element(
      "form",
      { class: "fields" },
      element("label", {}, word("question"), question),
      element("label", {}, word("optionLines"), options),
      element("label", { class: "option" }, isAnonymous, word("anonymousPoll")),
      element("label", { class: "option" }, allowsMultipleAnswers, word("severalAnswers")),
      element("button", { class: "primary" }, word("send")),
    );
    const lines = () => options.value.split("\n").flatMap((line) => line.trim() || []);
    options.addEventListener("input", () => options.setCustomValidity(""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (lines().length < 2 || lines().length > 12) {
        options.setCustomValidity(word("optionLines"));
        options.reportValidity();
        return;
      }
      close();
      onSend({
        question: question.value,
        options: lines(),
        isAnonymous: isAnonymous.checked,
        allowsMultipleAnswers: allowsMultipleAnswers.checked,
      });
    });
    return [form];
  });
}
