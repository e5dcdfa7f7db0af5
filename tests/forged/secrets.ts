import type { Database } from "../../bot/database/database.ts";
import { eventRow } from "../support/factories/event.ts";
import { plantArticles } from "./plant-articles.ts";
import { plantCollections } from "./plant-collections.ts";
import { plantEvening } from "./plant-evening.ts";
import { plantFeeds } from "./plant-feeds.ts";
import { plantIdeas } from "./plant-ideas.ts";
import { plantLoads } from "./plant-loads.ts";
import { plantOffers } from "./plant-offers.ts";
import { plantQuestions } from "./plant-questions.ts";
import { plantStaff } from "./plant-staff.ts";
import { plantVoices } from "./plant-voices.ts";
import { plantWish } from "./plant-wish.ts";
import type { Owners, Things } from "./things.ts";

/** What a secret begins with; the rest says which it is, so that a leak names its source. */
export const canary = "КАНАРЕЙКА";

const hour = 3_600_000;

/** Plants secrets in everything that a person, a class, an institution or the staff keeps for itself. */
export async function plantSecrets(database: Database, owners: Owners, now: Date): Promise<Things> {
  const programme = await plantProgramme(database, now);
  const classes = await plantClasses(database, owners, now);
  const staff = await plantStaff(database, { ...owners, said: canary }, now);
  await database.reminder.createMany({
    data: programme.o.map((occurrenceId) => ({
      ...{ personId: BigInt(owners.resident), occurrenceId, minutes: 60, createdAt: now },
    })),
  });
  const search = { id: "CANARYqueri", chatKey: `telegram:${owners.resident}`, personId: BigInt(owners.resident) };
  await database.searchQuery.create({ data: { ...search, text: `${canary} search`, found: 0, askedAt: now } });
  const wished = await plantWish(database, { personId: owners.resident, said: canary }, now);
  await database.person.update({
    where: { id: BigInt(owners.resident) },
    data: { calendarToken: `${canary}-calendar`, firstName: `${canary} first name` },
  });
  const threads = await plantThreads(database, owners, classes.g, now);
  const ideas = await plantIdeas(database, { resident: owners.resident, said: canary }, now);
  const about = { eventId: programme.e[0] ?? 0, author: owners.resident, said: canary };
  const voices = await plantVoices(database, about, now);
  const asked = { eventIds: programme.e, author: owners.resident, said: canary };
  const questions = await plantQuestions(database, asked, now);
  const collections = await plantCollections(database, { ...programme, personId: owners.resident, said: canary }, now);
  const standing = await plantOffers(database, { institutionId: programme.i[0] ?? null, said: canary }, now);
  const written = await plantArticles(database, { ...programme, said: canary }, now);
  const evening = await plantEvening(database, { personId: owners.resident, occurrenceId: programme.o[0] ?? 0 }, now);
  const loaded = await plantLoads(database, { ...programme, madeBy: owners.admin, said: canary }, now);
  const found = { w: [wished.id], s: [search.id] };
  return {
    ...programme,
    ...standing,
    ...written,
    ...collections,
    ...loaded,
    ...evening,
    ...ideas,
    ...voices,
    ...questions,
    ...classes,
    ...staff,
    ...threads,
    ...found,
  };
}

async function plantProgramme(
  database: Database,
  now: Date,
): Promise<Pick<Things, "o" | "e" | "i" | "d" | "y" | "b" | "H" | "T">> {
  const { id: institutionId } = await database.institution.create({
    data: { texts: { create: { language: "ru", name: "Чужой театр" } } },
  });
  const o: number[] = [];
  const e: number[] = [];
  const fates = {
    draft: { publishedAt: null },
    "published tomorrow": { publishedAt: new Date(now.getTime() + 24 * hour) },
    withdrawn: { publishedAt: new Date(now.getTime() - 24 * hour), withdrawnAt: now },
  };
  for (const [name, fate] of Object.entries(fates)) {
    const texts = { language: "ru" as const, title: `${canary} ${name}`, body: `${canary} text of ${name}` };
    const { id: eventId } = await database.event.create({
      data: {
        ...eventRow(now, { institutionId, ...fate, texts: { create: texts } }),
        links: { create: { kind: "stream", url: `https://example.org/${encodeURI(canary)}`, addedAt: now } },
      },
    });
    e.push(eventId);
    // One to rate and one to be reminded of; of what publishes itself later, the latter.
    for (const inHours of name === "published tomorrow" ? [30] : [-5, 30]) {
      const startsAt = new Date(now.getTime() + inHours * hour);
      const times = { startsAt, endsAt: new Date(startsAt.getTime() + hour), startsLocal: startsAt, changedAt: now };
      const { id } = await database.occurrence.create({ data: { eventId, ...times, timeZone: "Europe/Moscow" } });
      o.push(id);
    }
    await database.reading.create({ data: { eventId, day: now, opened: 9 } });
  }
  const feeds = await plantFeeds(database, { institutionId, eventIds: e, said: canary }, now);
  return { o, e, i: [institutionId], ...feeds };
}

async function plantClasses(
  database: Database,
  { resident, admin }: Owners,
  now: Date,
): Promise<Pick<Things, "c" | "g" | "l" | "n" | "f" | "m">> {
  const things = { c: [] as number[], g: [] as number[], l: [] as number[], n: [] as number[] };
  const personId = BigInt(resident);
  await database.learner.create({
    data: { personId, name: `${canary} in the journal`, phone: "+79170000000", createdAt: now },
  });
  const past = new Date(now.getTime() - 24 * hour);
  const fates = {
    draft: null,
    "withdrawn course": { publishedAt: past, withdrawnAt: now },
    open: { publishedAt: past },
  };
  for (const [name, fate] of Object.entries(fates)) {
    const title = name === "open" ? "Открытый курс" : `${canary} ${name}`;
    const course = await database.course.create({
      data: { area: "digital", createdAt: now, ...fate, texts: { create: { language: "ru", title } } },
    });
    const group = await database.group.create({
      data: {
        ...{ courseId: course.id, teacherName: "Учитель", teacherId: BigInt(admin), capacity: 9, taken: 1 },
        ...{ timeZone: "Europe/Moscow", typedLink: `https://zoom.example/j/${canary}`, createdAt: now },
      },
    });
    things.c.push(course.id);
    things.g.push(group.id);
    // One with a recording, and one that is about to begin: then there is a way in.
    for (const [index, inHours] of [-2, 0.1].entries()) {
      const startsAt = new Date(now.getTime() + inHours * hour);
      const times = { startsAt, endsAt: new Date(startsAt.getTime() + hour), startsLocal: startsAt, changedAt: now };
      const recordingUrl = index === 0 ? `https://example.org/recording/${canary}` : null;
      const lesson = await database.lesson.create({
        data: { groupId: group.id, number: index + 1, ...times, recordingUrl },
      });
      things.l.push(lesson.id);
    }
    const enrolment = await database.enrolment.create({
      data: {
        ...{ groupId: group.id, personId, state: name === "open" ? "offered" : "enrolled", ticket: 1 },
        ...{ createdAt: now, changedAt: now },
        registrant: {
          create: { registrantId: `r ${name}`, joinUrl: `https://zoom.example/w/${canary}`, createdAt: now },
        },
        certificate: {
          create: {
            ...{ code: `CANARY ${name}`, name: `${canary} on a certificate`, language: "ru", issuedAt: now },
            ...{ attended: 3, lessons: 3 },
          },
        },
      },
    });
    things.n.push(enrolment.id);
  }
  const [groupId = 0] = things.g.slice(-1);
  const [enrolmentId = 0] = things.n.slice(-1);
  const offer = await database.offer.create({
    data: { groupId, enrolmentId, offeredAt: now, expiresAt: new Date(now.getTime() + 9 * hour) },
  });
  const content = { kind: "text", text: `${canary} material`, entities: [] };
  const material = await database.material.create({
    data: { groupId, content, title: `${canary} title of a material`, addedBy: BigInt(admin), addedAt: now },
  });
  return { ...things, f: [offer.id], m: [material.id] };
}

async function plantThreads(
  database: Database,
  { admin, resident }: Owners,
  groups: readonly number[],
  now: Date,
): Promise<Pick<Things, "t">> {
  const t: number[] = [];
  const said = (text: string) => ({ content: { kind: "text", text: `${canary} ${text}`, entities: [] }, sentAt: now });
  for (const groupId of [null, groups.at(-1) ?? null]) {
    const { id } = await database.thread.create({
      data: {
        ...{ personId: BigInt(resident), groupId, subject: groupId === null ? "question" : "class" },
        ...{ state: "answered", createdAt: now, lastAt: now },
        messages: {
          create: [
            { isFromStaff: false, ...said("question") },
            { isFromStaff: true, authorId: BigInt(admin), ...said("answer") },
          ],
        },
      },
    });
    t.push(id);
  }
  return { t };
}
