import { Parser } from "htmlparser2";
import { cleanLine, shorten } from "./clean-text.ts";

/** Elements whose text is not for reading. */
const unread = new Set(["script", "style", "template", "iframe", "object", "svg", "math", "head", "title", "select"]);
const paragraphs = new Set(["p", "div", "ul", "ol", "table", "blockquote", "section", "article", "pre", "hr"]);
const lines = new Set(["br", "tr", "dt", "dd", "figcaption", "option"]);

/** What may stand between two words, from narrow to wide. */
const gaps = ["", " ", "\n", "\n\n"];

/** A closing tag costs the parser a look through all open ones: of the worst HTML 100,000 characters take 0.4 s, a million 38 s. */
const readAtMost = 50_000;

/**
 * Turns HTML of any quality into plain text: paragraphs stay apart by an empty line, list items begin with "• ",
 * a link leaves its words, scripts and markup are gone. The result still has to be escaped where it is shown.
 * @param limit of the text, in UTF-16 units
 */
export function htmlToText(html: string, limit = 20_000): string {
  let text = "";
  let gap = "";
  let bullet = "";
  let lists = 0;
  let unreadable = 0;

  const widen = (to: string) => {
    if (gaps.indexOf(to) > gaps.indexOf(gap) && !bullet) gap = to;
  };
  const separate = (name: string) => {
    if (name === "li" || lines.has(name)) widen("\n");
    else if (paragraphs.has(name) || /^h[1-6]$/.test(name)) widen(lists > 0 ? "\n" : "\n\n");
    else if (name === "td" || name === "th") widen(" ");
  };

  const parser = new Parser({
    onopentagname(name) {
      if (unread.has(name)) unreadable += 1;
      separate(name);
      if (name === "ul" || name === "ol") lists += 1;
      if (name === "li") bullet = "• ";
    },
    onclosetag(name) {
      if (unread.has(name)) unreadable -= 1;
      if (name === "ul" || name === "ol") lists -= 1;
      if (name === "li") bullet = "";
      separate(name);
    },
    ontext(data) {
      if (unreadable > 0 || text.length > limit) return;
      const words = cleanLine(data);
      if (/^\s/u.test(data)) widen(" ");
      if (!words) return;
      text += (text && gap) + bullet + words;
      bullet = "";
      gap = /\s$/u.test(data) ? " " : "";
    },
  });
  parser.end(html.slice(0, readAtMost));
  return shorten(text, limit);
}
