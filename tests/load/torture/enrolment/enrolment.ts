import { enrol } from "../../../../bot/classes/enrolments/enrolment-store.ts";
import type { Database } from "../../../../bot/database/database.ts";
import { administer } from "../../../support/administer.ts";
import { patience } from "../../../support/patience.ts";
import { onPools, untilReached } from "../racing/pools.ts";

const now = new Date("2026-11-20T12:00:00Z");
const made = "timestamptz '2026-11-01'";

/** What one person was told, "" if nothing. */
export interface Told {
  personId: number;
  kind: string;
  position: number;
}

/** A race's end, counted in the database and from what people were told. */
export interface Raced {
  enrolled: number;
  waiting: number;
  /** Tickets are 1, 2, 3 … without a gap, and everybody in line has a higher one than everybody enrolled. */
  isInOrder: boolean;
  /** People who were told once what the database says of them. */
  toldRightly: number;
}

/** Makes a course with one group of so many places, and people with the ids 1, 2, 3 … */
export async function prepareRace(
  url: string,
  { people, places }: { people: number; places: number },
): Promise<number> {
  await administer(
    url,
    `INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
     SELECT id, 'ru', 'Ученик', ${made}, ${made} FROM generate_series(1, ${people}) AS id`,
  );
  const { rows } = await administer(
    url,
    `WITH course AS (INSERT INTO "Course" ("area", "publishedAt", "createdAt") VALUES ('digital', ${made}, ${made}) RETURNING "id"),
     made AS (INSERT INTO "Group" ("courseId", "teacherName", "capacity", "timeZone", "createdAt")
       SELECT "id", 'Алсу Каримова', ${places}, 'Europe/Moscow', ${made} FROM course RETURNING "id")
     INSERT INTO "Lesson" ("groupId", "number", "startsAt", "endsAt", "startsLocal", "changedAt")
     SELECT "id", 1, '2099-12-01 10:00Z', '2099-12-01 11:00Z', '2099-12-01 13:00', ${made} FROM made RETURNING "groupId" AS "id"`,
  );
  return rows[0].id;
}

/** All of them enrol at once; what each was told. */
export async function enrolAll(database: Database, groupId: number, personIds: readonly number[]): Promise<Told[]> {
  return Promise.all(
    personIds.map(async (personId) => {
      const told = await untilReached(() => enrol(database, { groupId, personId, now }));
      return { personId, kind: told.kind, position: told.kind === "waiting" ? told.position : 0 };
    }),
  );
}

/** Compares what people were told with what the database says. */
export async function judgeRace(url: string, groupId: number, told: readonly Told[]): Promise<Raced> {
  const { rows } = await administer(
    url,
    `SELECT "personId"::int AS "personId", "state"::text AS "kind", "ticket",
            (CASE WHEN "state" = 'waiting' THEN row_number() OVER (PARTITION BY "state" ORDER BY "ticket") ELSE 0 END)::int AS "position"
     FROM "Enrolment" WHERE "groupId" = ${groupId} ORDER BY "ticket"`,
  );
  const enrolled = rows.filter(({ kind }) => kind === "enrolled").length;
  const byPerson = new Map(rows.map((row) => [row.personId, row]));
  return {
    enrolled,
    waiting: rows.filter(({ kind }) => kind === "waiting").length,
    isInOrder: rows.every(
      ({ ticket, kind }, index) => ticket === index + 1 && (kind === "enrolled") === index < enrolled,
    ),
    toldRightly: told.filter(({ personId, kind, position }) => {
      const row = byPerson.get(personId);
      return row?.kind === kind && row.position === position;
    }).length,
  };
}

/**
 * The same race as somebody writes it who trusts what they read: look whether a place is free, then take it. Returns how
 * many are enrolled then. The constraint that would stop them is taken away first.
 */
export async function oversell(
  url: string,
  groupId: number,
  options: { people: number; pools: number },
): Promise<number> {
  await administer(url, `ALTER TABLE "Group" DROP CONSTRAINT IF EXISTS "Group_places"`);
  const seated = await onPools(url, options, (database, personIds) =>
    Promise.all(personIds.map((personId) => untilReached(() => countThenInsert(database, groupId, personId)))),
  );
  return seated.filter((isSeated) => isSeated).length;
}

const countThenInsert = (database: Database, groupId: number, personId: number): Promise<boolean> =>
  database.$transaction(
    async (tx) => {
      const taken = await tx.enrolment.count({ where: { groupId, state: "enrolled" } });
      const { capacity } = await tx.group.findUniqueOrThrow({ where: { id: groupId } });
      if (taken >= capacity) return false;
      const data = { groupId, personId: BigInt(personId), ticket: personId, createdAt: now, changedAt: now };
      await tx.enrolment.create({ data: { ...data, state: "enrolled" } });
      return true;
    },
    { maxWait: patience, timeout: patience },
  );
