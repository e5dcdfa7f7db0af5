import { button, element } from "../element.js";
import { word } from "../words/words.js";

/** @import { Poll } from "@grammyjs/types" */

/**
 * A poll: its options to choose from, or how they stand once one has chosen or it is over.
 * @param {Poll} poll
 * @param {readonly number[]} chosen the person's own vote
 * @param {(chosen: number[]) => void} onVote [] retracts the vote
 * @returns {HTMLElement}
 */
export function renderPoll(poll, chosen, onVote) {
  const isOpen = !poll.is_closed && chosen.length === 0;
  const choice = poll.allows_multiple_answers ? several(poll, onVote) : single(poll, onVote);
  return element(
    "fieldset",
    { class: "poll" },
    element("legend", {}, element("strong", {}, poll.question)),
    element("p", { class: "hint" }, describe(poll)),
    ...(isOpen ? choice : results(poll, chosen, onVote)),
    element("p", { class: "hint" }, `${word("votes")}: ${poll.total_voter_count}`),
  );
}

/** @param {Poll} poll */
function describe({ type, is_anonymous, is_closed }) {
  const kind = word(type === "quiz" ? "quiz" : is_anonymous ? "anonymousPoll" : "publicPoll");
  return is_closed ? `${kind} · ${word("closedPoll")}` : kind;
}

/** @param {Poll} poll @param {(chosen: number[]) => void} onVote @returns {HTMLElement[]} */
function single({ options }, onVote) {
  return options.map(({ text }, index) => button(text, () => onVote([index]), { class: "option" }));
}

/** @param {Poll} poll @param {(chosen: number[]) => void} onVote @returns {HTMLElement[]} */
function several({ options }, onVote) {
  const boxes = options.map(({ text }) => {
    const input = element("input", { type: "checkbox" });
    return { input, label: element("label", { class: "option" }, input, text) };
  });
  const vote = button(word("vote"), () => {
    const chosen = boxes.flatMap(({ input }, index) => (input.checked ? [index] : []));
    if (chosen.length > 0) onVote(chosen);
    else boxes[0]?.input.focus();
  });
  return [...boxes.map(({ label }) => label), vote];
}

/** @param {Poll} poll @param {readonly number[]} chosen @param {(chosen: number[]) => void} onVote @returns {HTMLElement[]} */
function results(poll, chosen, onVote) {
  const bars = poll.options.map(({ text, voter_count }, index) => {
    const share = Math.round((100 * voter_count) / Math.max(1, poll.total_voter_count));
    const marks = [
      chosen.includes(index) && word("yourVote"),
      poll.correct_option_ids?.includes(index) && word("right"),
    ];
    return element(
      "div",
      { class: "result" },
      element("span", {}, [text, ...marks].filter(Boolean).join(" · ")),
      element("strong", {}, `${share} %`),
      element("progress", { max: 100, value: share, "aria-hidden": "true" }),
    );
  });
  const mayRetract = chosen.length > 0 && poll.allows_revoting && !poll.is_closed;
  return mayRetract ? [...bars, button(word("retractVote"), () => onVote([]), { class: "plain" })] : bars;
}
