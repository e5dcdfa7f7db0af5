import { beforeEach, describe, expect, it } from "vitest";
import { fanOutDigests } from "../../bot/digests/fan-out-store.ts";
import { renderers as digestRenderers } from "../../bot/digests/renderers.ts";
import { settleAll } from "../../bot/programme/duplicates/settle-store.ts";
import type { EventDraft } from "../../bot/programme/event.ts";
import { saveEvent } from "../../bot/programme/save-store.ts";
import { type Followable, follow, unfollow } from "../../bot/wishes/follow-store.ts";
import { matchWishes } from "../../bot/wishes/match-store.ts";
import { findNews } from "../../bot/wishes/news-store.ts";
import { tellWishes } from "../../bot/wishes/tell-store.ts";
import { words } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";

const start = new Date("2026-11-20T09:00:00Z");
const zone = "Europe/Moscow";
const { database } = await testDatabase();
await database.person.create({ data: personRow(start, { id: 1 }) });
const house = await database.institution.create({
  data: { origin: "test:house", texts: { create: { language: "ru", name: "Театр" } } },
});
const theatre: Followable = { kind: "institution", id: house.id };

let now = start;
beforeEach(async () => {
  now = start;
  await database.$executeRaw`TRUNCATE "Event", "Wish", "Digest", "Delivery" CASCADE`;
});
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

async function comes(title: string, { source = "test", ...changes }: Partial<EventDraft> & { source?: string } = {}) {
  later(1);
  const draft: EventDraft = {
    section: "theatre",
    attendanceMode: "online",
    texts: { ru: { title } },
    occurrences: [{ startsAt: new Date("2026-12-05T16:00:00Z") }],
    institution: { origin: "test:house", names: {} },
    isFree: true,
    ...changes,
  };
  const { eventId } = await saveEvent(
    database,
    draft,
    { source, recordId: title, fingerprint: JSON.stringify(changes) },
    { now, timeZone: zone },
  );
  return eventId;
}

/** What the next look of the job tells, by titles. */
async function told(): Promise<string[]> {
  later(15);
  await matchWishes(database, { now, cityZone: zone });
  await tellWishes(database, { now, cityZone: zone });
  return titlesAt(now);
}

async function titlesAt(toldAt: Date): Promise<string[]> {
  const news = await findNews(database, 1, { toldAt, now, language: "ru" });
  const ids = news.flatMap(({ occurrenceId }) => occurrenceId ?? []);
  const texts = await database.eventText.findMany({ where: { event: { occurrences: { some: { id: { in: ids } } } } } });
  return texts.map(({ title }) => title).sort();
}

describe("who follows an institution", () => {
  it("is told of what comes, once, and at most once a day", async () => {
    await comes("Старое");
    await follow(database, 1, theatre, now);
    await comes("Новое");
    await comes("Чужое", { institution: { origin: "test:other", names: { ru: "Музей" } } });
    expect(await told()).toEqual(["Новое"]);
    await comes("Второе");
    // That something old changes is no news.
    await comes("Старое", { priceMin: 100 });
    expect(await told()).toEqual([]);
    later(24 * 60);
    expect(await told()).toEqual(["Второе"]);
    await unfollow(database, 1, theatre);
    await comes("Третье");
    later(24 * 60);
    expect(await told()).toEqual([]);
  });

  it("is told once of what two sources tell of", async () => {
    await follow(database, 1, theatre, now);
    const poor = await comes("Гроза", { source: "kudago" });
    expect(await told()).toEqual(["Гроза"]);
    const better = await comes("Гроза", { source: "culture" });
    await settleAll(database, [poor, better], now);
    expect(await database.event.findFirst({ where: { withdrawnAt: null } })).toMatchObject({ id: better });
    later(24 * 60);
    expect(await told()).toEqual([]);
  });

  it("and has a digest is told in it, and nowhere else", async () => {
    await follow(database, 1, theatre, now);
    await database.digest.create({
      data: { personId: 1n, cadence: "daily", hour: 18, sections: [], nextAt: new Date("2026-11-20T15:00:00Z") },
    });
    await comes("Гроза");
    expect(await told()).toEqual([]);
    now = new Date("2026-11-20T15:00:00Z");
    await fanOutDigests(database, { now, cityZone: zone });
    const [digest, ...others] = await database.delivery.findMany();
    expect(others).toEqual([]);
    const t = words.for("ru");
    const render = digestRenderers({ database })["digest"];
    const about = { occurrenceId: null, lessonId: null, announcementId: null };
    const delivery = { id: 1n, personId: 1, kind: "digest", lane: "bulk" as const, dueAt: now, ...about };
    const rendered = await render?.(
      { ...delivery, payload: digest?.payload ?? {} },
      { personId: 1, t, zone, ownZone: zone, now },
    );
    const text = rendered?.kind === "message" ? String(rendered.text) : "";
    expect(text).toContain(t("digest.followed"));
    expect(text).toContain(t("digest.because_followed", { text: "" }).trim());
    expect(text.split("Гроза")).toHaveLength(2);
    expect(await told()).toEqual([]);
    now = new Date("2026-11-21T15:00:00Z");
    await fanOutDigests(database, { now, cityZone: zone });
    expect(await titlesAt(now)).toEqual([]);
  });
});

it("a section is followed as well", async () => {
  await follow(database, 1, { kind: "section", section: "music" }, now);
  await comes("Спектакль");
  await comes("Концерт", { section: "music" });
  expect(await told()).toEqual(["Концерт"]);
});
