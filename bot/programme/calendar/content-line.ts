import { DateTime } from "luxon";

/** RFC 5545, 3.1: a line has at most 75 octets; a Cyrillic letter has two. */
const longestLine = 75;

/** A TEXT property (3.3.11): backslash, semicolon, comma and line breaks are escaped; other controls are not allowed in it. */
export const textLine = (name: string, value: string): string =>
  `${name}:${value
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(controls, " ")}`;
const controls = /[\p{Cc}]/gu;

/** An instant in UTC (3.3.5, form 2). */
export const utcStamp = (instant: Date): string =>
  DateTime.fromJSDate(instant, { zone: "utc" }).toFormat("yyyyMMdd'T'HHmmss'Z'");

/** Lines as they go over the wire: long ones folded, each ended by CRLF. */
export const joinContentLines = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join("");

/** Breaks a long line between characters, never inside one; the rest of it begins with a space. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
