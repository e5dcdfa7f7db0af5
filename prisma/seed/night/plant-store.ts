import { createHash } from "node:crypto";
import type { Database } from "../../../bot/database/database.ts";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { languages, type Texts } from "../../../bot/words/language.ts";
import { createWhen } from "../when.ts";
import { collectionWords, courseAtHome, watchedAtHome } from "./collections.ts";
import { demoNight } from "./night.ts";
import type { NightEvent } from "./night-event.ts";

const source = "demo";

interface Planting {
  now: Date;
  timeZone: string;
}

/**
 * Saves the Night with its events, a festival by a rule, and a collection laid by hand; those of another day were taken away
 * with their events. Returns how many events the Night has.
 */
export async function plantDemoCollections(database: Database, { now, timeZone }: Planting): Promise<number> {
  await database.collection.deleteMany({ where: { origin: { startsWith: `${source}:` } } });
  const { startsAt, endsAt, kremlin, city } = demoNight(now, timeZone);
  const hours = { startsAt: startsAt.toJSDate(), endsAt: endsAt.toJSDate() };
  const own = await saveAll(database, city, { now, timeZone });
  const within = await saveAll(database, kremlin, { now, timeZone });
  const made = { publishedAt: now, createdAt: now, updatedAt: now };
  const { id: parentId } = await database.collection.create({
    data: {
      ...{ origin: "demo:night", kind: "night", ...hours, ...made },
      texts: { create: textsOf(collectionWords.night) },
      members: { create: own.map((eventId, position) => ({ eventId, position })) },
    },
  });
  await database.collection.create({
    data: {
      ...{ origin: "demo:kremlin-night", kind: "night", parentId, ...hours, ...made },
      texts: { create: textsOf(collectionWords.kremlin) },
      members: { create: within.map((eventId, position) => ({ eventId, position })) },
    },
  });
  await plantFestival(database, { now, timeZone });
  await plantHome(database, { now, timeZone });
  return own.length + within.length;
}

/** Whatever music there is from the third week on, by a rule. */
async function plantFestival(database: Database, { now, timeZone }: Planting): Promise<void> {
  const when = createWhen(now, timeZone);
  await database.collection.create({
    data: {
      ...{ origin: "demo:festival", kind: "festival", isByRule: true, sections: ["music"], audiences: [] },
      ...{ startsAt: when.inDays(20, 0, 0).toJSDate(), endsAt: when.inDays(32, 0, 0).toJSDate(), hasHours: false },
      ...{ publishedAt: now, createdAt: now, updatedAt: now },
      texts: { create: textsOf(collectionWords.festival) },
    },
  });
}

async function plantHome(database: Database, { now }: Planting): Promise<void> {
  const origins = await database.origin.findMany({
    where: { source, recordId: { in: [...watchedAtHome] } },
    select: { eventId: true, recordId: true },
  });
  const laid = origins.toSorted(
    (one, other) => watchedAtHome.indexOf(one.recordId) - watchedAtHome.indexOf(other.recordId),
  );
  const course = await database.course.findUnique({ where: { origin: courseAtHome }, select: { id: true } });
  await database.collection.create({
    data: {
      ...{ origin: "demo:home", kind: "collection", publishedAt: now, createdAt: now, updatedAt: now },
      texts: { create: textsOf(collectionWords.home) },
      members: {
        create: [
          ...laid.map(({ eventId }, position) => ({ eventId, position })),
          ...(course ? [{ courseId: course.id, position: laid.length }] : []),
        ],
      },
    },
  });
}

async function saveAll(database: Database, events: readonly NightEvent[], moment: Planting): Promise<number[]> {
  const ids: number[] = [];
  for (const { name, ...draft } of events) {
    const recordId = `night/${name}`;
    const fingerprint = createHash("sha256").update(JSON.stringify(draft)).digest("hex");
    await saveEvent(database, draft, { source, recordId, fingerprint }, moment);
    const { eventId } = await database.origin.findFirstOrThrow({
      where: { source, recordId },
      select: { eventId: true },
    });
    ids.push(eventId);
  }
  return ids;
}

const textsOf = (texts: Texts<{ title: string; summary: string }>) =>
  languages.flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [{ language, ...text }];
  });
