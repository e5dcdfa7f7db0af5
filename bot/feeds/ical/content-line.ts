import { isBroken } from "../text/decode.ts";

/** A content line of RFC 5545, section 3.1. Names stand in capitals. */
export interface ContentLine {
  name: string;
  parameters: ReadonlyMap<string, string>;
  /** The value as it was written: text is still escaped. */
  value: string;
  /** A byte in it cannot be read. */
  isBroken: boolean;
}

/** Properties of an event, a calendar and a time zone (RFC 5545, 7986); other names without "X-" are prose. */
const names = new Set(
  "BEGIN END ATTACH ATTENDEE CALSCALE CATEGORIES CLASS COLOR COMMENT COMPLETED CONFERENCE CONTACT CREATED DESCRIPTION DTEND DTSTAMP DTSTART DUE DURATION EXDATE EXRULE FREEBUSY GEO IMAGE LAST-MODIFIED LOCATION METHOD NAME ORGANIZER PERCENT-COMPLETE PRIORITY PRODID RDATE RECURRENCE-ID REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE STATUS SUMMARY TRANSP TRIGGER TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION ACTION STRUCTURED-DATA STYLED-DESCRIPTION ACKNOWLEDGED".split(
    " ",
  ),
);
const prose = new Set(["DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "X-ALT-DESC"]);
const head =
  /^(?<name>[A-Za-z0-9-]{1,60})(?<parameters>(?:;[^":;]{0,200}(?:"[^"]{0,1000}"[^":;]{0,200}){0,20}){0,40}):/u;

/**
 * Parses the lines of a calendar, folded ones put together. What is no line belongs to the text before it: a program wrote a
 * description's line end as it is. `onStray`: told of a line that belongs to nothing.
 */
export function* parseContentLines(text: string): Generator<ContentLine | { stray: string }> {
  let last: ContentLine | undefined;
  for (const line of unfoldQuoted(text)) {
    if (line.trim() === "") continue;
    const match = head.exec(line);
    const name = match?.groups?.["name"]?.toUpperCase() ?? "";
    const isOne = match !== null && (names.has(name) || name.startsWith("X-"));
    if (!isOne && last !== undefined && prose.has(last.name)) {
      last = { ...last, value: `${last.value}\\n${line}`, isBroken: last.isBroken || isBroken(line) };
      continue;
    }
    if (last !== undefined) yield last;
    last = undefined;
    if (match === null) yield { stray: line.slice(0, 60) };
    else last = lineOf(name, match.groups?.["parameters"] ?? "", line.slice(match[0].length));
  }
  if (last !== undefined) yield last;
}

function lineOf(name: string, said: string, value: string): ContentLine {
  const parameters = new Map<string, string>();
  for (const [, key = "", quoted, plain] of said.matchAll(/;([^=;"]{1,60})=?(?:"([^"]*)"|([^;"]*))/gu)) {
    parameters.set(key.toUpperCase(), quoted ?? plain ?? "");
  }
  const isQuoted = /^QUOTED-PRINTABLE$/iu.test(parameters.get("ENCODING") ?? "");
  const decoded = isQuoted ? fromQuotedPrintable(value, parameters.get("CHARSET")) : value;
  return { name, parameters, value: decoded, isBroken: isBroken(decoded) };
}

/** vCalendar 1.0 ends a line with "=" where it goes on. */
function* unfoldQuoted(text: string): Generator<string> {
  let open = "";
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const isOpen = (open !== "" || /QUOTED-PRINTABLE[^:]*:/iu.test(line.slice(0, 200))) && line.endsWith("=");
    if (isOpen) open += line.slice(0, -1);
    else {
      yield open + line;
      open = "";
    }
  }
  if (open !== "") yield open;
}

function fromQuotedPrintable(value: string, charset = "utf-8"): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const hex = value[at] === "=" ? /^[0-9A-Fa-f]{2}/u.exec(value.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex === undefined) bytes.push(...Buffer.from(value.charAt(at)));
    else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes));
  } catch {
    return "\ufffd";
  }
}

/** Undoes what RFC 5545 escapes in text: "\,", "\;", "\n", "\\". */
export const unescapeText = (value: string): string =>
  value.replace(/\\([nN,;:"\\])/gu, (_, sign: string) => (/n/iu.test(sign) ? "\n" : sign));

/** Takes out the line ends of folded lines, which may stand inside of a letter: RFC 5545, section 3.1. */
export function unfoldBytes(bytes: Uint8Array): Uint8Array {
  const [lineFeed, carriageReturn] = [0x0a, 0x0d];
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (isWide) return bytes;
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const end = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 1 : at;
    const next = bytes[end + 1];
    const isEnd = bytes[end] === lineFeed || bytes[at] === carriageReturn;
    if (isEnd && (next === 0x20 || next === 0x09)) at = end + 1;
    else {
      kept[length] = bytes[at] ?? 0;
      length += 1;
    }
  }
  return kept.subarray(0, length);
}
