import { withLine } from "../../announcements/words.ts";
import { type Content, textOf } from "../../delivery/content.ts";
import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { Handout } from "./handout-store.ts";

/** A material as its class gets it: under the course it is for. */
export const writeHandout = ({ content, course }: Pick<Handout, "content" | "course">, t: Translate): Content =>
  withLine(content, t("material.from_class", { title: cutAtWord(course, 160) }));

/** What to call it, as the content itself says: its first line. Null where it says nothing. */
export function guessTitle(content: Content): string | null {
  const [line = ""] = textOf(content).trim().split("\n");
  return line.trim() === "" ? null : cutAtWord(line.trim(), longestTitle);
}

export const longestTitle = 60;
