import { byteOffset, decodeReference, indexOf, skipSpace, unparsable } from "./html-text.ts";

/** A start tag and the one attribute of it that counts, such as the address of a link; "" if there is none. */
export type StartTag = { name: string; argument: string; end: number };

const tags = new Set("a b strong i em u ins s strike del tg-spoiler tg-emoji span pre code blockquote".split(" "));

/** Reads the start tag whose "<" is at `begin`. Throws if it is none of Telegram's. */
export function readStartTag(source: string, begin: number): StartTag {
  const nameEnd = indexOf(source, begin + 1, /[\s>]/g);
  if (nameEnd === source.length) throw unparsable(`Unclosed start tag ${byteOffset(source, begin)}`);
  const name = source.slice(begin + 1, nameEnd).toLowerCase();
  if (!tags.has(name)) throw unparsable(`Unsupported start tag "${name}" ${byteOffset(source, begin)}`);
  const { attributes, end } = readAttributes(source, name, begin, nameEnd);
  const argument = argumentOf(name, attributes);
  if (name === "span" && argument !== "spoiler") {
    throw unparsable(`Tag "span" must have class "tg-spoiler" ${byteOffset(source, begin)}`);
  }
  return { name, argument, end };
}

type Attributes = Map<string, string>;

function readAttributes(
  source: string,
  tag: string,
  begin: number,
  from: number,
): { attributes: Attributes; end: number } {
  const attributes: Attributes = new Map();
  let index = skipSpace(source, from);
  while (source[index] !== ">") {
    const nameEnd = indexOf(source, index, /[\s=>/"']/g);
    const name = source.slice(index, nameEnd).toLowerCase();
    if (name === "" && index < source.length) {
      throw unparsable(`Empty attribute name in the tag "${tag}" ${byteOffset(source, begin)}`);
    }
    index = skipSpace(source, nameEnd);
    let value = "";
    if (source[index] === "=") ({ value, end: index } = readValue(source, skipSpace(source, index + 1)));
    if (index >= source.length) throw unparsable(`Unclosed start tag "${tag}" ${byteOffset(source, begin)}`);
    attributes.set(name, value);
    index = skipSpace(source, index);
  }
  return { attributes, end: index + 1 };
}

/** Reads a value in quotes, or a bare one of letters, digits, periods and hyphens. */
function readValue(source: string, begin: number): { value: string; end: number } {
  const quote = source[begin];
  if (quote !== '"' && quote !== "'") {
    const end = indexOf(source, begin, /[^A-Za-z0-9.-]/g);
    const isCutOff = /[^\s>]/.test(source[end] ?? "");
    if (isCutOff) throw unparsable(`Unexpected end of name token ${byteOffset(source, begin)}`);
    return { value: source.slice(begin, end).toLowerCase(), end };
  }
  let value = "";
  let index = begin + 1;
  while (index < source.length && source[index] !== quote) {
    const decoded = decodeReference(source, index);
    value += decoded?.character ?? source[index];
    index = decoded?.end ?? index + 1;
  }
  return { value, end: index + 1 };
}

function argumentOf(tag: string, attributes: Attributes): string {
  const styles = attributes.get("class") ?? "";
  if (tag === "a") return attributes.get("href") ?? "";
  if (tag === "tg-emoji") return attributes.get("emoji-id") ?? "";
  if (tag === "code" && styles.startsWith("language-")) return styles.slice("language-".length);
  if (tag === "span" && styles.startsWith("tg-")) return styles.slice("tg-".length);
  if (tag === "blockquote" && attributes.has("expandable")) return "expandable";
  return "";
}
