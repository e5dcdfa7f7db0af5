import { enrol, leave } from "../../../../bot/classes/enrolments/enrolment-store.ts";
import { planLessonReminders } from "../../../../bot/classes/lessons/messages/reminder-store.ts";
import type { Database } from "../../../../bot/database/database.ts";
import { setDigest } from "../../../../bot/digests/digest-store.ts";
import { followChanges } from "../../../../bot/reminders/changes-store.ts";
import type { LeadTime } from "../../../../bot/reminders/lead-times.ts";
import { addReminders } from "../../../../bot/reminders/reminder-store.ts";
import { openGroup } from "../../../classes/enrolments/school.ts";
import { everyDay } from "../../../digests/people.ts";
import { eventRow, occurrenceRow } from "../../../support/factories/event.ts";
import { personRow } from "../../../support/factories/person.ts";

export const zone = "Europe/Moscow";
const hour = 3_600_000;

/** What happens to one person before the program is off from Friday 17:30 to Saturday 19:30, and what they must find. */
export interface Case {
  name: string;
  prepare(database: Database, personId: number, now: Date): Promise<void>;
  /** What the outbox says in the end: "kind state", sorted. */
  outbox: readonly string[];
  /** Messages in the chat. */
  messages: number;
}

/** A time of that weekend in Moscow: "Sat 19:30". */
const at = (time: `${"Fri" | "Sat" | "Sun"} ${string}`): Date => {
  const [day = "", clock] = time.split(" ");
  return new Date(`2026-11-${{ Fri: 20, Sat: 21, Sun: 22 }[day]}T${clock}:00+03:00`);
};

async function openEvent(database: Database, startsAt: Date): Promise<number> {
  const madeAt = new Date(startsAt.getTime() - 240 * hour);
  const { occurrences } = await database.event.create({
    data: eventRow(madeAt, {
      texts: { create: { language: "ru", title: "Концерт" } },
      occurrences: { create: occurrenceRow(madeAt, { startsAt }) },
    }),
    select: { occurrences: { select: { id: true } } },
  });
  return occurrences[0]?.id ?? 0;
}

/** Somebody wants to be reminded of an event; they were asked for it two days before the outage. */
const reminded =
  (startsAt: Date, ...leads: LeadTime[]): Case["prepare"] =>
  async (database, personId, now) => {
    const occurrenceId = await openEvent(database, startsAt);
    await addReminders(database, { personId, occurrenceId }, leads, new Date(now.getTime() - 48 * hour));
  };

/** Somebody set a digest the day before. */
const digestAt =
  (clock: number): Case["prepare"] =>
  async (database, personId, now) => {
    await setDigest(database, personId, everyDay(clock), { now: new Date(now.getTime() - 24 * hour), cityZone: zone });
  };

const learns =
  (...lessons: Date[]): Case["prepare"] =>
  async (database, personId, now) => {
    const lessonsIn = lessons.map((startsAt) => (startsAt.getTime() - now.getTime()) / hour);
    const { groupId } = await openGroup(database, { capacity: 1, lessonsIn, now });
    await database.group.update({ where: { id: groupId }, data: { typedLink: "https://zoom.example.org/j/1" } });
    await enrol(database, { groupId, personId, now });
    await database.$transaction((tx) => planLessonReminders(tx, { groupId, personId }, now));
  };

async function getsOffer(database: Database, personId: number, now: Date): Promise<void> {
  const { groupId } = await openGroup(database, { capacity: 1, lessonsIn: [96], now });
  // Ids beside those of the cases: who leaves, and who is next in line.
  const [leaves, next] = [personId + 1_000, personId + 2_000];
  for (const id of [leaves, next]) await database.person.create({ data: personRow(now, { id: BigInt(id) }) });
  for (const id of [leaves, personId, next]) await enrol(database, { groupId, personId: id, now });
  const { id } = await database.enrolment.findFirstOrThrow({ where: { groupId, personId: BigInt(leaves) } });
  await leave(database, { enrolmentId: id, personId: leaves, now });
}

export const cases: readonly Case[] = [
  {
    name: "a day before what is on Sunday",
    prepare: reminded(at("Sun 18:00"), 1440),
    outbox: ["feedback pending", "reminder sent"],
    messages: 1,
  },
  {
    name: "an hour before what was over meanwhile",
    prepare: reminded(at("Sat 12:00"), 60),
    outbox: ["feedback sent", "reminder expired"],
    messages: 1,
  },
  {
    name: "three hours and an hour before what is on in three quarters of an hour: told once",
    prepare: reminded(at("Sat 20:15"), 180, 60),
    outbox: ["feedback pending", "reminder cancelled", "reminder sent"],
    messages: 1,
  },
  {
    name: "at the start of what began meanwhile",
    prepare: reminded(at("Sat 18:45"), 0),
    outbox: ["feedback pending", "reminder expired"],
    messages: 0,
  },
  {
    name: "how last night's concert was: asked until noon",
    prepare: reminded(at("Fri 19:00"), 15),
    outbox: ["feedback expired", "reminder expired"],
    messages: 0,
  },
  {
    name: "what is on Sunday was cancelled right before",
    async prepare(database, personId, now) {
      await reminded(at("Sun 18:00"), 60)(database, personId, now);
      const { occurrenceId } = await database.reminder.findFirstOrThrow({ where: { personId: BigInt(personId) } });
      await database.$transaction(async (tx) => {
        const before = await tx.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } });
        await tx.occurrence.update({ where: { id: occurrenceId }, data: { status: "cancelled" } });
        await followChanges(tx, [{ occurrenceId, change: "cancelled", before }], now);
      });
    },
    outbox: ["change sent"],
    messages: 1,
  },
  {
    name: "the digest of five in the afternoon, unsent",
    prepare: digestAt(17),
    outbox: ["digest expired"],
    messages: 0,
  },
  { name: "the digest of nine in the morning", prepare: digestAt(9), outbox: [], messages: 0 },
  { name: "the digest of six in the evening", prepare: digestAt(18), outbox: ["digest sent"], messages: 1 },
  {
    name: "a lesson that was over meanwhile",
    prepare: learns(at("Sat 10:00")),
    outbox: ["join expired", "lesson expired"],
    messages: 0,
  },
  {
    name: "a lesson on Sunday at three",
    prepare: learns(at("Sun 15:00")),
    outbox: ["join pending", "lesson pending", "lesson sent"],
    messages: 1,
  },
  {
    name: "a lesson in half an hour: told once",
    prepare: learns(at("Sat 20:20")),
    outbox: ["join pending", "lesson cancelled", "lesson sent"],
    messages: 1,
  },
  {
    name: "a lesson that has just begun: the way in",
    prepare: learns(at("Sat 19:15")),
    outbox: ["join sent", "join-refresh pending", "lesson expired", "lesson expired"],
    messages: 1,
  },
  {
    name: "an offered place that ran out: told, and the next one is offered it",
    prepare: getsOffer,
    outbox: ["offer expired", "offer-expired sent"],
    messages: 1,
  },
];
