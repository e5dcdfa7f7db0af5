import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { parseLessons } from "../../../bot/classes/editing/parse-lessons.ts";
import { formatCalendarFile } from "../../../bot/programme/card/calendar-file.ts";
import type { Card } from "../../../bot/programme/card/card.ts";
import { guessEvent } from "../../../bot/programme/editing/extract/extract-event.ts";
import type { Guess } from "../../../bot/programme/editing/extract/extracted.ts";
import { guessEvents } from "../../../bot/programme/editing/extract/list/extract-list.ts";
import { understand } from "../../../bot/programme/search/query/parse-query.ts";
import { expandRecurrence } from "../../../bot/when/expand.ts";
import { parseDates } from "../../../bot/when/parse/parse-dates.ts";
import { parseMoment } from "../../../bot/when/parse/parse-moment.ts";
import { words } from "../../support/city.ts";
import { plainCard } from "../../support/plain-card.ts";
import { type Case, presentOf, type ReaderName, reading, textOf } from "./case.ts";
import type { Found } from "./judge.ts";
import { writtenDate, writtenInstant, writtenPrice } from "./written.ts";

/** Places and institutions that posters may name. */
export const known = {
  places: [
    { id: 1, names: ["Дом музыки", "Музыка йорты", "House of Music"] },
    { id: 2, names: ["Библиотека на Озёрной", "Күл буе китапханәсе", "Lakeside Library"] },
    { id: 3, names: ["Театр «Огонёк»", "«Очкын» театры"] },
  ],
  institutions: [{ id: 11, names: ["Городской оркестр"] }],
};

/** Reads the text of a case by the reader that it is for. */
export async function runText(reader: ReaderName, one: Case): Promise<Found> {
  const text = await textOf(one.file);
  switch (reader) {
    case "poster":
      return foundIn(guessEvent({ text }, known, reading));
    case "list":
      return { list: guessEvents({ text }, known, reading).map(foundIn) };
    case "dates": {
      const read = parseDates(text, reading);
      if (read.kind === "unclear") return { unclear: true };
      return { dates: read.dates.map(writtenDate), unclear: read.unused.length > 0 };
    }
    case "series": {
      const { read } = parseLessons(text, null, reading);
      if (read.kind === "unclear") return { unclear: true };
      const dates = expandRecurrence(read.recurrence, reading.zone);
      // Lessons have a length in the end; here only when they begin is compared.
      return {
        dates: dates.map((date) => writtenDate({ ...date, hasStartTime: true })),
        unclear: read.unused.length > 0,
      };
    }
    case "moment": {
      const read = parseMoment(text, reading, presentOf(one));
      if (read.kind === "unclear") return { unclear: true };
      return { dates: [writtenDate(read)], unclear: read.unused.length > 0 };
    }
    case "search": {
      const { windows, text: left } = understand(text, reading.now, reading.zone);
      return { windows: windows.map(({ from, to }) => [writtenInstant(from), writtenInstant(to)]), text: left };
    }
    case "out":
      return runOut(JSON.parse(text));
    default:
      throw new Error(`${reader} reads no text`);
  }
}

/** What was read of one event. */
function foundIn(guess: Guess): NonNullable<Found["list"]>[number] {
  const place = guess.place?.value;
  return {
    title: guess.title?.value ?? null,
    dates: guess.dates.map(({ value }) => writtenDate(value)),
    place: place ? (place.kind === "known" ? place.id : place.text) : null,
    price: guess.price ? writtenPrice(guess.price.value) : null,
    age: guess.ageMin?.value ?? null,
  };
}

/** Writes a calendar file of a card and reads it by two libraries. `changes`: what differs from a plain card. */
function runOut(changes: Partial<Card> & { startsAt?: string; endsAt?: string }): Found {
  const { startsAt, endsAt, ...others } = changes;
  const card = {
    ...plainCard,
    ...others,
    ...(startsAt && { startsAt: new Date(startsAt) }),
    ...(endsAt && { endsAt: new Date(endsAt) }),
  };
  const file = formatCalendarFile(card, words.for("ru"), { now: reading.now, botUsername: "ishek_bot" });
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent("vevent");
  if (event === null) throw new Error("there is no event");
  const entry = Object.values(nodeIcal.sync.parseICS(file)).find((candidate) => candidate?.type === "VEVENT");
  return {
    start: new ICAL.Event(event).startDate.toJSDate().toISOString(),
    ...(entry?.type === "VEVENT" && { nodeIcalStart: new Date(entry.start.getTime()).toISOString() }),
    controls: /[\p{Cc}]/u.test(file.replaceAll(/[\r\n\t]/gu, "")),
  };
}
