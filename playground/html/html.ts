import type { MessageEntity } from "@grammyjs/types";
import { checkLink, mentionedUser } from "../world/links.ts";
import { readStartTag } from "./html-start-tag.ts";
import { byteOffset, decodeReference, indexOf, skipSpace, unparsable } from "./html-text.ts";

/** A text without its markup. Offsets and lengths count UTF-16 units. */
export type FormattedText = { text: string; entities: MessageEntity[] };

type Tag = { name: string; argument: string; offset: number };
type Marked = { entity: MessageEntity; language: string };

/**
 * Parses text under `parse_mode: "HTML"` as Telegram's server does (tdlib, MessageEntity.cpp, parse_html): a scanner
 * for its own tags rather than an HTML parser. Throws 400 in its words.
 */
export function parseHtml(source: string): FormattedText {
  const open: Tag[] = [];
  const marked: Marked[] = [];
  let text = "";
  let position = 0;
  while (position < source.length) {
    const special = indexOf(source, position, /[<&]/g);
    text += source.slice(position, special);
    position = special;
    if (source[position] === "&") {
      const decoded = decodeReference(source, position);
      text += decoded?.character ?? "&";
      position = decoded?.end ?? position + 1;
    } else if (source[position + 1] === "/") {
      const tag = open.pop();
      position = readEndTag(source, position, tag?.name);
      if (tag && text.length > tag.offset) mark(marked, tag, text);
    } else if (position < source.length) {
      const { name, argument, end } = readStartTag(source, position);
      open.push({ name, argument, offset: text.length });
      position = end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: marked.map(({ entity }) => entity).sort(outerFirst) };
}

/** The order in which Telegram lists entities: by place, around before within. */
export function outerFirst(one: MessageEntity, other: MessageEntity): number {
  return one.offset - other.offset || other.length - one.length;
}

/** Reads the end tag whose "<" is at `begin` and returns where the text goes on. `</>` closes whatever is open. */
function readEndTag(source: string, begin: number, expected: string | undefined): number {
  const where = byteOffset(source, begin);
  if (expected === undefined) throw unparsable(`Unexpected end tag ${where}`);
  const nameEnd = indexOf(source, begin + 2, /[\s>]/g);
  const name = source.slice(begin + 2, nameEnd);
  const end = skipSpace(source, nameEnd);
  if (source[end] !== ">") throw unparsable(`Unclosed end tag ${where}`);
  if (name !== "" && name !== expected) {
    throw unparsable(`Unmatched end tag ${where}, expected "</${expected}>", found "</${name}>"`);
  }
  return end + 1;
}

/** Adds what a closed tag says of the text since it was opened; `<pre><code class="language-…">` become one. */
function mark(marked: Marked[], tag: Tag, text: string): void {
  const entity = entityOf(tag, text);
  if (!entity) return;
  const language = tag.name === "code" ? tag.argument : "";
  const inner = marked.at(-1);
  if (inner && inner.entity.offset === entity.offset && inner.entity.length === entity.length) {
    const types = `${inner.entity.type} in ${entity.type}`;
    const ofCode = types === "code in pre" ? inner.language : types === "pre in code" ? language : "";
    if (ofCode !== "") {
      const { offset, length } = entity;
      inner.entity = { type: "pre", offset, length, language: ofCode };
      return;
    }
  }
  marked.push({ entity, language });
}

const plainTypes: ReadonlyMap<string, "bold" | "italic" | "underline" | "strikethrough" | "spoiler" | "code"> = new Map(
  [
    ["b", "bold"],
    ["strong", "bold"],
    ["i", "italic"],
    ["em", "italic"],
    ["u", "underline"],
    ["ins", "underline"],
    ["s", "strikethrough"],
    ["strike", "strikethrough"],
    ["del", "strikethrough"],
    ["span", "spoiler"],
    ["tg-spoiler", "spoiler"],
    ["code", "code"],
  ],
);

function entityOf({ name, argument, offset }: Tag, text: string): MessageEntity | undefined {
  const length = text.length - offset;
  if (name === "a") return linkOf(argument || text.slice(offset), offset, length);
  if (name === "pre") return { type: "pre", offset, length };
  if (name === "blockquote") return { type: argument ? "expandable_blockquote" : "blockquote", offset, length };
  if (name === "tg-emoji") return { type: "custom_emoji", offset, length, custom_emoji_id: argument };
  const type = plainTypes.get(name);
  return type && { type, offset, length };
}

/** A link whose address is wrong is text like any other: Telegram drops it without a word. */
function linkOf(href: string, offset: number, length: number): MessageEntity | undefined {
  const id = mentionedUser(href);
  if (id !== undefined) return { type: "text_mention", offset, length, user: { id, is_bot: false, first_name: "" } };
  const link = checkLink(href);
  return link.kind === "valid" ? { type: "text_link", offset, length, url: link.url } : undefined;
}
