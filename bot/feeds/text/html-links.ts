import { Parser } from "htmlparser2";
import { type FoundLink, guessLinks, linkOf } from "../../programme/editing/extract/extract-links.ts";

/** An HTML text is read so far, in characters. */
const readAtMost = 50_000;

/** Finds the addresses of a text that may be HTML, each with what it is for by the words of its link. */
export function findLinks(html: string): FoundLink[] {
  const found: FoundLink[] = [];
  let open: { url: string; words: string } | null = null;
  let plain = "";
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === "a" && href !== undefined) open = { url: href, words: "" };
      else if (name === "br" || name === "p") plain += "\n";
    },
    ontext(text) {
      if (open === null) plain += text;
      else open.words += text;
    },
    onclosetag(name) {
      if (name !== "a" || open === null) return;
      const link = linkOf(open.url, [open.words, plain.slice(-40)]);
      if (link !== null) found.push(link);
      plain += ` ${open.words === open.url ? "" : open.words} `;
      open = null;
    },
  });
  parser.end(html.slice(0, readAtMost));
  const known = new Set(found.map(({ url }) => url));
  return [
    ...found,
    ...guessLinks({ text: plain })
      .map(({ value }) => value)
      .filter(({ url }) => !known.has(url)),
  ];
}
