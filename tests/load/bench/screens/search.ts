import MiniSearch from "minisearch";
import { openDatabase } from "../../../../bot/database/database.ts";
import { search as searchProgramme } from "../../../../bot/programme/search/search-store.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { fold } from "../../../../bot/text/fold.ts";
import { plantDemoCity } from "../../../../prisma/seed/plant-store.ts";
import { conditional, inflected, misspelt, plain, transcribed } from "../../../programme/search/queries.ts";
import { administer } from "../../../support/administer.ts";
import { quantile } from "../../quantile.ts";
import { type Benchmark, type Row, round } from "../benchmark.ts";

/** What people type about the demo city, which stands in the large one, and what finds thousands in the large one. */
const queries: readonly string[] = [
  ...[plain, inflected, misspelt, transcribed, conditional].flat().map(({ query }) => query),
  ..."концерт|спектакль завтра|выставка бесплатно|лекция про музей|джазовый вечер|детский концерт в субботу|оргагный вечер|kontsert|rjywthn|Гали".split(
    "|",
  ),
  ..."опера и балет|ночной город|free lecture tomorrow|концерт бүген|театр иртәгә|кино ял көннәре|сказка о зиме|река волга|голос и танец|нет такого слова".split(
    "|",
  ),
];

export const search: Benchmark = {
  name: "search",
  async run({ city, quick, say }) {
    const size = quick ? { events: 20_000, people: 40_000 } : { events: 500_000, people: 1_000_000 };
    const { url, zone } = await city(size);
    const now = systemClock.now();
    const database = openDatabase(url);
    await plantDemoCity(database, { now, timeZone: zone });
    say(`search: ${queries.length} queries`);
    const ask = (text: string) => searchProgramme(database, { text, now, zone, limit: 6, offset: 0 });
    // Once to warm the caches, as in any evening; then as measured.
    for (const text of queries) await ask(text);
    const asked: { text: string; ms: number }[] = [];
    for (const text of queries) {
      const started = performance.now();
      await ask(text);
      asked.push({ text, ms: performance.now() - started });
    }
    await database.$disconnect();
    const slowest = asked.toSorted((a, b) => b.ms - a.ms).slice(0, 8);
    say(`search: slowest ${slowest.map(({ text, ms }) => `${text} ${round(ms)} ms`).join(", ")}`);
    const times = asked.map(({ ms }) => ms);
    const [p50, p95, p99] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99)];
    const what = `search, ${size.events} events, ${queries.length} queries in three languages`;
    const ours: Row = {
      what,
      measured: `p50 ${round(p50, 1)} ms, p95 ${round(p95, 1)} ms, p99 ${round(p99, 1)} ms`,
      aim: "p95 ≤ 30 ms",
      met: p95 <= 30,
      figures: { p50, p95, p99, queries: queries.length },
    };
    return [ours, await besideMiniSearch(url, say)];
  },
};

async function besideMiniSearch(url: string, say: (what: string) => void): Promise<Row> {
  say("search: MiniSearch");
  const index = new MiniSearch<{ id: number; title: string; who: string; text: string }>({
    fields: ["title", "who", "text"],
    processTerm: (term) => fold(term) || null,
    searchOptions: { boost: { title: 3, who: 2 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
  });
  const before = process.memoryUsage().rss;
  const started = performance.now();
  for (let last = 0; ; ) {
    const { rows } = await administer(
      url,
      `SELECT "eventId" AS id, string_agg("title", ' ') AS title, coalesce(string_agg("who", ' '), '') AS who,
              coalesce(string_agg(concat_ws(' ', "summary", "body"), ' '), '') AS text
       FROM "EventText" WHERE "eventId" > ${last} GROUP BY "eventId" ORDER BY "eventId" LIMIT 20000`,
    );
    if (rows.length === 0) break;
    index.addAll(rows);
    last = rows.at(-1).id;
  }
  const seconds = (performance.now() - started) / 1_000;
  const times = queries.map((text) => {
    const asked = performance.now();
    index.search(text);
    return performance.now() - asked;
  });
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
  return {
    what: "beside it MiniSearch, the same texts and queries (words alone: no dates, prices, keyboards)",
    measured: `p50 ${round(p50, 1)} ms, p95 ${round(p95, 1)} ms; ${round(megabytes)} MB, indexed in ${round(seconds)} s at each start`,
    figures: { p50, p95, megabytes, seconds },
  };
}
