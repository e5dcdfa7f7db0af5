import { ideaCallback, ideasCallback } from "../../../../bot/ideas/callbacks.ts";
import type { Shelf } from "../../../../bot/ideas/idea.ts";
import { keepTrigrams, makeTrigrams } from "../../../../bot/ideas/similar-store.ts";
import { commentsCallback } from "../../../../bot/voices/callbacks.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { administer } from "../../../support/administer.ts";
import { quantile } from "../../quantile.ts";
import { type Benchmark, round } from "../benchmark.ts";
import { type CountedBot, startCounted } from "./counted-bot.ts";

/** What residents of a city leave behind in some years. */
const full = { ratings: 100_000, comments: 20_000, ideas: 5_000 };

/** People say something of so many events, those that ended last; each of them has a recording. */
const ratedEvents = 2_000;
/** Of so many people, each something of several events. */
const speakers = 9_973;

const things = "скамейку лекцию концерт кружок ярмарку прогулку выставку мастерскую читальню площадку".split(" ");
const places = "парке библиотеке дворе музее школе театре сквере клубе саду набережной".split(" ");
const people = "пенсионеров подростков семей студентов соседей гостей художников музыкантов".split(" ");

/** Ideas that share words, as those of one city do. */
function ideaOf(n: number): { title: string; body: string } {
  const of = (list: readonly string[], by: number) => list[Math.floor(n / by) % list.length] ?? "";
  const title = `Устроить ${of(things, 1)} в ${of(places, 10)} для ${of(people, 100)} номер ${n}`;
  return {
    title,
    body: `${title}. Пусть каждую неделю по вечерам приходят все, кому интересно, и приводят с собой других.`,
  };
}

/** Whose voices: people of the city by their place in it; 0 is somebody else. */
const person = (index: string) => `500000001 + ${index}`;

async function plant(url: string, bot: CountedBot, { ratings, comments, ideas }: typeof full): Promise<number[]> {
  const over = `SELECT "id", "eventId", row_number() OVER (ORDER BY "endsAt" DESC) - 1 AS n FROM "Occurrence" WHERE "endsAt" < now() ORDER BY "endsAt" DESC LIMIT ${ratedEvents}`;
  await administer(
    url,
    `INSERT INTO "Rating" ("personId", "occurrenceId", "stars", "ratedAt")
       SELECT ${person(`(i + i / ${ratedEvents}) % ${speakers}`)}, o."id", 1 + i * 7 % 5, now() FROM generate_series(0, ${ratings - 1}) i
       JOIN (${over}) o ON o.n = i % ${ratedEvents};
     INSERT INTO "Comment" ("personId", "eventId", "text", "state", "writtenAt", "publishedAt", "isNewcomer")
       SELECT ${person(`i % ${speakers}`)}, o."eventId", 'Вечер удался, а слышно было не всем: ' || i, 'published', now(), now(), false
       FROM generate_series(0, ${comments - 1}) i JOIN (${over}) o ON o.n = i % ${ratedEvents} / 10;
     INSERT INTO "Link" ("eventId", "kind", "url", "addedAt")
       SELECT DISTINCT o."eventId", 'recording'::"LinkKind", 'https://video.example/' || o."eventId", now() FROM (${over}) o;
     INSERT INTO "Idea" ("authorId", "language", "title", "body", "folded", "state", "createdAt", "changedAt", "voices", "titleTrigrams", "bodyTrigrams")
       SELECT ${person("i")}, 'ru', 'Идея ' || i, '', 'идея ' || i, (ARRAY['new', 'considered', 'accepted', 'done'])[1 + i % 4]::"IdeaState",
         now(), now(), i * 37 % 300, 0, 0 FROM generate_series(0, ${ideas - 1}) i;
     INSERT INTO "IdeaVoice" ("ideaId", "personId", "givenAt", "isFresh", "knownTo")
       SELECT x."id", ${person("v")}, now(), false, 0 FROM "Idea" x CROSS JOIN LATERAL generate_series(0, x."voices" / 8) v`,
  );
  // Their words as the bot itself takes them apart.
  const { database } = bot;
  const rows = await database.idea.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  for (const [n, { id }] of rows.entries()) {
    const idea = ideaOf(n);
    const trigrams = await makeTrigrams(database, { ...idea, language: "ru" });
    await keepTrigrams(database, id, trigrams);
    const sizes = { titleTrigrams: trigrams.title.length, bodyTrigrams: trigrams.body.length };
    await database.idea.update({ where: { id }, data: { ...idea, ...sizes } });
  }
  await administer(url, "VACUUM ANALYZE");
  const commented = await database.$queryRaw<{ id: number }[]>`
    SELECT o."id" FROM "Occurrence" o JOIN "Comment" c ON c."eventId" = o."eventId" GROUP BY o."id" ORDER BY count(*) DESC LIMIT 40`;
  return commented.map(({ id }) => id);
}

/** The screen that the others are compared with. */
const tonight = "tonight";

type Act = (person: Person, n: number) => Promise<unknown>;

const press = (person: Person, data: string) => person.tapsData(person.latest?.id ?? 0, data);

const acts = (commented: readonly number[]): readonly { what: string; act: Act }[] => {
  const ideas =
    (shelf: Shelf): Act =>
    (each, n) =>
      press(each, ideasCallback.data({ shelf, page: n % 5 }));
  return [
    { what: tonight, act: (each) => each.says("Сегодня вечером") },
    { what: "most voices", act: ideas("voices") },
    { what: "newest", act: ideas("new") },
    { what: "done", act: ideas("done") },
    {
      what: "an idea",
      act: (each, n) => press(each, ideaCallback.data({ id: 1 + ((n * 131) % 500), shelf: "voices", page: 0 })),
    },
    {
      what: "comments",
      act: (each, n) =>
        press(
          each,
          commentsCallback.data({ topic: { kind: "event", id: commented[n % commented.length] ?? 0 }, page: n % 3 }),
        ),
    },
    { what: "archive", act: (each) => each.says("/archive") },
    { what: "own things", act: (each) => each.says("/my") },
    {
      what: "ideas like one that is written",
      act: async (each, n) => {
        await each.says("/ideas");
        await each.taps("Предложить");
        await each.says(ideaOf(n * 17).title.replace("номер", "мест на"));
        await each.says("/cancel");
      },
    },
  ];
};

/** Screens of what residents said, one after another, beside the list of tonight. */
export const voices: Benchmark = {
  name: "voices",
  async run({ city, quick, say }) {
    const { url, zone } = await city(quick ? { events: 10_000, people: 10_000 } : { events: 100_000, people: 100_000 });
    const size = quick ? { ratings: 10_000, comments: 2_000, ideas: 500 } : full;
    const bot = await startCounted(url, zone);
    say(`voices: ${size.ratings} ratings, ${size.comments} comments, ${size.ideas} ideas`);
    const commented = await plant(url, bot, size);
    const someone = bot.telegram.person("Голос", { languageCode: "ru" });
    await someone.says("/start");
    const rows = [];
    for (const { what, act } of acts(commented)) {
      await act(someone, 0);
      const before = bot.statements();
      const times: number[] = [];
      const rounds = 40;
      for (let n = 1; n <= rounds; n += 1) {
        const started = performance.now();
        await act(someone, n);
        times.push(performance.now() - started);
      }
      rows.push({ what, p95: quantile(times, 0.95), statements: (bot.statements() - before) / rounds });
    }
    await bot.close();
    const usual = rows.find(({ what }) => what === tonight)?.p95 ?? Number.NaN;
    // The last one is a dialogue of four updates.
    const [, ...screens] = rows.toReversed();
    const most = Math.max(...screens.map(({ p95 }) => p95)) / usual;
    const said = rows.map((row) => `${row.what} ${round(row.p95, 1)} ms (${round(row.statements, 1)})`).join(", ");
    return [
      {
        what: `screens of ${size.ratings} ratings, ${size.comments} comments, ${size.ideas} ideas: p95 of one person alone (statements)`,
        measured: `${said}; the slowest screen ${round(most, 1)} × tonight`,
        aim: "≤ 3 × tonight",
        met: most <= 3,
        figures: { most, tonight: usual, ...Object.fromEntries(rows.map((row) => [row.what, row.statements])) },
      },
    ];
  },
};
