import { parseComponents } from "../../bot/feeds/ical/components.ts";
import { parseContentLines, unescapeText, unfoldBytes } from "../../bot/feeds/ical/content-line.ts";
import { parseRecurrenceRule } from "../../bot/feeds/ical/recurrence-rule.ts";
import { parseDuration, parseTime } from "../../bot/feeds/ical/times.ts";
import { utc, zoneOf } from "../../bot/feeds/ical/zones.ts";
import { parseAge } from "../../bot/feeds/kudago/age.ts";
import * as cellDates from "../../bot/feeds/sheet/cells/cell-dates.ts";
import * as values from "../../bot/feeds/sheet/cells/cell-values.ts";
import * as cells from "../../bot/feeds/sheet/cells/cells.ts";
import { clockText, datesOfRow } from "../../bot/feeds/sheet/cells/row-dates.ts";
import { slashOrderOf, withPoints } from "../../bot/feeds/sheet/cells/slash-order.ts";
import { weekdaysIn } from "../../bot/feeds/sheet/cells/weekday-cells.ts";
import { checkSheet } from "../../bot/feeds/sheet/check-sheet.ts";
import { columnOf } from "../../bot/feeds/sheet/columns.ts";
import { exampleLink, isExample } from "../../bot/feeds/sheet/example.ts";
import { textColumnOf } from "../../bot/feeds/sheet/text-columns.ts";
import { readSheetFacts } from "../../bot/feeds/sheet/workbook.ts";
import * as cleanText from "../../bot/feeds/text/clean-text.ts";
import { decodeText, isBroken } from "../../bot/feeds/text/decode.ts";
import { findLinks } from "../../bot/feeds/text/html-links.ts";
import { findAddress, findAddressed, placeCase } from "../../bot/programme/editing/extract/extract-address.ts";
import { guessDates } from "../../bot/programme/editing/extract/extract-dates.ts";
import { guessEvent } from "../../bot/programme/editing/extract/extract-event.ts";
import { findHouse } from "../../bot/programme/editing/extract/extract-house.ts";
import { linkOf } from "../../bot/programme/editing/extract/extract-links.ts";
import { guessStatus, saysStatus } from "../../bot/programme/editing/extract/extract-status.ts";
import { guessHeldIn } from "../../bot/programme/editing/extract/extract-traits.ts";
import { guessWho } from "../../bot/programme/editing/extract/extract-who.ts";
import { blankOut } from "../../bot/programme/editing/extract/extracted.ts";
import { findByAddress, isAnybodys, isHouse } from "../../bot/programme/editing/extract/known-names.ts";
import { lettersOf, ownLettersOf, saysOwn } from "../../bot/programme/editing/extract/letters.ts";
import { completeDays } from "../../bot/programme/editing/extract/list/complete-days.ts";
import { guessEvents } from "../../bot/programme/editing/extract/list/extract-list.ts";
import { listLinesOf } from "../../bot/programme/editing/extract/list/list-line.ts";
import { partList } from "../../bot/programme/editing/extract/list/part-list.ts";
import { sentencesOf } from "../../bot/programme/editing/extract/sentences.ts";
import { findUnusedLines } from "../../bot/programme/editing/extract/unused-lines.ts";
import { readStatus } from "../../bot/programme/said-status.ts";
import { addressCase, plainCase, withCapital } from "../../bot/text/plain-case.ts";
import { sourceOthers, sourceReaders } from "./source-readers.ts";

const reading = { now: new Date("2026-11-20T12:00:00Z"), zone: "Europe/Moscow" };
const bytes = (text: string): Uint8Array => Buffer.from(text);
const calendar = "bot/feeds/ical/";
const sheet = "bot/feeds/sheet/";
const extract = "bot/programme/editing/extract/";

/** The parts of which the readers of files are made, by file and name; the table of `readers.ts` has them too. */
export const fileReaders: Readonly<Record<string, (text: string) => unknown>> = {
  ...sourceReaders,
  [`${calendar}components.ts parseComponents`]: (text) => parseComponents(`BEGIN:VCALENDAR\r\n${text}`),
  [`${calendar}content-line.ts parseContentLines`]: (text) => [...parseContentLines(text)],
  [`${calendar}content-line.ts unescapeText`]: unescapeText,
  [`${calendar}content-line.ts unfoldBytes`]: (text) => unfoldBytes(bytes(text)),
  [`${calendar}recurrence-rule.ts parseRecurrenceRule`]: (text) => parseRecurrenceRule(`FREQ=DAILY;BYDAY=${text}`),
  [`${calendar}times.ts parseDuration`]: parseDuration,
  [`${calendar}times.ts parseTime`]: (text) => parseTime(text, utc),
  [`${calendar}zones.ts zoneOf`]: zoneOf,
  [`${sheet}cells/cell-values.ts accessOf`]: (access) => values.accessOf({ access }, []),
  [`${sheet}cells/cell-values.ts ageOf`]: (age) => values.ageOf({ age }, []),
  [`${sheet}cells/cell-values.ts audiencesOf`]: (audience) => values.audiencesOf({ audience }, []),
  [`${sheet}cells/cell-values.ts heldInOf`]: (language) => values.heldInOf({ language }, []),
  [`${sheet}cells/cell-values.ts linksOf`]: (text) => values.linksOf({ ticket: text, site: text }, []),
  [`${sheet}cells/cell-values.ts positionOf`]: (coordinates) => values.positionOf({ coordinates }, []),
  [`${sheet}cells/cell-values.ts posterOf`]: (poster) => values.posterOf({ poster }, []),
  [`${sheet}cells/cell-values.ts priceOf`]: (price) => values.priceOf({ price }, []),
  [`${sheet}cells/cell-values.ts sectionOf`]: (section) => values.sectionOf({ section }, section, []),
  [`${sheet}cells/cells.ts isPlaceholder`]: cells.isPlaceholder,
  [`${sheet}cells/cells.ts lineOf`]: (text) => cells.lineOf(text, 200),
  [`${sheet}cells/cells.ts proseOf`]: cells.proseOf,
  [`${sheet}cells/cells.ts textOf`]: cells.textOf,
  [`${sheet}cells/row-dates.ts clockText`]: clockText,
  [`${sheet}cells/row-dates.ts datesOfRow`]: (time) =>
    datesOfRow({ start: "05.12.2026", time, end: time }, reading, []),
  [`${sheet}cells/cell-dates.ts parseCellDates`]: (text) => cellDates.parseCellDates(text, reading),
  [`${sheet}cells/cell-dates.ts serialDate`]: cellDates.serialDate,
  [`${sheet}cells/cell-dates.ts parseCellEnd`]: (text) => cellDates.parseCellEnd(text, reading.now, reading),
  [`${sheet}cells/slash-order.ts slashOrderOf`]: (text) => slashOrderOf([{ cell: text, weekday: text }], reading.now),
  [`${sheet}cells/weekday-cells.ts weekdaysIn`]: weekdaysIn,
  [`${sheet}cells/slash-order.ts withPoints`]: (text) => withPoints(text, "month"),
  [`${sheet}workbook.ts readSheetFacts`]: (text) => readSheetFacts(bytes(text), 20_000),
  "bot/feeds/text/clean-text.ts cleanLine": cleanText.cleanLine,
  "bot/feeds/text/clean-text.ts capitalise": cleanText.capitalise,
  "bot/feeds/kudago/age.ts parseAge": parseAge,
  "bot/feeds/sheet/columns.ts columnOf": columnOf,
  "bot/feeds/sheet/example.ts isExample": (text) => isExample({ title: text, ticket: exampleLink }),
  "bot/feeds/sheet/text-columns.ts textColumnOf": textColumnOf,
  "bot/feeds/sheet/check-sheet.ts checkSheet": (text) => checkSheet(text, 20_000),
  "bot/feeds/text/decode.ts decodeText": (text) => decodeText(Buffer.from(`\xff${text}`, "latin1")),
  "bot/feeds/text/decode.ts isBroken": isBroken,
  "bot/feeds/text/html-links.ts findLinks": findLinks,
  [`${extract}extract-links.ts linkOf`]: (text) => linkOf(text, [text]),
  [`${extract}extract-address.ts placeCase`]: (text) => placeCase(text.slice(0, 1_000)),
  [`${extract}known-names.ts isAnybodys`]: (text) => isAnybodys(text.slice(0, 1_000)),
  [`${extract}known-names.ts isHouse`]: isHouse,
  [`${extract}list/complete-days.ts completeDays`]: (text) => completeDays(text.slice(0, 8_192), reading),
  [`${extract}list/list-line.ts listLinesOf`]: (text) => listLinesOf(text.slice(0, 8_192), reading),
  [`${extract}list/part-list.ts partList`]: (text) => partList(listLinesOf(text.slice(0, 8_192), reading), () => false),
  "bot/text/plain-case.ts addressCase": addressCase,
  "bot/text/plain-case.ts plainCase": (text) => plainCase(text.slice(0, 8_192).toUpperCase()),
  "bot/text/plain-case.ts withCapital": withCapital,
  [`${extract}list/extract-list.ts guessEvents`]: (text) =>
    guessEvents({ text }, { places: [], institutions: [] }, reading),
  [`${extract}extract-who.ts guessWho`]: guessWho,
  [`${extract}known-names.ts findByAddress`]: (text) =>
    findByAddress(text, [{ id: 1, names: [], addresses: ["ул. Хади Такташа, 74"] }]),
  [`${extract}unused-lines.ts findUnusedLines`]: (text) =>
    findUnusedLines(text, guessEvent({ text }, { places: [], institutions: [] }, reading)),
  [`${extract}extract-address.ts findAddress`]: findAddress,
  [`${extract}extract-address.ts findAddressed`]: (text) => findAddressed(text, []),
  [`${extract}extract-dates.ts guessDates`]: (text) => guessDates(text, reading),
  [`${extract}extract-status.ts guessStatus`]: guessStatus,
  [`${extract}extract-status.ts saysStatus`]: saysStatus,
  [`${extract}extract-house.ts findHouse`]: findHouse,
  [`${extract}extract-traits.ts guessHeldIn`]: guessHeldIn,
  [`${extract}extracted.ts blankOut`]: (text) =>
    blankOut(
      text,
      sentencesOf(text).map(({ at }) => at),
    ),
  [`${extract}sentences.ts sentencesOf`]: sentencesOf,
  [`${extract}letters.ts saysOwn`]: saysOwn,
  [`${extract}letters.ts lettersOf`]: lettersOf,
  [`${extract}letters.ts ownLettersOf`]: ownLettersOf,
  "bot/programme/said-status.ts readStatus": readStatus,
};

/** Functions of those rooms that no foreign text reaches at length. */
export const fileOthers: Readonly<Record<string, string>> = {
  "bot/feeds/source/open-source.ts readWhole": "counts bytes; its readers are in the table",
  "bot/feeds/source/open-source.ts inOnePiece": "hands bytes on",
  "bot/feeds/source/open-source.ts webSource": "what an operator typed",
  "bot/feeds/source/open-source.ts fileError": "what an operator typed, and an error",
  "bot/feeds/source/open-source.ts unzipped": "hands bytes on; gzip is undone by zlib as a stream",
  ...sourceOthers,
  "bot/feeds/describe-import.ts importAsJson": "what an import did",
  "bot/feeds/record-json.ts recordAsJson": "an event that was read",
  [`${calendar}zones.ts zoneNamed`]: "an IANA name that is known",
  [`${extract}known-names.ts isForm`]: "two words",
};
