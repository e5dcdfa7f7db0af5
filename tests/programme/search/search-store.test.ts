import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { EventDraft } from "../../../bot/programme/event.ts";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { rebuildSearch } from "../../../bot/programme/search/index/index-store.ts";
import { refreshSearch } from "../../../bot/programme/search/index/refresh-store.ts";
import { findQueryText, rememberQuery } from "../../../bot/programme/search/query/query-store.ts";
import { type SearchOutcome, type SearchRequest, search } from "../../../bot/programme/search/search-store.ts";
import { testDatabase } from "../../support/database.ts";

/** Thursday, 15:00. */
const now = new Date("2026-11-19T12:00:00Z");
const zone = "Europe/Moscow";
const statements: string[] = [];
const { database } = await testDatabase({ onStatement: (sql) => statements.push(sql) });
const titles = new Map<number, string>();

const inHours = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

async function announce(title: string, startsAt: Date | Date[], more: Partial<EventDraft> = {}): Promise<number> {
  const draft: EventDraft = {
    section: "music",
    attendanceMode: "on_site",
    isFree: false,
    texts: { ru: { title } },
    occurrences: [startsAt].flat().map((each) => ({ startsAt: each })),
    ...more,
  };
  const origin = { source: "test", recordId: title, fingerprint: title };
  const { eventId } = await saveEvent(database, draft, origin, { now, timeZone: zone });
  titles.set(eventId, title);
  return eventId;
}

const ask = (text: string, more: Partial<SearchRequest> = {}): Promise<SearchOutcome> =>
  search(database, { text, now, zone, limit: 10, offset: 0, ...more });

const found = (outcome: SearchOutcome): string[] =>
  outcome.kind === "nothing" ? [] : outcome.hits.map(({ eventId }) => titles.get(eventId) ?? "?");

beforeAll(async () => {
  await announce("Скрипка и лютня", inHours(200));
  await announce("Скрипка на крыше", inHours(30));
  await announce("Скрипка прошлой зимы", inHours(-900));
  const cancelled = { occurrences: [{ startsAt: inHours(5), status: "cancelled" as const }] };
  await announce("Скрипка, которой не будет", inHours(5), cancelled);
  await announce("Вечер камерный", inHours(4), { texts: { ru: { title: "Вечер камерный", body: "Играет скрипка." } } });
  await announce("Свободная пятница", inHours(2), { section: "shows" });
  await announce("Пятничный рынок", inHours(26));
  await announce("Театральный капустник", inHours(8), { section: "theatre", isFree: true });
  await announce("Фагот", [inHours(-48), inHours(24), inHours(72)]);
});

describe("search", () => {
  it("ranks titles above texts, the sooner first, then the cancelled, then the past", async () => {
    expect(found(await ask("скрипка"))).toEqual([
      "Скрипка на крыше",
      "Скрипка и лютня",
      "Вечер камерный",
      "Скрипка, которой не будет",
      "Скрипка прошлой зимы",
    ]);
  });

  it("finds an event that is called what looks like a time", async () => {
    const outcome = await ask("свободная пятница");
    expect(outcome.kind).toBe("found");
    expect(found(outcome)).toContain("Свободная пятница");
  });

  it("gives the next date of an event, or the one in the time asked for", async () => {
    const occurrences = await database.occurrence.findMany({
      where: { event: { texts: { some: { title: "Фагот" } } } },
      orderBy: { startsAt: "asc" },
    });
    const occurrenceOf = async (text: string) => {
      const outcome = await ask(text);
      return outcome.kind === "nothing" ? null : outcome.hits[0]?.occurrenceId;
    };
    expect(await occurrenceOf("фагот")).toBe(occurrences[1]?.id);
    expect(await occurrenceOf("фагот в воскресенье")).toBe(occurrences[2]?.id);
  });

  it("says what it let go when nothing meets the whole query", async () => {
    const outcome = await ask("фагот бесплатно");
    expect(outcome).toMatchObject({ kind: "nearest", relaxed: [{ kind: "term", term: { kind: "free" } }] });
    expect(found(outcome)).toEqual(["Фагот"]);
  });

  it("keeps the filters when the words are nowhere, and says so", async () => {
    const outcome = await ask("гиппопотам театр");
    expect(outcome).toMatchObject({ kind: "nearest", relaxed: [{ kind: "no_words" }] });
    expect(found(outcome)).toEqual(["Театральный капустник"]);
  });

  it("passes over what names nothing in a sentence, and says what it was", async () => {
    const outcome = await ask("погода плохая а нам бы театр поглядывать хочется");
    expect(outcome).toMatchObject({ kind: "nearest", relaxed: [{ kind: "passed_over", text: "плохая поглядывать" }] });
    expect(found(outcome)).toEqual(["Театральный капустник"]);
  });

  it("passes over no word of a sentence that names something: what it is asked for with is let go first", async () => {
    const outcome = await ask("хочу поглядывать бесплатно где играет фагот");
    expect(outcome).toMatchObject({ kind: "nearest", relaxed: [{ kind: "term", term: { kind: "free" } }] });
    expect(found(outcome)).toEqual(["Фагот"]);
  });

  it("finds nothing where there is nothing", async () => {
    expect((await ask("гиппопотам")).kind).toBe("nothing");
    expect((await ask("🎭 \u0000 ' :* & | !")).kind).toBe("nothing");
  });

  it("answers hostile text", async () => {
    const sign = fc.constantFrom(..."аяәz2 '’\"\\:*&|!()<>=~.+-%_\u0000\u202e🎭\ud800");
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => `сегодня театр ${signs.join("")}`);
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        expect(["found", "nearest", "nothing"]).toContain((await ask(each)).kind);
      }),
      { numRuns: 60 },
    );
  });

  it("searches without a term that was dropped", async () => {
    expect((await ask("фагот бесплатно", { dropped: 0b1 })).kind).toBe("found");
  });

  it("takes a word as begun, and a mistyped one as meant", async () => {
    expect(found(await ask("капус"))).toEqual(["Театральный капустник"]);
    expect(found(await ask("фогат"))).toEqual(["Фагот"]);
  });

  it("says how a mistyped word is spelt, as titles spell it, and nothing of one that is only begun", async () => {
    await announce("Күбәләк күргәзмәсе", inHours(50), { section: "museums" });
    expect(await ask("фогат")).toMatchObject({ kind: "found", corrected: "фагот" });
    expect(await ask("фогат бесплатно")).toMatchObject({ kind: "nearest", corrected: "фагот" });
    expect(await ask("кубалак")).not.toHaveProperty("corrected");
    expect(await ask("күбелак")).toMatchObject({ corrected: "күбәләк" });
    expect(await ask("капус")).not.toHaveProperty("corrected");
    expect(await ask("фагот")).not.toHaveProperty("corrected");
  });

  it("finds a loan word in the alphabet of the other language", async () => {
    await announce("Джаз без границ", inHours(60));
    await announce("Jazz Unlimited", inHours(61));
    for (const text of ["jazz", "джаз", "җаз", "концерты джаза"]) {
      expect(found(await ask(text))).toEqual(expect.arrayContaining(["Джаз без границ", "Jazz Unlimited"]));
    }
  });

  it.each(["live", "в эфире", "туры эфир"])("takes %s for the streams, those on now or next first", async (text) => {
    const links = [{ kind: "stream" as const, url: "https://example.org/stream" }];
    const online = { attendanceMode: "online" as const, links };
    await announce("Эфир через неделю", inHours(168), online);
    await announce("Эфир идёт", inHours(-0.5), online);
    await announce("Эфир завтра", inHours(20), online);
    const outcome = await ask(text);
    expect(outcome.kind).toBe("found");
    expect(found(outcome).slice(0, 3)).toEqual(["Эфир идёт", "Эфир завтра", "Эфир через неделю"]);
  });

  it("pages, and knows the total behind the last page", async () => {
    const page = await ask("скрипка", { limit: 2, offset: 2 });
    expect(found(page)).toEqual(["Вечер камерный", "Скрипка, которой не будет"]);
    expect(page).toMatchObject({ kind: "found", total: 5, isExact: true });
    expect(await ask("скрипка", { offset: 10 })).toMatchObject({ kind: "found", total: 5, hits: [] });
  });

  it("leaves out what is withdrawn or not yet published", async () => {
    const eventId = await announce("Контрабас", inHours(3));
    await database.event.update({ where: { id: eventId }, data: { withdrawnAt: now } });
    expect((await ask("контрабас")).kind).toBe("nothing");
    await database.event.update({ where: { id: eventId }, data: { withdrawnAt: null, publishedAt: inHours(1) } });
    expect((await ask("контрабас")).kind).toBe("nothing");
  });

  it("needs one statement when something is found at once", async () => {
    statements.length = 0;
    await ask("скрипка сегодня");
    expect(statements).toHaveLength(1);
  });

  it("gives the same after the index was rebuilt", async () => {
    const before = found(await ask("скрипка"));
    await rebuildSearch(database);
    expect(found(await ask("скрипка"))).toEqual(before);
  });
});

describe("a remembered query", () => {
  const asker = { personId: 501, chatKey: "telegram:1" };
  const remember = (text: string, found: number, askedAt: Date, by = asker) =>
    rememberQuery(database, text, { ...by, found, askedAt });
  beforeAll(async () => {
    const seen = { firstSeenAt: now, lastSeenAt: now };
    await database.person.create({ data: { id: 501n, language: "ru", firstName: "Алсу", ...seen } });
  });

  it("has an id that nobody guesses, another one at each asking, and gives its text back in its chat alone", async () => {
    const id = (await remember("  джаз ", 3, now)) ?? "";
    expect(id).toMatch(/^[\w-]{11}$/);
    expect(await findQueryText(database, id, "telegram:1")).toBe("джаз");
    expect(await findQueryText(database, id, "max:1")).toBeNull();
    expect(await remember("джаз", 4, inHours(1))).not.toBe(id);
  });

  it("is one asking however often its update comes", async () => {
    const id = await remember("рок", 3, inHours(2));
    expect(await remember("рок", 4, inHours(2))).toBe(id);
    expect(await database.searchQuery.findMany({ where: { text: "рок" } })).toMatchObject([{ found: 4 }]);
  });

  it.each(["🎭".repeat(300), "позвоните мне: 8 (917) 123-45-67"])("has no text, and no id, of %s", async (text) => {
    const count = await database.searchQuery.count();
    expect(await remember(text, 0, inHours(3 + count))).toBeNull();
    expect(await database.searchQuery.findMany({ where: { text: null }, select: { text: true } })).not.toEqual([]);
    expect(await database.searchQuery.count()).toBe(count + 1);
  });

  it("is none of somebody whom the bot does not know", async () => {
    const count = await database.searchQuery.count();
    expect(await remember("джаз", 3, now, { personId: 502, chatKey: "telegram:2" })).toBeNull();
    expect(await database.searchQuery.count()).toBe(count);
  });

  it("is null when nobody asked it", async () => {
    expect(await findQueryText(database, "AAAAAAAAAAA", "telegram:1")).toBeNull();
  });
});

describe("the index", () => {
  it("is made anew once after an update that needs other documents", async () => {
    expect(await refreshSearch(database)).toBe(true);
    expect(await refreshSearch(database)).toBe(false);
  });
});
