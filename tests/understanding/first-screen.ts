import type { ShownMessage } from "../../playground/people/shown-message.ts";
import { plain } from "./plain.ts";
import type { DemoRecordShown } from "./records.ts";

/** What answers a sentence. */
export interface FirstScreen {
  /** All messages, and labels as `[ label ]`, one to a line. */
  text: string;
  /** Events and courses by where they first stand. */
  shown: readonly DemoRecordShown[];
  /** Rows before the line that begins another list. */
  listed: readonly DemoRecordShown[];
  labels: readonly string[];
}

/** What only says the question again. */
const echo =
  /^(поиск|эзләү|search|ищу|эзлим|looking for|показываю по запросу|.*буенча күрсәтәм|showing)\b.*|^по запросу «.*/iu;

export function readFirstScreen(messages: readonly ShownMessage[], records: readonly DemoRecordShown[]): FirstScreen {
  const labels = messages.flatMap(({ keyboard }) => keyboard.flat().map((button) => button.text));
  const texts = messages.flatMap(({ text }) => text.split("\n"));
  const text = [...texts, ...labels.map((label) => `[ ${label} ]`)].join("\n");
  const lines = texts.filter((line) => !isEcho(line));
  const shown = new Set<DemoRecordShown>();
  const listed = new Set<DemoRecordShown>();
  let isMore = false;
  for (const line of lines) {
    if (shown.size > 0 && /:\s*$/u.test(line)) isMore = true;
    for (const record of recordsIn(plain(line), records)) {
      if (!isMore && !shown.has(record)) listed.add(record);
      shown.add(record);
    }
  }
  for (const label of labels.filter((each) => !each.startsWith("×"))) {
    const record = labelled(plain(label), records);
    if (record === undefined) continue;
    if (!isMore && !shown.has(record)) listed.add(record);
    shown.add(record);
  }
  return { text, shown: [...shown], listed: [...listed], labels };
}

const isEcho = (line: string): boolean => {
  const said = line.trim();
  return /^(поиск|эзләү|search|ищу|эзлим|looking for): /iu.test(said) || echo.test(said);
};

/** The records whose titles a line has, in its order; a title inside of a longer one is none. */
function recordsIn(line: string, records: readonly DemoRecordShown[]): DemoRecordShown[] {
  const titles = records
    .flatMap((record) => record.titles.map((title) => ({ record, title })))
    .sort((one, other) => other.title.length - one.title.length);
  const found: { record: DemoRecordShown; at: number }[] = [];
  let rest = line;
  for (const { record, title } of titles) {
    const at = rest.indexOf(title);
    if (at < 0) continue;
    found.push({ record, at });
    rest = rest.slice(0, at) + " ".repeat(title.length) + rest.slice(at + title.length);
  }
  return found.sort((one, other) => one.at - other.at).map(({ record }) => record);
}

/** Which record a label names, maybe cut and behind an hour. */
function labelled(label: string, records: readonly DemoRecordShown[]): DemoRecordShown | undefined {
  const name = label
    .replace(/^(?:\p{L}{2}, )?\d{1,2}[:.]\d\d[\s·]+/u, "")
    .replace(/…$/u, "")
    .trim();
  const isCut = label.endsWith("…") && name.length >= 6;
  return records.find(({ titles }) => titles.some((title) => title === name || (isCut && title.startsWith(name))));
}
