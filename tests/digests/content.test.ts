import { beforeAll, describe, expect, it } from "vitest";
import type { Rendering } from "../../bot/delivery/delivery.ts";
import { renderers } from "../../bot/digests/renderers.ts";
import type { Section } from "../../bot/programme/event.ts";
import { meanOf } from "../../bot/voices/score.ts";
import type { Language } from "../../bot/words/language.ts";
import { plantDemoCity } from "../../prisma/seed/plant-store.ts";
import { testDatabase } from "../support/database.ts";
import { words } from "../support/words.ts";
import { moscow } from "./people.ts";

const { database } = await testDatabase();

const nowhere = { occurrenceId: null, lessonId: null, announcementId: null };

/** Friday morning. */
const now = new Date("2026-11-20T07:00:00Z");

interface Wish {
  language?: Language;
  cadence?: "daily" | "weekly";
  sections?: Section[];
  at?: Date;
}

function render({ language = "ru", cadence = "daily", sections = [], at = now }: Wish = {}): Promise<Rendering> {
  const write = renderers({ database })["digest"];
  if (write === undefined) throw new Error("digests have a renderer");
  const delivery = { id: 1n, personId: 1, kind: "digest", ...nowhere, lane: "bulk" as const, dueAt: at };
  const recipient = { personId: 1, t: words.for(language), zone: moscow, ownZone: moscow, now: at };
  return write({ ...delivery, payload: { cadence, sections } }, recipient);
}

async function textOf(wish: Wish = {}): Promise<string> {
  const rendering = await render(wish);
  if (rendering.kind !== "message") throw new Error(`no message but ${rendering.kind}`);
  return String(rendering.text).replaceAll(/<[^>]+>/g, "");
}

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

beforeAll(async () => {
  await plantDemoCity(database, { now, timeZone: moscow });
  // As if everything had been announced long ago.
  await database.event.updateMany({ data: { publishedAt: new Date("2026-10-01T00:00:00Z") } });
});

describe("a digest", () => {
  it.each(["ru", "tt", "en"] as const)("has at most ten lines and fits its buttons, in %s", async (language) => {
    for (const cadence of ["daily", "weekly"] as const) {
      const rendering = await render({ language, cadence });
      if (rendering.kind !== "message") throw new Error("a day in a city is never empty");
      const lines = linesOf(String(rendering.text));
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.length).toBeLessThanOrEqual(10);
      for (const button of rendering.keyboard.flat()) expect(button.text.length).toBeLessThanOrEqual(24);
    }
  });

  it.each([
    { counts: [0, 0, 0, 0, 20], said: true, why: "twenty gave five stars" },
    { counts: [0, 0, 0, 0, 4], said: false, why: "four people say more about themselves" },
    { counts: [0, 0, 0, 20, 0], said: false, why: "four stars are the usual" },
  ])("says that people liked something only where $why", async ({ counts, said }) => {
    const today = { startsAt: { gt: now, lt: new Date(now.getTime() + 86_400_000) }, status: "scheduled" } as const;
    const events = await database.event.findMany({ where: { occurrences: { some: today } }, select: { id: true } });
    const people = counts.reduce((sum, count) => sum + count, 0);
    await database.score.deleteMany();
    await database.score.createMany({
      data: events.map(({ id }) => ({ eventId: id, counts, people, mean: meanOf(counts) })),
    });
    const rated = ["ru", "tt", "en"] as const;
    for (const language of rated) {
      const label = words.for(language)("digest.because_rated", { rating: "" }).trim();
      expect((await textOf({ language })).includes(label)).toBe(said);
    }
    await database.score.deleteMany();
  });

  it("tells of streams first, then of what is in town", async () => {
    const lines = linesOf(await textOf());
    expect(lines[0]).toBe("Что нового и что идёт · пт, 20 ноября");
    expect(lines[1]).toBe("Смотреть из дома");
    expect(lines).toContain("В городе");
    expect(lines).not.toContain("Новое в афише");
  });

  it("marks what is new, and tells of new dates further off under a heading of their own", async () => {
    const tonight = await database.occurrence.findFirstOrThrow({
      where: {
        spansDays: false,
        startsAt: { gt: now, lt: new Date("2026-11-20T21:00:00Z") },
        event: { section: "music" },
      },
      orderBy: { startsAt: "asc" },
    });
    const later = await database.occurrence.findFirstOrThrow({
      where: { startsAt: { gt: new Date("2026-11-24T00:00:00Z") }, eventId: { not: tonight.eventId } },
      include: { event: { include: { texts: { where: { language: "ru" } } } } },
    });
    // Its only date, so that it cannot be one of today's.
    await database.occurrence.deleteMany({ where: { eventId: later.eventId, id: { not: later.id } } });
    const published = { publishedAt: new Date("2026-11-20T06:00:00Z") };
    await database.event.updateMany({ where: { id: { in: [tonight.eventId, later.eventId] } }, data: published });

    const text = await textOf({ sections: ["music", later.event.section] });
    expect(text).toContain("· новое");
    expect(text).toContain("Новое в афише");
    expect(text.split("Новое в афише")[1]).toContain(later.event.texts[0]?.title);
    // Two days on they are no news.
    expect(await textOf({ at: new Date("2026-11-22T07:00:00Z") })).not.toContain("Новое в афише");
  });

  it("tells of a week by its days, in their order, not by its first evening alone", async () => {
    const days = linesOf(await textOf({ cadence: "weekly" })).flatMap(
      (line) => line.match(/^[А-Я][а-я], (\d+) ноября/)?.[1] ?? [],
    );
    expect(new Set(days).size).toBeGreaterThan(1);
  });

  it("keeps to the chosen sections", async () => {
    const titlesOf = async (section: Section) => {
      const rendering = await render({ sections: [section], cadence: "weekly" });
      return rendering.kind === "message"
        ? rendering.keyboard
            .flat()
            .slice(0, -4)
            .map(({ text }) => text)
        : [];
    };
    const cinema = await titlesOf("cinema");
    expect(cinema.length).toBeGreaterThan(0);
    expect(await titlesOf("theatre")).not.toEqual(expect.arrayContaining(cinema));
  });

  it("leaves out what is cancelled, postponed or withdrawn", async () => {
    const before = linesOf(await textOf({ sections: ["theatre"] })).length;
    expect(before).toBeGreaterThan(1);
    await database.occurrence.updateMany({ where: { event: { section: "theatre" } }, data: { status: "cancelled" } });
    expect(await render({ sections: ["theatre"] })).toEqual({ kind: "nothing", reason: "nothing new and nothing on" });
    await database.occurrence.updateMany({ where: { event: { section: "theatre" } }, data: { status: "scheduled" } });
    await database.event.updateMany({ where: { section: "theatre" }, data: { withdrawnAt: now } });
    expect(await render({ sections: ["theatre"] })).toMatchObject({ kind: "nothing" });
  });

  it("is not sent when there is nothing to say", async () => {
    expect(await render({ at: new Date("2031-01-01T07:00:00Z") })).toMatchObject({ kind: "nothing" });
  });

  it("is looked up once for all who get the same in the same minute", async () => {
    const statements: string[] = [];
    const counted = new Proxy(database, {
      get: (target, name) => {
        if (name === "$queryRaw") statements.push("a statement");
        return Reflect.get(target, name);
      },
    });
    const write = renderers({ database: counted })["digest"];
    const delivery = { id: 1n, personId: 1, kind: "digest", ...nowhere, lane: "bulk" as const, dueAt: now };
    const send = (personId: number, at: Date) =>
      write?.(
        { ...delivery, personId, payload: { cadence: "daily", sections: [] } },
        { personId, t: words.for("ru"), zone: moscow, ownZone: moscow, now: at },
      );
    await Promise.all([1, 2, 3].map((personId) => send(personId, now)));
    expect(statements).toHaveLength(2);
    await send(4, new Date(now.getTime() + 60_000));
    expect(statements).toHaveLength(4);
  });
});
