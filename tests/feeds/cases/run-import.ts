import type { Database } from "../../../bot/database/database.ts";
import { type FeedFormat, parseRecord } from "../../../bot/feeds/feed-format.ts";
import { importFeed } from "../../../bot/feeds/import.ts";
import { feedReaders } from "../../../bot/feeds/readers.ts";
import { formatProblem } from "../../../bot/feeds/words.ts";
import { isPermanent } from "../../../bot/programme/occurrence-end.ts";
import { words } from "../../support/city.ts";
import { formatOf } from "../../support/format.ts";
import { type Case, pathOf, reading } from "./case.ts";
import type { Found, FoundEvent } from "./judge.ts";
import { writtenDate, writtenPrice } from "./written.ts";

/** A format read in this process: one of their own for each of a hundred files takes a third of a second. */
async function inProcess(name: string): Promise<FeedFormat> {
  const reader = await feedReaders.get(name)?.();
  if (reader === undefined) throw new Error(`there is no reader ${name}`);
  return {
    ...formatOf(name),
    async *records(source, options) {
      for await (const record of reader.read(source, options)) {
        yield parseRecord(reader, record, options);
      }
    },
  };
}

/** Imports the file of a case into an empty database, and the second one behind it. */
export async function runImport(database: Database, name: string, { file, then, expect }: Case): Promise<Found> {
  await database.$executeRaw`TRUNCATE "Event", "Place", "Institution" CASCADE`;
  // What may never end is read as it is in the bot, by a process with a watchdog.
  const format = expect.endsWithinSeconds === undefined ? await inProcess(name) : formatOf(name);
  const t = words.for("en");
  const options = { now: reading.now, timeZone: reading.zone };
  const first = await importFeed(database, format, pathOf(file), options);
  const summary = then === undefined ? first : await importFeed(database, format, pathOf(then), options);
  const stopped = summary.stopped?.kind === "broken" ? formatProblem(summary.stopped.problem, t) : null;
  return {
    events: await storedEvents(database),
    read: summary.read,
    created: summary.created,
    refused: summary.refused.map(({ id, problem }) => `${id}: ${formatProblem(problem, t)}`),
    warnings: summary.warnings.map(({ id, problem }) => [id, problem.code, formatProblem(problem, t)]),
    stopped: summary.stopped ? (stopped ?? "asked") : null,
    hasEnded: true,
  };
}

async function storedEvents(database: Database): Promise<FoundEvent[]> {
  const events = await database.event.findMany({
    orderBy: { id: "asc" },
    include: {
      texts: { orderBy: { language: "asc" } },
      links: { orderBy: { id: "asc" } },
      occurrences: { orderBy: { startsAt: "asc" }, include: { place: { include: { texts: true } } } },
    },
  });
  return events.map((event) => {
    const text = event.texts.find(({ language }) => language === "ru") ?? event.texts[0];
    return {
      title: text?.title ?? "",
      body: text?.body ?? null,
      dates: event.occurrences.map((date) =>
        writtenDate({ ...date, endsAt: date.hasEndTime || isPermanent(date.endsAt) ? date.endsAt : null }),
      ),
      places: event.occurrences.map(({ place }) => place?.texts[0]?.title ?? null),
      price: writtenPrice(event),
      age: event.ageMin,
      mode: event.attendanceMode,
      links: event.links.map(({ kind, url }) => `${kind} ${url}`),
      poster: event.posterUrl,
    };
  });
}
