import { readCourseQuery } from "../../bot/classes/courses/query.ts";
import { parseLessons } from "../../bot/classes/editing/parse-lessons.ts";
import { parseShift } from "../../bot/classes/editing/parse-shift.ts";
import { checkCalendar } from "../../bot/feeds/ical/check-calendar.ts";
import { parseCalendarRecord } from "../../bot/feeds/ical/parse.ts";
import { readCalendar } from "../../bot/feeds/ical/read-calendar.ts";
import { parseKudagoRecord } from "../../bot/feeds/kudago/parse.ts";
import { findSection } from "../../bot/feeds/kudago/section.ts";
import { unzipChecked } from "../../bot/feeds/sheet/check-zip.ts";
import { parseSheetRecord } from "../../bot/feeds/sheet/parse.ts";
import { readRows } from "../../bot/feeds/sheet/read-rows.ts";
import { keyOf, readSheetFeed } from "../../bot/feeds/sheet/read-sheet.ts";
import { readRecords } from "../../bot/feeds/source/json-records.ts";
import { inOnePiece } from "../../bot/feeds/source/open-source.ts";
import { readJsonFeed } from "../../bot/feeds/source/read-json-feed.ts";
import { recognise } from "../../bot/feeds/source/recognise.ts";
import * as cleanText from "../../bot/feeds/text/clean-text.ts";
import { htmlToText } from "../../bot/feeds/text/html-to-text.ts";
import { textReaders } from "../../bot/foreign/text-readers.ts";
import { guessEvent } from "../../bot/programme/editing/extract/extract-event.ts";
import { guessLinks } from "../../bot/programme/editing/extract/extract-links.ts";
import { guessPlace } from "../../bot/programme/editing/extract/extract-place.ts";
import { guessPrice } from "../../bot/programme/editing/extract/extract-price.ts";
import { guessProse } from "../../bot/programme/editing/extract/extract-prose.ts";
import * as traits from "../../bot/programme/editing/extract/extract-traits.ts";
import { linesOf, withPlainFigures } from "../../bot/programme/editing/extract/extracted.ts";
import { findKnown } from "../../bot/programme/editing/extract/known-names.ts";
import { guessTitle } from "../../bot/programme/editing/extract/title/extract-title.ts";
import { parseMapLink } from "../../bot/programme/editing/places/parse-map-link.ts";
import { rankName, rankNamed } from "../../bot/programme/editing/rank-names.ts";
import { parsePrice } from "../../bot/programme/said-price.ts";
import { priceByWay } from "../../bot/programme/said-price-by-way.ts";
import { isKeepable } from "../../bot/programme/search/query/keepable.ts";
import { understand } from "../../bot/programme/search/query/parse-query.ts";
import { queryWords } from "../../bot/programme/search/query/query-word.ts";
import { sectionOfTitle } from "../../bot/programme/section-of-title.ts";
import { fold } from "../../bot/text/fold.ts";
import * as layout from "../../bot/text/keyboard-layout.ts";
import { namesBehind, streetStem } from "../../bot/text/name-stem.ts";
import { plainFigures } from "../../bot/text/plain-figures.ts";
import { soundOf } from "../../bot/text/sound.ts";
import { tatarReadings } from "../../bot/text/tatar-readings.ts";
import { transliterations } from "../../bot/text/transliterate.ts";
import { parseFigures, parseSuffix } from "../../bot/when/figures.ts";
import * as hours from "../../bot/when/hours.ts";
import { readBoundHours, readClock, readOpenHours } from "../../bot/when/hours-asked.ts";
import { findDoubted } from "../../bot/when/parse/find-dates.ts";
import { findDaysAndHours } from "../../bot/when/parse/find-days.ts";
import { parseDates, parseNamedDates } from "../../bot/when/parse/parse-dates.ts";
import { parseHours, parseTime } from "../../bot/when/parse/parse-hours.ts";
import { parseMoment } from "../../bot/when/parse/parse-moment.ts";
import { parseRecurrence } from "../../bot/when/parse/parse-recurrence.ts";
import { readPeriod } from "../../bot/when/periods.ts";
import { joinSpans } from "../../bot/when/span.ts";
import { readSpan } from "../../bot/when/span-of-hours.ts";
import { readSpanOfYear } from "../../bot/when/span-of-year.ts";
import { readDays } from "../../bot/when/statement/read-days.ts";
import { readStatement } from "../../bot/when/statement/read-statement.ts";
import { tokenise } from "../../bot/when/tokens.ts";
import * as vocabulary from "../../bot/when/vocabulary.ts";
import { readWeekdays } from "../../bot/when/weekdays.ts";
import { beginning, cutApart, cutAtWord } from "../../bot/words/cut.ts";
import { fileOthers, fileReaders } from "./file-readers.ts";
import { maxOthers, maxReaders } from "./max-readers.ts";
import { othersOfSearch } from "./search-readers.ts";
import { typedReaders } from "./typed-readers.ts";
import { othersOfFlows, readersOfUnderstanding } from "./understanding-readers.ts";
import { whenParts } from "./when-parts.ts";

const now = new Date("2026-11-20T12:00:00Z");
const zone = "Europe/Moscow";
const when = { now, zone };
const options = { now, timeZone: zone };
const bytes = (text: string): Uint8Array => Buffer.from(text);
const known = { places: [{ id: 1, names: ["Большой зал филармонии"] }], institutions: [] };
const all = async (records: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of records);
};
/** A reader of tokens, asked at each of them. */
const everywhere = (read: (tokens: ReturnType<typeof tokenise>, at: number) => unknown) => (text: string) => {
  const tokens = tokenise(text);
  for (const at of tokens.keys()) read(tokens, at);
};
const calendarRecord = (text: string) => ({
  ...{ uid: text, title: text, text, location: text, url: text, categories: [text] },
  ...{ isPrivate: false, isTooOften: false },
  dates: [{ startsAt: "2026-12-05T15:00:00Z", hasStartTime: true, isCancelled: false }],
});
const kudagoRecord = (text: string) => ({
  ...{ id: 1, title: text, description: text, body_text: text, price: text, age_restriction: text, tags: [text] },
  ...{ categories: [text], site_url: text, images: [text], dates: [{ start: 1_796_000_000 }] },
});

/** Every exported reader of foreign text, by its file and name, fed with a text in every place that takes one. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  ...fileReaders,
  ...maxReaders,
  ...typedReaders,
  "bot/classes/courses/query.ts readCourseQuery": (text) =>
    readCourseQuery({ words: queryWords(text), terms: [], isForClass: false }, () => ["Музыка"]),
  "bot/classes/editing/parse-lessons.ts parseLessons": (text) => parseLessons(text, { text, what: "count" }, when),
  "bot/classes/editing/parse-shift.ts parseShift": (text) => parseShift(text, [1, 3], when),
  "bot/feeds/text/clean-text.ts shorten": (text) => cleanText.shorten(text, text.length - 1),
  "bot/feeds/text/html-to-text.ts htmlToText": htmlToText,
  "bot/feeds/ical/check-calendar.ts checkCalendar": checkCalendar,
  "bot/feeds/ical/parse.ts parseCalendarRecord": (text) => parseCalendarRecord(calendarRecord(text)),
  "bot/feeds/ical/read-calendar.ts readCalendar": (text) => all(readCalendar(bytes(text), options)),
  "bot/feeds/source/json-records.ts readRecords": (text) => all(readRecords(inOnePiece(bytes(text)))),
  "bot/feeds/kudago/parse.ts parseKudagoRecord": (text) => parseKudagoRecord(kudagoRecord(text), zone),
  "bot/feeds/kudago/section.ts findSection": (text) => findSection([text], text),
  "bot/feeds/source/read-json-feed.ts readJsonFeed": (text) => all(readJsonFeed(bytes(text), {})),
  "bot/feeds/source/recognise.ts recognise": (text) => recognise(text, bytes(text)),
  "bot/feeds/sheet/check-zip.ts unzipChecked": (text) => unzipChecked(bytes(text), 20_000),
  "bot/feeds/sheet/parse.ts parseSheetRecord": (text) => {
    const cells = { title: text, body: text, summary: text, price: text, place: text, address: text, section: text };
    return parseSheetRecord({ rows: [{ number: 1, cells: { ...cells, start: "05.12.2026" } }] }, zone, now);
  },
  "bot/feeds/sheet/read-rows.ts readRows": (text) => readRows(bytes(text)),
  "bot/feeds/sheet/read-sheet.ts readSheetFeed": (text) => all(readSheetFeed(bytes(text), options)),
  "bot/feeds/sheet/read-sheet.ts keyOf": (text) => keyOf({ title: text }),
  "bot/programme/editing/places/parse-map-link.ts parseMapLink": parseMapLink,
  "bot/programme/said-price-by-way.ts priceByWay": (text: string) => priceByWay({ isFree: false }, text),
  "bot/foreign/text-readers.ts price": textReaders.price,
  "bot/programme/editing/extract/extract-event.ts guessEvent": (text) => guessEvent({ text }, known, when),
  "bot/programme/editing/extract/extract-links.ts guessLinks": (text) => guessLinks({ text }),
  "bot/programme/editing/extract/extract-place.ts guessPlace": (text) => guessPlace(`Место: ${text}`, known.places),
  "bot/programme/editing/extract/known-names.ts findKnown": (text) => findKnown(text, known.places),
  "bot/programme/editing/extract/extract-price.ts guessPrice": (text) => guessPrice(`билет 500 ${text}`),
  "bot/programme/editing/extract/title/extract-title.ts guessTitle": (text) => guessTitle({ text }, []),
  "bot/programme/editing/extract/extract-prose.ts guessProse": (text) => guessProse(text, null, []),
  "bot/programme/editing/extract/extract-traits.ts guessAge": traits.guessAge,
  "bot/programme/editing/extract/extract-traits.ts guessAudiences": traits.guessAudiences,
  "bot/programme/editing/extract/extract-traits.ts guessAccessibility": traits.guessAccessibility,
  "bot/programme/editing/extract/extract-traits.ts guessLanguage": traits.guessLanguage,
  "bot/programme/editing/extract/extracted.ts linesOf": linesOf,
  "bot/programme/editing/extract/extracted.ts withPlainFigures": (text) => withPlainFigures({ text }, text.length),
  "bot/programme/editing/rank-names.ts rankName": (text) => rankName(text.slice(0, 150), "Большой зал филармонии"),
  "bot/programme/editing/rank-names.ts rankNamed": (text) =>
    rankNamed([{ id: 1, name: "Большой зал", names: ["Большой зал филармонии"] }], text.slice(0, 150), 6),
  "bot/programme/said-price.ts parsePrice": (text) => parsePrice(text, false),
  "bot/text/fold.ts fold": fold,
  "bot/programme/search/query/keepable.ts isKeepable": isKeepable,
  "bot/text/keyboard-layout.ts latinToRussianKeys": layout.latinToRussianKeys,
  "bot/text/keyboard-layout.ts latinToTatarKeys": layout.latinToTatarKeys,
  "bot/text/keyboard-layout.ts cyrillicToLatinKeys": layout.cyrillicToLatinKeys,
  "bot/programme/search/query/query-word.ts queryWords": queryWords,
  "bot/text/name-stem.ts namesBehind": namesBehind,
  "bot/text/name-stem.ts streetStem": streetStem,
  "bot/text/sound.ts soundOf": soundOf,
  "bot/text/plain-figures.ts plainFigures": plainFigures,
  "bot/text/tatar-readings.ts tatarReadings": tatarReadings,
  "bot/text/transliterate.ts transliterations": (text) => transliterations(text.slice(0, 80)),
  "bot/programme/search/query/parse-query.ts understand": (text) => understand(text, now, zone),
  "bot/programme/section-of-title.ts sectionOfTitle": sectionOfTitle,
  "bot/when/statement/read-days.ts readDays": everywhere(readDays),
  "bot/when/figures.ts parseFigures": parseFigures,
  "bot/when/figures.ts parseSuffix": parseSuffix,
  "bot/when/parse/find-dates.ts findDoubted": (text) => findDoubted(text.slice(0, 8_192), when),
  "bot/when/parse/find-days.ts findDaysAndHours": (text) => findDaysAndHours(tokenise(text), when),
  "bot/when/parse/parse-hours.ts parseHours": parseHours,
  "bot/when/parse/parse-hours.ts parseTime": parseTime,
  "bot/when/hours.ts readHours": everywhere(hours.readHours),
  "bot/when/hours.ts readLength": everywhere(hours.readLength),
  "bot/when/hours.ts readShowings": everywhere(hours.readShowings),
  "bot/when/parse/parse-dates.ts parseDates": (text) => parseDates(text, when),
  "bot/when/parse/parse-dates.ts parseNamedDates": (text) => parseNamedDates(text, when),
  "bot/when/parse/parse-moment.ts parseMoment": (text) =>
    parseMoment(text.slice(0, 1_000), when, { startsAt: now, hasStartTime: true }),
  "bot/when/parse/parse-recurrence.ts parseRecurrence": (text) => parseRecurrence(text.slice(0, 1_000), when),
  "bot/when/span-of-year.ts readSpanOfYear": everywhere((tokens, at) => readSpanOfYear(tokens, at, when)),
  "bot/when/span.ts joinSpans": (text) => joinSpans(text, tokenise(text)),
  "bot/when/hours-asked.ts readBoundHours": everywhere(readBoundHours),
  "bot/when/hours-asked.ts readClock": everywhere(readClock),
  "bot/when/hours-asked.ts readOpenHours": everywhere(readOpenHours),
  "bot/when/span-of-hours.ts readSpan": everywhere(readSpan),
  "bot/when/periods.ts readPeriod": everywhere((tokens, at) => readPeriod(tokens, at, { ...when, isTyped: true })),
  "bot/when/statement/read-statement.ts readStatement": (text) => readStatement(tokenise(text)),
  "bot/when/tokens.ts tokenise": tokenise,
  "bot/when/vocabulary.ts lookUpWord": vocabulary.lookUpWord,
  ...readersOfUnderstanding,
  "bot/when/vocabulary.ts beginsPhrase": vocabulary.beginsPhrase,
  "bot/when/vocabulary.ts isAblative": vocabulary.isAblative,
  "bot/when/vocabulary.ts isLocative": vocabulary.isLocative,
  "bot/when/vocabulary.ts isPlainMonth": vocabulary.isPlainMonth,
  "bot/when/weekdays.ts readWeekdays": everywhere(readWeekdays),
  "bot/words/cut.ts beginning": (text) => beginning(text, text.length - 1),
  "bot/words/cut.ts cutApart": (text) => cutApart([text, `${text} x`], 40),
  "bot/words/cut.ts cutAtWord": (text) => cutAtWord(text, text.length - 1),
};

/** Exported functions of the same rooms that no foreign text reaches, or none longer than is said, and why. */
export const others: Readonly<Record<string, string>> = {
  ...whenParts,
  ...othersOfSearch,
  ...othersOfFlows,
  ...fileOthers,
  ...maxOthers,
  "bot/programme/listing/overview-store.ts findDaysWithEvents": "conditions of a list",
  "bot/threads/office-hours.ts parseOfficeHours": "the operator's configuration",
  "bot/announcements/sending/pause-reason.ts readPauseReason": "what the bot wrote into its own database",
  "bot/announcements/draft/draft-store.ts readTexts": "rows of the bot's own database, nothing is parsed",
  "bot/classes/editing/parse-shift.ts weekdaysOf": "lessons; the text is the name of a zone",
  "bot/classes/editing/parse-shift.ts fromOf": "a date that was read; the text is the name of a zone",
  "bot/config/config.ts readConfig": "the operator's environment",
  "bot/database/migrate.ts readMigrations": "files of the repository",
  "bot/database/migrate.ts readHistory": "rows of the bot's own database",
  "bot/city/city-file.ts readCityFile": "the operator's file",
  "bot/backup/manifest.ts readManifest": "a file of the operator's own backup",
  "bot/feeds/describe-import.ts describeImport": "lines about events that were read",
  "bot/feeds/import.ts importFeed": "events that were read",
  "bot/feeds/kudago/dates.ts readDates": "numbers",
  "bot/ideas/trigrams.ts tatarStem": "timed with tellingWords, word by word",
  "bot/ideas/trigrams.ts trigramsOf": "timed with tellingWords",
  "bot/people/address.ts parseAccount": "what the operator writes",
  "bot/operation/trouble/trouble.ts parseTrouble": "what the bot wrote into its own database",
  "bot/net/public-address.ts isPublicAddress": "an IP address that Node.js parsed",
  "bot/feeds/text/shift.ts shiftDraft": "an event that was read",
  "bot/foreign/read-foreign.ts readForeign": "the door itself",
  "bot/foreign/read-foreign.ts readPdf": "the door itself; files are timed by what is poison",
  "bot/feeds/channels/told-event.ts findToldEvents": "readers behind the door",
  "bot/doors/max/reading/read-message.ts readPost": "readMessage, which readUpdate calls",
  "bot/delivery/sending/pressure-store.ts parseTold": "what an instance of the bot told another",
  "bot/database/replica/freshness.ts parsePosition": "what PostgreSQL says of itself",
  "bot/database/replica/reading-for.ts readingFor": "statements of the program",
  "bot/foreign/read-records.ts readRecords": "the door itself",
  "bot/reports/subjects/programme.ts readingReport": "numbers; it is a report about reading",
  "bot/programme/editing/changes/event-snapshot.ts partsOf": "names of fields",
  "bot/programme/editing/changes/event-snapshot.ts editedParts": "names of fields",
  "bot/programme/section-of-title.ts startsAWord": "words of the program itself",
  "bot/doors/telegram/screen/deep-links.ts parseDeepLink":
    "the payload of /start, which Telegram ends at 64 characters",
  "bot/doors/telegram/sending/content.ts readContent": "picks parts of a message, reads no text",
  "bot/doors/telegram/screen/poster-path.ts readPosterPath":
    "a path that an HTTP request had room for, taken apart by one anchored pattern",
  "bot/words/messages/locale-file.ts readLocaleFile": "files of the repository",
  "bot/zoom/meeting.ts readAddress": "a row of the bot's own database",
  "flows/staff/announcements/draft.ts readDraft": "a row of the bot's own database",
  "flows/staff/programme/ask/city-time.ts readingOf": "a moment and a zone",
  "flows/kit/steps/understand.ts understand": "the door itself",
  "bot/programme/editing/extract/title/title-name.ts behindPlace": "a part of guessTitle, which is in the table",
  "bot/programme/editing/extract/title/title-name.ts isBesideHouse": "a part of guessTitle, which is in the table",
  "bot/programme/editing/extract/title/title-name.ts nameIn": "a part of guessTitle, which is in the table",
  "bot/programme/editing/extract/title/title-name.ts tidy": "a part of guessTitle, which is in the table",
  "bot/programme/editing/extract/title/title-name.ts toldIn": "a part of guessTitle, which is in the table",
  "bot/programme/editing/extract/title/title-name.ts trim": "a part of guessTitle, which is in the table",
  "bot/classes/materials/words.ts guessTitle": "picks the first line of a message; cutAtWord is in the table",
};
