import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openDatabase } from "../../../bot/database/database.ts";
import { migrate } from "../../../bot/database/migrate.ts";
import { feedFormats } from "../../../bot/feeds/formats.ts";
import { importFeed } from "../../../bot/feeds/import.ts";
import { systemClock } from "../../../bot/schedule/clock.ts";
import { residentMegabytes } from "../cpu.ts";
import { createDatabase } from "../demo-database.ts";
import { type Benchmark, round } from "./benchmark.ts";

/** A year of Moscow, as its largest listing has it. */
const full = { events: 40_000, sessions: 500_000 };

const day = 86_400;
const genres = "концерт спектакль выставка лекция экскурсия мастер-класс кинопоказ фестиваль".split(" ");
const categories = "concert theater exhibition education tour education cinema festival".split(" ");
const themes = "город река слово свет музей книга голос танец сказка история зима утро сад звезда море ветер".split(
  " ",
);

/** Random numbers that are the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Records of KudaGo's shape, as text, one after the other. */
function* recordsOf({ events, sessions }: typeof full, from: number): Generator<string> {
  const random = randomFrom(events);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  yield `{"count":${events},"next":null,"previous":null,"results":[`;
  for (let n = 0; n < events; n += 1) {
    const kind = Math.floor(random() * genres.length);
    const count = Math.max(1, Math.round((random() * 2 * sessions) / events));
    const dates = Array.from({ length: count }, () => {
      const start = from + Math.floor(random() * 365) * day + Math.floor(10 + random() * 12) * 3_600;
      return { start, end: start + 2 * 3_600 };
    });
    const place = 1 + Math.floor(random() * 2_000);
    const title = `${genres[kind]} «${pick(themes)} и ${pick(themes)}, вечер ${n}»`;
    const record = {
      ...{ id: n + 1, title, dates, categories: [categories[kind]], tags: [pick(themes)] },
      place: {
        id: place,
        title: `площадка ${place}`,
        address: `ул. Речная, ${place}`,
        coords: { lat: 55.7, lon: 37.6 },
      },
      location: { slug: "msk" },
      description: `<p>${title}: ${pick(themes)}, ${pick(themes)} и ${pick(themes)}.</p>`,
      body_text: `<p>${Array.from({ length: 40 }, () => pick(themes)).join(" ")}.</p>`,
      ...{ price: "от 500 до 1500 рублей", is_free: false, age_restriction: "12+" },
      site_url: `http://example.org/msk/event/${n + 1}/`,
    };
    yield `${n === 0 ? "" : ","}${JSON.stringify(record)}`;
  }
  yield "]}";
}

/** A year of a large city from one file: all of it new, then once more unchanged. */
export const feed: Benchmark = {
  name: "feed",
  async run({ server, quick, say }) {
    const size = quick ? { events: 1_000, sessions: 12_500 } : full;
    const format = feedFormats.get("kudago");
    if (format === undefined) throw new Error("there is no format of KudaGo");
    const folder = await mkdtemp(join(tmpdir(), "ishek-feed-"));
    const url = await createDatabase(server.url);
    await migrate(url);
    const database = openDatabase(url);
    try {
      const path = join(folder, "feed.json");
      const now = systemClock.now();
      const tomorrow = (Math.floor(now.getTime() / 1_000 / day) + 1) * day;
      await pipeline(Readable.from(recordsOf(size, tomorrow)), createWriteStream(path));
      const load = async () => {
        const before = residentMegabytes(process.pid);
        let most = before;
        const started = performance.now();
        const onRecord = () => {
          most = Math.max(most, residentMegabytes(process.pid));
        };
        const summary = await importFeed(database, format, path, { now, timeZone: "Europe/Moscow", onRecord });
        return { summary, seconds: (performance.now() - started) / 1_000, grown: most - before };
      };
      say(`feed: ${size.events} events, ${size.sessions} sessions`);
      const first = await load();
      say("feed: once more, unchanged");
      const second = await load();
      const kept = await database.occurrence.count();
      const { created } = first.summary;
      const { unchanged, read } = second.summary;
      return [
        {
          what: `a feed of ${size.events} events and ${kept} sessions imported, and once more unchanged`,
          measured: `${round(first.seconds)} s (${created} new), then ${round(second.seconds)} s (${unchanged} unchanged); memory +${round(first.grown)} and +${round(second.grown)} MB`,
          aim: "all taken, nothing changed",
          met: created === size.events && unchanged === read,
          figures: {
            first: first.seconds,
            second: second.seconds,
            firstMegabytes: first.grown,
            secondMegabytes: second.grown,
          },
        },
      ];
    } finally {
      await database.$disconnect();
      await rm(folder, { recursive: true });
    }
  },
};
