import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Actor, type Audited, actAs } from "../../staff/act-store.ts";
import { indexEvents } from "../search/index/index-store.ts";
import { differenceOf, type EditableEvent, editedParts, partsOf } from "./event-snapshot.ts";
import { findForEditing } from "./find-event-store.ts";

/** Which event somebody edits, and how they saw it. */
export interface EventEdition {
  eventId: number;
  revision: number;
}

/** Somebody else was faster: who changed what last, and the revision to apply one's own change to again. */
export interface EventChangedMeanwhile {
  kind: "changed";
  revision: number;
  /** Null: the operator, by a command. */
  by: number | null;
  at: Date | null;
  /** "section", "texts.ru", "occurrences", "links", "publishedAt" … */
  what: string[];
}

export type RevisedEvent<Refusal = never> =
  | { kind: "forbidden" }
  | EventChangedMeanwhile
  | Refusal
  /** `what`: the parts that are different now; none: it was so already. */
  | { kind: "done"; revision: number; what: string[] };

/** What a revision works with. */
export interface Workbench {
  tx: Prisma.TransactionClient;
  /** As it is before the revision. */
  event: EditableEvent;
  actor: Actor;
}

/**
 * Changes an event as staff. The event's row is held meanwhile; the revision rises, the search index follows, the parts
 * changed are kept from imports, and the audit log gets the fields that differ. `work` may refuse before it writes anything.
 */
export async function reviseEvent<Refusal = never>(
  database: Database,
  actor: Actor,
  { eventId, revision }: EventEdition,
  verb: string,
  work: (bench: Workbench) => Promise<NoInfer<Refusal> | undefined>,
): Promise<RevisedEvent<Refusal>> {
  const acted = await actAs(
    database,
    actor,
    { action: "programme.edit", target: (tx) => holdEvent(tx, eventId) },
    async (tx, audit): Promise<RevisedEvent<Refusal>> => {
      const event = await findForEditing(tx, eventId);
      if (event === null) return { kind: "forbidden" };
      if (event.revision !== revision) return changedSince(tx, event, revision);
      const refusal = await work({ tx, event, actor });
      return refusal ?? keep(tx, event, { verb, audit, now: actor.now });
    },
  );
  return acted.kind === "done" ? acted.value : acted;
}

async function holdEvent(
  tx: Prisma.TransactionClient,
  eventId: number,
): Promise<{ institutionId: number | null } | null> {
  const [event] = await tx.$queryRaw<{ institutionId: number | null }[]>`
    SELECT "institutionId" FROM "Event" WHERE "id" = ${eventId} FOR UPDATE`;
  return event ?? null;
}

async function keep(
  tx: Prisma.TransactionClient,
  before: EditableEvent,
  { verb, audit, now }: { verb: string; audit: (entry: Audited) => Promise<unknown>; now: Date },
): Promise<{ kind: "done"; revision: number; what: string[] }> {
  const after = await findForEditing(tx, before.id);
  if (after === null) throw new Error("an event whose row is held is not deleted");
  const { names, ...values } = differenceOf(before, after);
  if (names.length === 0) return { kind: "done", revision: before.revision, what: [] };
  const revision = before.revision + 1;
  const editedFields = [...new Set([...before.editedFields, ...editedParts(names)])];
  await tx.event.update({ where: { id: before.id }, data: { revision, editedFields, updatedAt: now } });
  await indexEvents(tx, [before.id]);
  await audit({ subject: `event:${before.id}`, verb, before: values.before, after: { ...values.after, revision } });
  return { kind: "done", revision, what: partsOf(names) };
}

/** Reads from the audit log what happened to an event since it was at `revision`. */
async function changedSince(queries: Queries, event: EditableEvent, revision: number): Promise<EventChangedMeanwhile> {
  const entries = await queries.$queryRaw<{ personId: bigint | null; at: Date; names: string[] }[]>`
    SELECT "personId", "at", ARRAY(SELECT jsonb_object_keys("after" - 'revision')) AS "names" FROM "AuditEntry"
    WHERE "subject" = ${`event:${event.id}`} AND ("after"->>'revision')::int > ${revision} ORDER BY "id" DESC LIMIT 100`;
  const [last] = entries;
  return {
    kind: "changed",
    revision: event.revision,
    by: last?.personId == null ? null : Number(last.personId),
    at: last?.at ?? null,
    what: partsOf(entries.flatMap(({ names }) => names)),
  };
}
