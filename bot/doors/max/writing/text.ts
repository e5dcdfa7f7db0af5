import { Parser } from "htmlparser2";
import type { Entity } from "../../../delivery/content.ts";
import { cutAtWord } from "../../../words/cut.ts";

/** MAX counts the raw text, markup and all. */
const longest = 4_000;

export interface MaxText {
  text: string;
  format: "html" | null;
}

const marks = new Set(["b", "strong", "i", "em", "u", "ins", "s", "del", "code", "pre"]);

/** What MAX does not know of, by what takes its place; what stands in neither stays as plain text. */
const instead: Readonly<Record<string, string>> = { blockquote: "i" };

/**
 * Lays a text with Telegram's markup out for MAX: quotations become italics, and what is hidden is shown. One that is too long
 * with its markup loses first what only makes it look nice, then its links, and at last its end.
 */
export function layText(html: string): MaxText {
  const marked = write(html, (name) => marks.has(name) || name === "a");
  if (marked.length <= longest) return { text: marked, format: "html" };
  const linked = write(html, (name) => name === "a");
  if (linked.length <= longest) return { text: linked, format: "html" };
  return layPlain(plain(html));
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', "&quot;");

function write(html: string, isKept: (name: string) => boolean): string {
  let written = "";
  const parser = new Parser(
    {
      ontext: (text) => {
        written += escapeText(text);
      },
      onopentag: (tag, { href }) => {
        const name = instead[tag] ?? tag;
        if (isKept(name)) written += name === "a" ? `<a href="${escapeAttribute(href ?? "")}">` : `<${name}>`;
      },
      onclosetag: (tag) => {
        const name = instead[tag] ?? tag;
        if (isKept(name)) written += `</${name}>`;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return written;
}

/** A text without its markup. */
export function plain(html: string): string {
  let text = "";
  const parser = new Parser(
    {
      ontext: (part) => {
        text += part;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text;
}

const tags: Readonly<Record<string, string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** A text and Telegram's marking of it as markup. Each piece between two borders is marked by itself. */
export function markUp(text: string, entities: readonly Entity[]): string {
  const borders = new Set([0, text.length]);
  for (const { offset, length } of entities) borders.add(offset).add(Math.min(offset + length, text.length));
  const places = [...borders].sort((a, b) => a - b);
  return places
    .slice(0, -1)
    .map((start, index) => {
      const end = places[index + 1] ?? text.length;
      const around = entities.filter(({ offset, length }) => offset <= start && offset + length >= end);
      return around.reduceRight((inner, entity) => mark(inner, entity), escapeText(text.slice(start, end)));
    })
    .join("");
}

function mark(inner: string, entity: Entity): string {
  const { type } = entity;
  const url = entity["url"];
  if (type === "text_link" && typeof url === "string") return `<a href="${escapeAttribute(url)}">${inner}</a>`;
  const tag = tags[type];
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
}

/** Lays a text without markup out; a longer one is cut at a word. */
export const layPlain = (text: string): MaxText => ({ text: cutAtWord(text, longest), format: null });
