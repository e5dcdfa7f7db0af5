import { FeedError } from "../problem.ts";

/** Lines of a file: 10 MB of real calendars have some 300,000. */
const mostLines = 500_000;
/** Characters before the colon of a line: a name and its parameters. An address list of a meeting has a line for each. */
const longestHead = 4_000;
/** Characters of one line, folded ones put together: descriptions are cut at 20,000 later. */
const longestLine = 200_000;
/** A calendar has events, and those alarms. */
const deepest = 8;

/**
 * Looks through a calendar before its library does, which takes time by the square of long heads and deep nests. Throws a
 * `FeedError`. Takes the characters once, whatever they are.
 */
export function checkCalendar(text: string): void {
  let lines = 0;
  let depth = 0;
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const isFolded = text[at] === " " || text[at] === "\t";
    length = isFolded ? length + end - at : end - at;
    lines += 1;
    if (lines > mostLines) throw new FeedError({ code: "too_many_rows", most: mostLines });
    if (length > longestLine) throw new FeedError({ code: "long_line", most: longestLine });
    if (!isFolded) {
      checkHead(text, at, end);
      depth += depthOf(text, at);
      if (depth > deepest) throw new FeedError({ code: "too_deep", most: deepest });
    }
    at = end + 1;
  }
}

/** A head goes on over folded lines until its colon. */
function checkHead(text: string, start: number, end: number): void {
  let seen = 0;
  let isQuoted = false;
  for (let at = start, lineEnd = end; at < text.length; at += 1) {
    if (at === lineEnd) {
      if (text[at + 1] !== " " && text[at + 1] !== "\t") return;
      const next = text.indexOf("\n", at + 1);
      lineEnd = next < 0 ? text.length : next;
    }
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ":" && !isQuoted) return;
    seen += 1;
    if (seen > longestHead) throw new FeedError({ code: "long_line", most: longestHead });
  }
}

function depthOf(text: string, at: number): number {
  const name = text.slice(at, at + 6).toUpperCase();
  return name === "BEGIN:" ? 1 : name.startsWith("END:") ? -1 : 0;
}
