/**
 * `npm run explain -- query | moment | dates | lessons | poster [--now <ISO>] [--language ru]`: reads a text from standard
 * input by the reader that the bot uses, and prints as JSON what was understood, and which words were not used.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DateTime } from "luxon";
import { readConfig } from "../bot/config/config.ts";
import { textReaders } from "../bot/foreign/text-readers.ts";
import { type Guess, withPlainFigures } from "../bot/programme/editing/extract/extracted.ts";
import { findUnusedLines } from "../bot/programme/editing/extract/unused-lines.ts";
import { learnIdle } from "../bot/programme/search/lexicon/lexicon.ts";
import { understand } from "../bot/programme/search/query/parse-query.ts";
import { parseMessage } from "../bot/understanding/parse-message.ts";
import { expandRecurrence } from "../bot/when/expand.ts";
import type { ParsedDate } from "../bot/when/parse/parse-dates.ts";
import { joinSpans, type Span } from "../bot/when/span.ts";
import { type Language, languages } from "../bot/words/language.ts";
import { loadWords, type Translate } from "../bot/words/messages/translator.ts";
import { formatWhen } from "../bot/words/time/when.ts";
import { institutions } from "../prisma/seed/institutions.ts";
import { places } from "../prisma/seed/places.ts";
import { runCommand } from "./run-command.ts";

const kinds = ["query", "moment", "dates", "lessons", "poster"] as const;
type Kind = (typeof kinds)[number];

const usage = `Usage: npm run explain -- ${kinds.join(" | ")} [--now <ISO>] [--language ${languages.join(" | ")}]
  The text comes from standard input: echo 'завтра в 19' | npm run --silent explain -- moment
  --now       the time it is read at, 2026-11-29T15:00; default now
  --language  in which times are said again; default ${languages[0]}`;

interface Invocation {
  kind: Kind;
  now: string | undefined;
  language: Language;
}

/** Where and when a text is read, and how times are said again. */
interface Setting {
  now: Date;
  zone: string;
  t: Translate;
}

await runCommand({ usage, parse: readInvocation, run });

function readInvocation(args: string[]): Invocation | string {
  const options = { now: { type: "string" }, language: { type: "string", default: "ru" } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [name, ...rest] = positionals;
    const kind = kinds.find((known) => known === name);
    const language = languages.find((known) => known === values.language);
    if (kind === undefined || rest.length > 0) return "Say what the text is.";
    if (language === undefined) return `There is no language "${values.language}".`;
    return { kind, now: values.now, language };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function run({ kind, now, language }: Invocation): Promise<number> {
  const { timeZone: zone, city } = readConfig(process.env);
  const at = now === undefined ? DateTime.now() : DateTime.fromISO(now, { zone });
  if (!at.isValid) {
    console.error(`"${now}" is not an ISO time.\n\n${usage}`);
    return 2;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  // The line that a shell ends its text with is not part of it.
  const text = Buffer.concat(chunks).toString("utf8").replace(/\n$/u, "");
  learnIdle(city.said);
  const t = loadWords(fileURLToPath(new URL("../locales", import.meta.url)), city.texts).for(language);
  const setting = { now: at.toJSDate(), zone, t };
  const head = { kind, text, now: localOf(setting.now, zone), zone };
  console.log(JSON.stringify({ ...head, ...explain(kind, text, setting) }, null, 2));
  return 0;
}

function explain(kind: Kind, text: string, setting: Setting): object {
  switch (kind) {
    case "query":
      return explainQuery(text, setting);
    case "moment": {
      const read = textReaders.moment(text, setting);
      const unused = wordsAt(text, read.unused);
      if (read.kind === "moment") return { understood: dateOf(read, setting), unused };
      return { unclear: read.what, ...(read.what === "weekday" && { day: localOf(read.day, setting.zone) }), unused };
    }
    case "dates": {
      const read = textReaders.dates(text, setting);
      const unused = wordsAt(text, read.unused);
      if (read.kind === "unclear") return { unclear: read.what, unused };
      return { understood: read.dates.map((date) => dateOf(date, setting)), unused };
    }
    case "lessons": {
      const { read, text: whole } = textReaders.lessons(text, null, setting);
      const unused = wordsAt(whole, read.unused);
      if (read.kind === "unclear") return { unclear: read.what, unused };
      const dates = expandRecurrence(read.recurrence, setting.zone).map((date) => ({ ...date, hasStartTime: true }));
      return { understood: { ...read.recurrence, expanded: dates.map((date) => dateOf(date, setting)) }, unused };
    }
    case "poster":
      return explainPoster(text, setting);
  }
}

/** The words that are not used are looked for as text. */
function explainQuery(text: string, { now, zone, t }: Setting): object {
  const intent = parseMessage(text, t.language);
  if (intent.kind !== "search")
    return { intent: intent.kind, ...(intent.kind === "speak" && { language: intent.language }) };
  const { terms, words, windows, isForClass, isOpen, nearest } = understand(text, now, zone);
  return {
    intent: isForClass ? "learn" : isOpen ? "what is on" : "search",
    understood: terms.map(({ words: _, ordinal: __, ...term }) => term),
    windows: windows.map(({ from, to }) => ({ from: localOf(from, zone), to: localOf(to, zone) })),
    ...(nearest !== null && { nearest }),
    ...(intent.instead !== null && { unlessFound: intent.instead }),
    unused: words.map(({ raw }) => raw),
  };
}

/** Places and institutions are those of the demo city, by their keys. */
function explainPoster(adorned: string, setting: Setting): object {
  // Places in the text are those of plain figures.
  const { text } = withPlainFigures({ text: adorned }, adorned.length);
  const [placeKeys, houseKeys] = [Object.keys(places), Object.keys(institutions)];
  const known = Object.entries(places).map(([key, { texts }], id) => ({
    id,
    names: Object.values(texts).map(({ title }) => title),
    addresses: Object.values(texts).flatMap(({ address }) => address ?? []),
    houseId: houseKeys.includes(key) ? houseKeys.indexOf(key) : null,
  }));
  const houses = Object.values(institutions).map(({ names }, id) => ({ id, names: Object.values(names) }));
  const names = { places: known, institutions: houses };
  const quoted = ({ start, end }: Span) => text.slice(start, end);
  const written = (guess: Guess, said: (at: Span) => string | undefined) => {
    const place = guess.place?.value;
    return {
      ...guess,
      title: guess.title?.value ?? null,
      dates: guess.dates.map(({ value, at }) => ({ ...dateOf(value, setting), said: said(at) })),
      place: place?.kind === "known" ? placeKeys[place.id] : (place?.text ?? null),
      institution: guess.institution === null ? null : houseKeys[guess.institution.value],
      who: guess.who?.value ?? null,
      price: guess.price?.value ?? null,
      ageMin: guess.ageMin?.value ?? null,
      links: guess.links.map(({ value }) => value),
    };
  };
  const events = textReaders.events({ text }, names, setting);
  const event = textReaders.event({ text }, names, setting);
  return {
    understood: written(event, quoted),
    unused: findUnusedLines(text, event),
    // A list is several events; each is read with what is said of all.
    ...(events.length > 0 && { list: events.map((guess) => written(guess, () => undefined)) }),
  };
}

function wordsAt(text: string, unused: readonly Span[]): string[] {
  return joinSpans(text, unused).map(({ start, end }) => text.slice(start, end));
}

function dateOf({ startsAt, endsAt, hasStartTime }: ParsedDate, { now, zone, t }: Setting): object {
  const times = { startsAt, endsAt: endsAt ?? startsAt, hasStartTime, hasEndTime: endsAt !== null };
  return {
    startsAt: localOf(startsAt, zone),
    endsAt: endsAt && localOf(endsAt, zone),
    hasStartTime,
    shown: formatWhen(times, t, zone, now),
  };
}

/** An instant by the clock of the zone, as ISO 8601 with its offset. */
function localOf(instant: Date, zone: string): string | null {
  return DateTime.fromJSDate(instant, { zone }).toISO({ suppressMilliseconds: true, suppressSeconds: true });
}
