import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { inLanguage } from "../name.sql.ts";

export type AuditFilter =
  | { kind: "all" }
  | { kind: "person"; personId: number }
  /** All of a kind: "event", "group". */
  | { kind: "subjects"; name: string }
  /** One: "event:12". */
  | { kind: "subject"; subject: string }
  /** ISO days of the city, both of them in it. */
  | { kind: "days"; first: string; last: string };

/** A line of the log as screens show it. */
export interface AuditLine {
  id: number;
  at: Date;
  /** Null: the operator, or somebody erased. */
  personId: number | null;
  /** Null: never heard of, or as above. */
  name: string | null;
  action: string;
  subject: string;
  /** What the subject is called now, in the reader's language or another; null where it has no name or is gone. */
  title: string | null;
}

export interface AuditEntry extends AuditLine {
  before: unknown;
  after: unknown;
}

const perPage = 6;

type Row<Line extends AuditLine> = Omit<Line, "id" | "personId"> & { id: bigint; personId: bigint | null };

/** The name of what a subject "kind:id" stands for. */
const titleOf = (subject: Prisma.Sql, language: Language) => Prisma.sql`
  CASE split_part(${subject}, ':', 1)
    WHEN 'event' THEN (SELECT x."title" FROM "EventText" x WHERE x."eventId"::text = split_part(${subject}, ':', 2)
      ${inLanguage(language)})
    WHEN 'course' THEN (SELECT x."title" FROM "CourseText" x WHERE x."courseId"::text = split_part(${subject}, ':', 2)
      ${inLanguage(language)})
    WHEN 'institution' THEN (SELECT x."name" FROM "InstitutionText" x
      WHERE x."institutionId"::text = split_part(${subject}, ':', 2)
      ${inLanguage(language)})
    WHEN 'group' THEN (SELECT x."title" FROM "Group" g JOIN "CourseText" x ON x."courseId" = g."courseId"
      WHERE g."id"::text = split_part(${subject}, ':', 2)
      ${inLanguage(language)})
    WHEN 'idea' THEN (SELECT nullif(x."title", '') FROM "Idea" x WHERE x."id"::text = split_part(${subject}, ':', 2))
    WHEN 'question' THEN (SELECT x."text" FROM "Question" x WHERE x."id"::text = split_part(${subject}, ':', 2))
    WHEN 'person' THEN (SELECT nullif(x."firstName", '') FROM "Person" x
      WHERE x."id"::text = split_part(${subject}, ':', 2))
  END`;

/** Instants stand in the log, days in a filter: the zone makes the one of the other. */
function where(filter: AuditFilter, zone: string): Prisma.Sql {
  switch (filter.kind) {
    case "days":
      return Prisma.sql`
        a."at" >= (${filter.first}::date::timestamp AT TIME ZONE ${zone})
        AND a."at" < ((${filter.last}::date + 1)::timestamp AT TIME ZONE ${zone})`;
    case "all":
      return Prisma.sql`true`;
    case "person":
      return Prisma.sql`a."personId" = ${BigInt(filter.personId)}`;
    case "subjects":
      return Prisma.sql`split_part(a."subject", ':', 1) = ${filter.name}`;
    case "subject":
      return Prisma.sql`a."subject" = ${filter.subject}`;
  }
}

/** Finds a page of the log, the newest first. */
export async function findAudit(
  queries: Queries,
  { filter, page, language, zone }: { filter: AuditFilter; page: number; language: Language; zone: string },
): Promise<{ rows: AuditLine[]; hasMore: boolean }> {
  const rows = await queries.$queryRaw<Row<AuditLine>[]>`
    SELECT a."id", a."at", a."personId", a."action", a."subject", ${titleOf(Prisma.sql`a."subject"`, language)} AS "title",
           (SELECT nullif(p."firstName", '') FROM "Person" p WHERE p."id" = a."personId") AS "name"
    FROM (SELECT * FROM "AuditEntry" a WHERE ${where(filter, zone)}
          ORDER BY a."at" DESC, a."id" DESC LIMIT ${perPage + 1} OFFSET ${page * perPage}) a
    ORDER BY a."at" DESC, a."id" DESC`;
  return { rows: rows.slice(0, perPage).map(readRow), hasMore: rows.length > perPage };
}

/** Lines that a workbook holds. */
export const mostAuditRows = 20_000;

/** Finds the log with what was before and after, the newest first, as much as a workbook holds. */
export async function findAuditEntries(
  queries: Queries,
  { filter, language, zone }: { filter: AuditFilter; language: Language; zone: string },
): Promise<AuditEntry[]> {
  const rows = await queries.$queryRaw<Row<AuditEntry>[]>`
    SELECT a.*, ${titleOf(Prisma.sql`a."subject"`, language)} AS "title",
           (SELECT nullif(p."firstName", '') FROM "Person" p WHERE p."id" = a."personId") AS "name"
    FROM (SELECT * FROM "AuditEntry" a WHERE ${where(filter, zone)}
          ORDER BY a."at" DESC, a."id" DESC LIMIT ${mostAuditRows}::int) a
    ORDER BY a."at" DESC, a."id" DESC`;
  return rows.map(readRow);
}

/** Finds one line with what was before and after. */
export async function findAuditEntry(queries: Queries, id: number, language: Language): Promise<AuditEntry | null> {
  const [row] = await queries.$queryRaw<Row<AuditEntry>[]>`
    SELECT a.*, ${titleOf(Prisma.sql`a."subject"`, language)} AS "title",
           (SELECT nullif(p."firstName", '') FROM "Person" p WHERE p."id" = a."personId") AS "name"
    FROM "AuditEntry" a WHERE a."id" = ${BigInt(id)}`;
  return row ? readRow(row) : null;
}

const readRow = <Line extends AuditLine>(row: Row<Line>) => ({
  ...row,
  id: Number(row.id),
  personId: row.personId === null ? null : Number(row.personId),
});

/** Who did anything, and what it was done to: what the log can be sifted by. The latest first, eight of each at most. */
export async function findAuditFilters(
  queries: Queries,
): Promise<{ people: { personId: number; name: string | null }[]; kinds: string[] }> {
  const people = await queries.$queryRaw<{ personId: bigint; name: string | null }[]>`
    SELECT a."personId", nullif(p."firstName", '') AS "name"
    FROM (SELECT "personId", max("id") AS "last" FROM "AuditEntry" WHERE "personId" IS NOT NULL GROUP BY "personId") a
    LEFT JOIN "Person" p ON p."id" = a."personId" ORDER BY a."last" DESC LIMIT 8`;
  const kinds = await queries.$queryRaw<{ name: string }[]>`
    SELECT split_part("subject", ':', 1) AS "name" FROM "AuditEntry" GROUP BY 1 ORDER BY max("id") DESC LIMIT 8`;
  return {
    people: people.map(({ personId, name }) => ({ personId: Number(personId), name })),
    kinds: kinds.map(({ name }) => name),
  };
}

/** Finds what the log tells of under that name, or as "event:12" itself; the latest first, eight at most. */
export async function findAudited(
  queries: Queries,
  text: string,
  language: Language,
): Promise<{ subject: string; title: string | null }[]> {
  return queries.$queryRaw<{ subject: string; title: string | null }[]>`
    WITH audited AS (SELECT "subject", max("id") AS "last" FROM "AuditEntry" GROUP BY "subject"),
    named AS (SELECT s."subject", s."last", ${titleOf(Prisma.sql`s."subject"`, language)} AS "title" FROM audited s)
    SELECT "subject", "title" FROM named s
    WHERE s."subject" = lower(${text}) OR strpos(lower(s."title"), lower(${text})) > 0
      OR EXISTS (SELECT 1 FROM "EventText" x WHERE strpos(lower(x."title"), lower(${text})) > 0
                 AND s."subject" = 'event:' || x."eventId")
    ORDER BY "last" DESC LIMIT 8`;
}
