import { html, joinLines } from "../../../words/html.ts";

/** A poll as a text: MAX has none. What stands in it can be read, and who wants to vote is told so where it was made. */
export const writePoll = ({ question, options }: { question: string; options: readonly string[] }): string =>
  String(joinLines(html`<b>${question}</b>`, "", ...options.map((option, index) => html`${index + 1}. ${option}`)));
