import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { type Actor, type Audited, actAs } from "./act-store.ts";
import type { Action, Target } from "./permissions.ts";
import {
  type ChangedMeanwhile,
  differenceOf,
  type Edition,
  type Editor,
  type Fields,
  type Revised,
} from "./revision.ts";

type Transaction = Prisma.TransactionClient;

/** A kind of thing that staff edits: where it lies, who may edit it, how it is read and compared. */
export interface Revisable<T extends Edition> {
  /** The kind's name in the audit log: "event" of "event:12". */
  name: string;
  action: Action;
  /**
   * Holds the row of that id until the end of the transaction and finds what rights on it depend on; null: there is
   * none.
   */
  hold(tx: Transaction, id: number): Promise<Target | null>;
  find(queries: Queries, id: number): Promise<T | null>;
  fieldsOf(it: T): Fields;
  /** What staff calls the changes of these fields; default: the fields themselves. */
  partsOf?(fields: readonly string[]): string[];
  /** Writes the new revision and whatever follows from a change of these fields. */
  keep(tx: Transaction, before: T, after: { revision: number; fields: readonly string[]; now: Date }): Promise<unknown>;
}

/** One change: what it is called in the audit log, and the writing. It may refuse before it writes anything. */
export interface Revision<T, Refusal> {
  edition: Edition;
  verb: string;
  work(tx: Transaction, before: T, audit: (entry: Audited) => Promise<number>): Promise<NoInfer<Refusal> | undefined>;
}

/**
 * Changes something as staff, as they saw it. Its row is held meanwhile; the revision rises, and the audit log gets the
 * fields that differ. Where somebody else was faster nothing is written.
 */
export async function revise<T extends Edition, Refusal = never>(
  database: Database,
  actor: Actor,
  kind: Revisable<T>,
  { edition: { id, revision }, verb, work }: Revision<T, Refusal>,
): Promise<Revised<Refusal>> {
  const acted = await actAs(
    database,
    actor,
    { action: kind.action, target: (tx) => kind.hold(tx, id) },
    async (tx, audit): Promise<Revised<Refusal>> => {
      const before = await kind.find(tx, id);
      if (before === null) return { kind: "forbidden" };
      if (before.revision !== revision) return changedSince(tx, kind, before.revision, { id, revision });
      const refusal = await work(tx, before, audit);
      if (refusal !== undefined) return refusal;
      const after = await kind.find(tx, id);
      const difference = differenceOf(kind.fieldsOf(before), after === null ? {} : kind.fieldsOf(after));
      if (difference.names.length === 0) return { kind: "done", revision, what: [] };
      const next = revision + 1;
      await kind.keep(tx, before, { revision: next, fields: difference.names, now: actor.now });
      const values = { before: { ...difference.before }, after: { ...difference.after, revision: next } };
      await audit({ subject: `${kind.name}:${id}`, verb, ...values });
      return { kind: "done", revision: next, what: partsOf(kind, difference.names) };
    },
  );
  return acted.kind === "done" ? acted.value : acted;
}

const partsOf = <T extends Edition>(kind: Revisable<T>, fields: readonly string[]): string[] =>
  kind.partsOf?.(fields) ?? [...new Set(fields)];

/** Reads from the audit log what happened to something since it was so. */
async function changedSince<T extends Edition>(
  queries: Queries,
  kind: Revisable<T>,
  now: number,
  { id, revision }: Edition,
): Promise<ChangedMeanwhile> {
  const since = Prisma.sql`a."subject" = ${`${kind.name}:${id}`} AND (a."after"->>'revision')::int > ${revision}`;
  const entries = await queries.$queryRaw<{ names: string[] }[]>`
    SELECT ARRAY(SELECT jsonb_object_keys(a."after" - 'revision')) AS "names" FROM "AuditEntry" a
    WHERE ${since} ORDER BY a."id" DESC LIMIT 100`;
  const last = await findLastEdit(queries, since);
  return {
    kind: "changed meanwhile",
    revision: now,
    ...last,
    what: partsOf(
      kind,
      entries.flatMap(({ names }) => names),
    ),
  };
}

/** Finds who wrote the latest of those lines of the audit log a, and when. */
export async function findLastEdit(
  queries: Queries,
  lines: Prisma.Sql,
): Promise<{ by: Editor | null; at: number | null }> {
  const [last] = await queries.$queryRaw<{ personId: bigint | null; name: string | null; at: Date }[]>`
    SELECT a."personId", (SELECT nullif(p."firstName", '') FROM "Person" p WHERE p."id" = a."personId") AS "name", a."at"
    FROM "AuditEntry" a WHERE ${lines} ORDER BY a."id" DESC LIMIT 1`;
  if (last === undefined) return { by: null, at: null };
  return {
    by: last.personId === null ? null : { personId: Number(last.personId), name: last.name },
    at: last.at.getTime(),
  };
}
