import { type Database, openDatabase } from "../../../../bot/database/database.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { matchWishes } from "../../../../bot/wishes/match-store.ts";
import { wish } from "../../../../bot/wishes/wish-store.ts";
import { administer } from "../../../support/administer.ts";
import { type Benchmark, type Row, round } from "../benchmark.ts";

const genres = "концерт спектакль выставка лекция экскурсия фестиваль опера балет".split(" ");
const manners = "камерный джазовый органный детский ночной весенний уличный народный кукольный".split(" ");
const themes = "казань волга кремль театр память город река свет музей книга сказка море звезда ветер".split(" ");
const syllables = "ба ре ми ло ку ша го тя вы ню жи цо".split(" ");

/**
 * Different texts for what is not there yet, as wishes are; `harsh`: one of four asks in words of which each stands in hundreds
 * of events, so that many are compared and met.
 */
const textOf = (n: number, harsh: boolean): string => {
  const of = (list: readonly string[], by: number) => list[Math.floor(n / by) % list.length] ?? "";
  if (harsh && n % 4 === 0) return `${of(manners, 4)} ${of(genres, 36)} ${of(themes, 288)}`;
  const rare = [1, 12, 144, 1_728].map((by) => of(syllables, by)).join("");
  return n % 4 === 1 ? `${rare} ${of(genres, 5)} в субботу` : `${of(genres, 7)} ${rare}`;
};

/** Wishes beside each other, and events that come at once. */
const texts = 2_000;
const fresh = 1_000;

/** What it costs to look through the wishes for each event that comes, by how many wishes there are. */
export const wishes: Benchmark = {
  name: "wishes",
  async run({ city, quick, say }) {
    const { url, zone } = await city(quick ? { events: 10_000, people: 10_000 } : { events: 20_000, people: 100_000 });
    const database = openDatabase(url);
    const sizes = quick ? [0, 1_000, 10_000] : [0, 1_000, 10_000, 100_000];
    const measured: { size: number; perEvent: number; met: number }[] = [];
    for (const harsh of [true, false]) {
      for (const size of harsh ? sizes : sizes.slice(-1)) {
        say(`wishes: ${size}`);
        await plant(url, database, { size, harsh, zone });
        measured.push({ size, ...(await look(url, database, zone)) });
      }
    }
    const all = await oneByOne(url);
    await database.$disconnect();
    const of = ({ size, perEvent, met }: (typeof measured)[number]) => `${size}: ${round(perEvent, 2)} ms, ${met} met`;
    const said = measured.slice(0, -1).map(of).join("; ");
    const last = measured.at(-1);
    const usual = last === undefined ? "" : of(last);
    const row: Row = {
      what: `an event meets the wishes, of ${fresh} at once, by how many wishes there are`,
      measured: `${said}. For what is not there: ${usual}. With every wish compared: ${round(all, 1)} ms`,
      figures: { perEvent: last?.perEvent ?? 0, met: last?.met ?? 0, oneByOne: all, wishes: last?.size ?? 0 },
    };
    return [row];
  },
};

/** Makes wishes: each text once by the bot itself, the rest as copies for other people. */
async function plant(
  url: string,
  database: Database,
  { size, harsh, zone }: { size: number; harsh: boolean; zone: string },
): Promise<void> {
  await administer(url, 'TRUNCATE "Wish" CASCADE');
  const now = systemClock.now();
  const [person] = await database.person.findMany({ take: 1, orderBy: { id: "asc" } });
  const personId = Number(person?.id ?? 0);
  for (let n = 0; n < Math.min(texts, size); n += 1) {
    await wish(database, { personId: personId + n, text: textOf(n, harsh), dropped: 0, now, zone });
  }
  await administer(
    url,
    `INSERT INTO "Wish" ("personId", "kind", "text", "isTimed", "anchors", "query", "createdAt")
     SELECT p."id", w."kind", w."text" || ' ' || p."id", w."isTimed", w."anchors", w."query", w."createdAt"
     FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS n FROM "Person" ORDER BY "id" LIMIT ${Math.max(0, size - texts)}) p
     JOIN (SELECT *, row_number() OVER (ORDER BY "id") AS n FROM "Wish") w ON w.n = 1 + p.n % ${texts}`,
  );
  await administer(url, 'ANALYZE "Wish"');
}

async function look(url: string, database: Database, zone: string): Promise<{ perEvent: number; met: number }> {
  const refresh = () =>
    administer(
      url,
      `INSERT INTO "FreshEvent" SELECT "id" FROM "Event" ORDER BY "id" LIMIT ${fresh} ON CONFLICT DO NOTHING`,
    );
  const when = { now: systemClock.now(), cityZone: zone };
  await refresh();
  await matchWishes(database, when);
  await administer(url, 'TRUNCATE "WishNews"');
  await refresh();
  const started = performance.now();
  const { events, met } = await matchWishes(database, when);
  return { perEvent: (performance.now() - started) / events, met };
}

/** Milliseconds an event without the anchors: what it would cost to compare it with each wish. */
async function oneByOne(url: string): Promise<number> {
  const events = 20;
  const started = performance.now();
  await administer(
    url,
    `SELECT count(*) FROM (SELECT * FROM "EventSearch" ORDER BY "eventId" LIMIT ${events}) s JOIN "Wish" w ON s."document" @@ w."query"`,
  );
  return (performance.now() - started) / events;
}
