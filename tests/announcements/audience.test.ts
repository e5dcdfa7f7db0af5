import { beforeAll, describe, expect, it } from "vitest";
import { confirm } from "../../bot/announcements/announcement-store.ts";
import {
  audienceSchema,
  everybody,
  isToOwnClass,
  type People,
  type PlainCondition,
  type SegmentCondition,
} from "../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../bot/announcements/audience/audience-store.ts";
import { createDraft } from "../../bot/announcements/draft/draft-store.ts";
import { moveAnnouncementsOn } from "../../bot/announcements/sending/runner.ts";
import { createLog } from "../../bot/log.ts";
import type { Audience } from "../../bot/programme/event.ts";
import { testDatabase } from "../support/database.ts";
import { courseRow, groupRow } from "../support/factories/course.ts";
import { eventRow, occurrenceRow } from "../support/factories/event.ts";
import { personRow } from "../support/factories/person.ts";
import { admin, done, draftOf, moscow } from "./crowd.ts";

const { database } = await testDatabase();

const now = new Date("2026-11-20T15:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** Who each one is; the audiences below name them. */
const [alsu, ivan, kate, rinat, gulnara, muted, gone] = [1, 2, 3, 4, 5, 6, 7] as const;
let concert = 0;
let play = 0;
let group = 0;
let course = 0;
let theatreHouse = 0;

beforeAll(async () => {
  const person = (id: number, data: object = {}) =>
    database.person.create({
      data: personRow(now, { id: BigInt(id), firstName: `P${id}`, firstSeenAt: ago(400), ...data }),
    });
  await person(alsu, { language: "tt" });
  await person(ivan, { lastSeenAt: ago(100) });
  await person(kate, { language: "en" });
  await person(rinat, { language: "tt", lastSeenAt: ago(30) });
  await person(gulnara);
  await person(muted, { mutesAnnouncements: true });
  await person(gone, { blockedAt: ago(1) });

  const house = await database.institution.create({ data: { texts: { create: { language: "ru", name: "Театр" } } } });
  theatreHouse = house.id;
  const event = async (section: "music" | "theatre") => {
    const occurrences = { create: occurrenceRow(now, { startsAt: ago(3), endsAt: ago(2) }) };
    const own =
      section === "theatre" ? { institutionId: theatreHouse, audiences: ["children" as const] } : { audiences: [] };
    return database.event.create({
      data: eventRow(now, { section, occurrences, ...own }),
      include: { occurrences: true },
    });
  };
  const [music, theatre] = [await event("music"), await event("theatre")];
  [concert, play] = [music.id, theatre.id];
  const dateOf = ({ occurrences }: typeof music) => occurrences[0]?.id ?? 0;
  await database.reminder.create({
    data: { personId: BigInt(alsu), occurrenceId: dateOf(music), minutes: 60, createdAt: now },
  });
  await database.rating.create({
    data: { personId: BigInt(ivan), occurrenceId: dateOf(theatre), stars: 5, ratedAt: now },
  });
  const digest = (id: number, sections: "music"[]) =>
    database.digest.create({ data: { personId: BigInt(id), cadence: "daily", hour: 9, nextAt: now, sections } });
  await digest(kate, ["music"]);
  await digest(rinat, []);

  const looks = (id: number, at: Date) =>
    database.interest.create({ data: { personId: BigInt(id), audience: "family", lastAt: at } });
  await looks(kate, ago(3));
  await looks(rinat, ago(181));
  const made = await database.course.create({
    data: courseRow(now, { groups: { create: groupRow(now, { audiences: ["seniors"] }) } }),
    include: { groups: true },
  });
  [course, group] = [made.id, made.groups[0]?.id ?? 0];
  const enrol = (id: number, state: "enrolled" | "waiting" | "offered" | "left") =>
    database.enrolment.create({
      data: { groupId: group, personId: BigInt(id), state, ticket: id, createdAt: now, changedAt: now },
    });
  await enrol(gulnara, "enrolled");
  await enrol(muted, "enrolled");
  await enrol(kate, "waiting");
  await enrol(rinat, "offered");
  await enrol(ivan, "left");
  await admin(database, alsu);
});

const people = (only: SegmentCondition[], except: SegmentCondition[] = []): People => ({
  kind: "people",
  only,
  except,
});
const tatar: PlainCondition = { kind: "languages", languages: ["tt"] };
const any = (...of: PlainCondition[]): SegmentCondition => ({ kind: "any", of });
const learners = (state: "enrolled" | "waiting"): PlainCondition => ({ kind: "learners", states: [state] });
const interested = (audience: Audience): PlainCondition => ({ kind: "interested", audiences: [audience] });
const ofClass = (changes: object): PlainCondition => ({
  kind: "class",
  courseIds: [],
  groupIds: [],
  states: ["enrolled"],
  ...changes,
});

const log = createLog("silent", false);
const services = { database, log, city: { timeZone: moscow, language: "ru" as const }, clock: { now: () => now } };

/** Whom the fan-out puts into the outbox. */
async function enqueued(audience: People, count: number): Promise<number[]> {
  const id = done(await createDraft(database, { by: alsu, now }, draftOf({ audience })));
  done(await confirm(database, { by: alsu, now }, { id, count }));
  await moveAnnouncementsOn(services);
  const rows = await database.delivery.findMany({ where: { announcementId: id }, orderBy: { personId: "asc" } });
  return rows.map(({ personId }) => Number(personId));
}

describe("an audience is counted, and the same people get it:", () => {
  it.each<[string, () => People, number[]]>([
    ["all, but those who mute and those who blocked", () => everybody, [alsu, ivan, kate, rinat, gulnara]],
    ["of a language", () => people([tatar]), [alsu, rinat]],
    ["not of a language", () => people([], [tatar]), [ivan, kate, gulnara]],
    [
      "who follow a section by reminder, digest or a digest of all",
      () => people([{ kind: "follows", sections: ["music"] }]),
      [alsu, kate, rinat],
    ],
    ["who follow it, in one language", () => people([{ kind: "follows", sections: ["music"] }, tatar]), [alsu, rinat]],
    ["who do not follow it", () => people([], [{ kind: "follows", sections: ["music"] }]), [ivan, gulnara]],
    ["who rated an event", () => people([{ kind: "took part", eventIds: [play] }]), [ivan]],
    [
      "who had a reminder of one of two",
      () => people([{ kind: "took part", eventIds: [concert, play] }]),
      [alsu, ivan],
    ],
    ["not seen for 60 days", () => people([{ kind: "unseen", days: 60 }]), [ivan]],
    ["seen within 60 days", () => people([{ kind: "seen", days: 60 }]), [alsu, kate, rinat, gulnara]],
    ["staff", () => people([{ kind: "roles", roles: ["admin"] }]), [alsu]],
    ["enrolled in a group, mutes or not", () => people([ofClass({ groupIds: [group] })]), [gulnara, muted]],
    ["in the line of a course", () => people([ofClass({ courseIds: [course], states: ["waiting"] })]), [kate, rinat]],
    ["enrolled anywhere, mutes or not", () => people([learners("enrolled")]), [gulnara, muted]],
    ["in any line", () => people([learners("waiting")]), [kate, rinat]],
    ["families, by what they opened within half a year", () => people([interested("family")]), [kate]],
    ["who rated what is for children", () => people([interested("children")]), [ivan]],
    ["who learn among seniors", () => people([interested("seniors")]), [kate, rinat, gulnara]],
    ["who follow an institution", () => people([{ kind: "institution", institutionIds: [theatreHouse] }]), [ivan]],
    [
      "of a class or of a line",
      () => people([any(ofClass({ groupIds: [group] }), learners("waiting"))]),
      [kate, rinat, gulnara, muted],
    ],
    [
      "families or Tatar, and no admin",
      () => people([any(interested("family"), tatar)], [{ kind: "roles", roles: ["admin"] }]),
      [kate, rinat],
    ],
    ["neither of two", () => people([], [any(tatar, learners("enrolled"))]), [ivan, kate]],
    ["everybody but a class", () => people([], [ofClass({ groupIds: [group] })]), [alsu, ivan, kate, rinat]],
  ])("%s", async (_, audienceOf, expected) => {
    const audience = audienceOf();
    const { count, byLanguage } = await countAudience(database, audience, now);
    expect(count).toBe(expected.length);
    expect(byLanguage.ru + byLanguage.tt + byLanguage.en).toBe(count);
    expect(await enqueued(audience, count)).toEqual(expected);
  });

  it("and how many will not get it", async () => {
    expect(await countAudience(database, everybody, now)).toEqual({
      count: 5,
      byLanguage: { ru: 2, tt: 2, en: 1 },
      muted: 1,
      blocked: 1,
    });
  });
});

it("only an audience narrowed to a class is one's own class", () => {
  expect(isToOwnClass(people([ofClass({ groupIds: [1] }), tatar]))).toBe(true);
  expect(isToOwnClass(people([tatar], [ofClass({ groupIds: [1] })]))).toBe(false);
  expect(isToOwnClass(people([any(ofClass({ groupIds: [1] }), learners("waiting"))]))).toBe(true);
  expect(isToOwnClass(people([any(ofClass({ groupIds: [1] }), tatar)]))).toBe(false);
});

it("an audience out of the database is read with care", () => {
  expect(audienceSchema.safeParse({ kind: "people", only: [{ kind: "unseen", days: 0 }], except: [] }).success).toBe(
    false,
  );
  expect(audienceSchema.safeParse({ kind: "everyone" }).success).toBe(false);
});
