import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Actor, type Audited, actAs } from "../../staff/act-store.ts";
import { type EditableCourse, type EditableGroup, fieldsOfCourse, fieldsOfGroup } from "./editable.ts";
import { type ChangedMeanwhile, differenceOf, type Edition, type Fields, type Revised } from "./edition.ts";
import { findEditableCourse, findEditableGroup } from "./find-store.ts";

type Transaction = Prisma.TransactionClient;

/** What is revised: where it lies, how it is read. */
interface Kind<T extends Edition> {
  name: "course" | "group";
  table: Prisma.Sql;
  find(queries: Queries, id: number): Promise<T | null>;
  fieldsOf(it: T): Fields;
}

const courses: Kind<EditableCourse> = {
  name: "course",
  table: Prisma.sql`"Course"`,
  find: findEditableCourse,
  fieldsOf: fieldsOfCourse,
};

const groups: Kind<EditableGroup> = {
  name: "group",
  table: Prisma.sql`"Group"`,
  find: findEditableGroup,
  fieldsOf: fieldsOfGroup,
};

type Work<T, Refusal> = (
  tx: Transaction,
  before: T,
  audit: (entry: Audited) => Promise<number>,
) => Promise<NoInfer<Refusal> | undefined>;

/** Changes a course as staff: its row is held, its revision rises, the audit log gets the fields that differ. */
export const reviseCourse = <Refusal = never>(
  database: Database,
  actor: Actor,
  edition: Edition,
  verb: string,
  work: Work<EditableCourse, Refusal>,
): Promise<Revised<Refusal>> => revise<EditableCourse, Refusal>(database, actor, courses, { edition, verb, work });

/** The same for a group. `work` may refuse before it writes anything. */
export const reviseGroup = <Refusal = never>(
  database: Database,
  actor: Actor,
  edition: Edition,
  verb: string,
  work: Work<EditableGroup, Refusal>,
): Promise<Revised<Refusal>> => revise<EditableGroup, Refusal>(database, actor, groups, { edition, verb, work });

async function revise<T extends Edition, Refusal>(
  database: Database,
  actor: Actor,
  kind: Kind<T>,
  { edition, verb, work }: { edition: Edition; verb: string; work: Work<T, Refusal> },
): Promise<Revised<Refusal>> {
  const { id } = edition;
  const hold = async (tx: Transaction) => {
    const held = await tx.$executeRaw`SELECT 1 FROM ${kind.table} WHERE "id" = ${id} FOR NO KEY UPDATE`;
    return held === 0 ? null : {};
  };
  const acted = await actAs(
    database,
    actor,
    { action: "classes.edit", target: hold },
    async (tx, audit): Promise<Revised<Refusal>> => {
      const before = await kind.find(tx, id);
      if (before === null) return { kind: "forbidden" };
      if (before.revision !== edition.revision)
        return changedSince(tx, { name: kind.name, now: before.revision }, edition);
      const refusal = await work(tx, before, audit);
      if (refusal !== undefined) return refusal;
      const after = await kind.find(tx, id);
      const difference = differenceOf(kind.fieldsOf(before), after === null ? {} : kind.fieldsOf(after));
      const isDifferent = difference.names.length > 0;
      if (!isDifferent) return { kind: "done", isDifferent };
      const revision = edition.revision + 1;
      await tx.$executeRaw`UPDATE ${kind.table} SET "revision" = ${revision} WHERE "id" = ${id}`;
      const values = { before: { ...difference.before }, after: { ...difference.after, revision } };
      await audit({ subject: `${kind.name}:${id}`, verb, ...values });
      return { kind: "done", isDifferent };
    },
  );
  return acted.kind === "done" ? acted.value : acted;
}

/** Reads from the audit log what happened to it since it was so. */
async function changedSince(
  queries: Queries,
  { name, now }: { name: string; now: number },
  { id, revision }: Edition,
): Promise<ChangedMeanwhile> {
  const since = Prisma.sql`a."subject" = ${`${name}:${id}`} AND (a."after"->>'revision')::int > ${revision}`;
  const entries = await queries.$queryRaw<{ names: string[] }[]>`
    SELECT ARRAY(SELECT jsonb_object_keys(a."after" - 'revision')) AS "names" FROM "AuditEntry" a
    WHERE ${since} ORDER BY a."id" DESC LIMIT 100`;
  return {
    kind: "changed meanwhile",
    revision: now,
    by: await findLastEditor(queries, since),
    what: [...new Set(entries.flatMap(({ names }) => names))],
  };
}

/** Finds who wrote the latest line of the audit log a among those. */
export async function findLastEditor(queries: Queries, lines: Prisma.Sql): Promise<ChangedMeanwhile["by"]> {
  const [last] = await queries.$queryRaw<{ personId: bigint | null; name: string | null }[]>`
    SELECT a."personId", (SELECT nullif(p."firstName", '') FROM "Person" p WHERE p."id" = a."personId") AS "name"
    FROM "AuditEntry" a WHERE ${lines} ORDER BY a."id" DESC LIMIT 1`;
  return last?.personId == null ? null : { personId: Number(last.personId), name: last.name };
}
