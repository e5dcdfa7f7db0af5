import { Parser } from "htmlparser2";

/** A part of a text that is written otherwise. Offsets are in UTF-16 here; MAX does not say in what they are. */
export interface Markup {
  type: "strong" | "emphasized" | "underline" | "strikethrough" | "monospaced" | "heading" | "highlighted" | "link";
  from: number;
  length: number;
  url?: string;
}

const types: Readonly<Record<string, Markup["type"]>> = {
  b: "strong",
  strong: "strong",
  i: "emphasized",
  em: "emphasized",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  del: "strikethrough",
  code: "monospaced",
  pre: "monospaced",
  mark: "highlighted",
  h1: "heading",
  a: "link",
};

/** Reads MAX's HTML: tags that it does not know are dropped, and their text stays. */
export function readHtml(source: string): { text: string; markup: Markup[] } {
  const markup: Markup[] = [];
  const open: { name: string; from: number; url: string | undefined }[] = [];
  let text = "";
  const parser = new Parser(
    {
      ontext: (part) => {
        text += part;
      },
      onopentag: (name, { href }) => {
        if (name === "br") text += "\n";
        open.push({ name, from: text.length, url: href });
      },
      onclosetag: (name) => {
        const start = open.pop();
        const type = types[name];
        if (start === undefined || type === undefined || start.from === text.length) return;
        const url = type === "link" ? { url: start.url ?? "" } : {};
        markup.push({ type, from: start.from, length: text.length - start.from, ...url });
      },
    },
    { decodeEntities: true },
  );
  parser.end(source);
  return { text, markup: markup.sort((a, b) => a.from - b.from || b.length - a.length) };
}
