import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Report } from "../report.ts";

/** Characters that Telegram takes under a picture, tags not counted. */
const longest = 1_024;

/** What the picture shows, in words; of a long list what fits. */
export function formatCaption({ plot: { title, subtitle }, lines }: Report): Html {
  const said: string[] = [];
  // The two line breaks and the empty line between the head and the rest.
  let left = longest - title.length - subtitle.length - 3;
  for (const line of lines) {
    if (left < line.length && left < 40) break;
    const fitting = cutAtWord(line, left);
    said.push(fitting);
    left -= fitting.length + 1;
  }
  return joinLines(html`<b>${title}</b>`, subtitle, "", ...said);
}
