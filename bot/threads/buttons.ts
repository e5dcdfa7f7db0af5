import { button } from "../doors/telegram/screen/keyboard.ts";
import type { Translate } from "../words/messages/translator.ts";
import { writeCallback } from "./callbacks.ts";
import type { About } from "./thread.ts";

/** "Write to us": whoever presses it writes to a human, about what they have in front of them. */
export const writeToUs = (t: Translate, about: About = { kind: "question" }) =>
  button(t(about.kind === "mistake" ? "thread.button.mistake" : "thread.button.write"), writeCallback.data(about));

/** The one button of simple mode that calls a person, wherever it stands. It opens a thread with the staff. */
export const callHuman = (t: Translate) => button(t("simple.help"), writeCallback.data({ kind: "question" }));
