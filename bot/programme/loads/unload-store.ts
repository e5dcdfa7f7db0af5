import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { type Actor, actAs, note } from "../../staff/act-store.ts";
import { differenceOf, type Fields } from "../../staff/revision.ts";
import { partFromAll } from "../duplicates/merge-store.ts";
import { type EditableEvent, fieldsOf } from "../editing/changes/event-snapshot.ts";
import { findForEditing } from "../editing/find-event-store.ts";
import { indexEvents } from "../search/index/index-store.ts";
import { canUndo, findLoad } from "./load-store.ts";
import { type HeldEvent, isFollowed, restoreFields, reviseDates } from "./restore-store.ts";
import { findRestorable, findTouched, type UnloadedKind } from "./unloaded.ts";

type Transaction = Prisma.TransactionClient;

interface Options {
  /** Called after each event. */
  onEvent?: () => void;
  /** Aborted: the event in hand is the last one. Doing it again does the rest. */
  signal?: AbortSignal;
}

/** "late": the day is over, or all of it was undone. */
export type Unloaded = { kind: "late" } | { kind: "done" | "stopped"; undone: number };

/**
 * Undoes a load, an event a transaction, each once however often it is asked for: what it made is deleted, or withdrawn where
 * people follow it, who hear that it is cancelled; what it changed becomes what it was, but for what was changed since.
 * Of each event the right to edit it is looked up.
 */
export async function unload(
  database: Database,
  actor: Actor,
  loadId: number,
  { onEvent, signal }: Options = {},
): Promise<Unloaded> {
  const load = await findLoad(database, loadId);
  if (load === null || !canUndo(load, actor.now)) return { kind: "late" };
  await database.load.update({ where: { id: loadId }, data: { undoneAt: load.undoneAt ?? actor.now } });
  let undone = 0;
  for (const { eventId } of load.events.filter((event) => event.undone === null)) {
    if (signal?.aborted) return { kind: "stopped", undone };
    await unloadEvent(database, actor, { loadId, eventId });
    undone += 1;
    onEvent?.();
  }
  await deleteUnused(database, loadId);
  const subject = `load:${loadId}`;
  const after = { name: load.fileName, events: undone };
  await note(database, { personId: actor.by, at: actor.now, action: "programme.import", subject, verb: "undo", after });
  return { kind: "done", undone };
}

async function unloadEvent(
  database: Database,
  actor: Actor,
  { loadId, eventId }: { loadId: number; eventId: number },
): Promise<void> {
  const key = { loadId_eventId: { loadId, eventId } };
  const settle = (tx: Pick<Database, "loadedEvent">, undone: UnloadedKind, keptParts: string[] = []) =>
    tx.loadedEvent.update({ where: key, data: { undone, keptParts } });
  const acted = await actAs(
    database,
    actor,
    { action: "programme.edit", target: (tx) => holdEvent(tx, eventId) },
    async (tx, audit) => {
      const row = await tx.loadedEvent.findUniqueOrThrow({ where: key });
      const event = await findForEditing(tx, eventId);
      if (row.undone !== null || event === null) return;
      const held = { tx, event, actor };
      const now = fieldsOf(event);
      const difference = { before: row.before as Fields, after: row.after as Fields };
      const { values, kept } =
        row.kind === "made"
          ? { values: {}, kept: findTouched(difference.after, now) }
          : findRestorable(difference, now);
      // What gave way to it stands for itself again.
      if (row.kind === "made") await partFromAll(tx, eventId, actor.now);
      if (row.kind === "made" && kept.length === 0 && !(await isKnownToPeople(tx, eventId))) {
        await tx.event.delete({ where: { id: eventId } });
        await audit({ subject: `event:${eventId}`, verb: "delete", before: differenceOf({}, fieldsOf(event)).after });
        await settle(tx, "deleted");
        return;
      }
      if (row.kind === "made") {
        await withdrawCancelled(held);
        // Loading the file again makes the event anew.
        await tx.origin.deleteMany({ where: { eventId } });
      } else {
        await restoreFields(held, values);
        await forgetRecord(tx, { loadId, eventId, fingerprint: row.fingerprint });
      }
      await keepRevision(held, audit);
      const isLeft = Object.keys(values).length === 0;
      await settle(tx, row.kind === "made" ? "withdrawn" : isLeft ? "left" : "given_back", kept);
    },
  );
  if (acted.kind === "done") return;
  // Deleted since, or another institution's by now.
  const isThere = await database.event.findUnique({ where: { id: eventId }, select: { id: true } });
  await settle(database, isThere ? "left" : "deleted", isThere ? ["institution"] : []);
}

/** Holds an event until the end of the transaction; null: there is none. */
export async function holdEvent(tx: Transaction, eventId: number): Promise<{ institutionId: number | null } | null> {
  const [event] = await tx.$queryRaw<{ institutionId: number | null }[]>`
    SELECT "institutionId" FROM "Event" WHERE "id" = ${eventId} FOR UPDATE`;
  return event ?? null;
}

/** Whether somebody follows it, or was told of it as of what they wait for. */
const isKnownToPeople = async (tx: Transaction, eventId: number): Promise<boolean> =>
  (await isFollowed(tx, { eventId })) || (await tx.wishNews.count({ where: { eventId, toldAt: { not: null } } })) > 0;

/** Cancels the coming dates of an event, whose people are told, and takes it out of the programme. */
export async function withdrawCancelled(held: HeldEvent): Promise<void> {
  const { tx, event, actor } = held;
  const coming = event.occurrences.filter(
    ({ status, endsAt }) => status !== "cancelled" && (endsAt > actor.now || status === "postponed"),
  );
  const revisions = coming.map((date) => ({
    date,
    values: { ...date, status: "cancelled" as const },
    change: "cancelled" as const,
  }));
  await reviseDates(held, revisions, true);
  await tx.event.update({ where: { id: event.id }, data: { withdrawnAt: event.withdrawnAt ?? actor.now } });
}

/** Lets the file be loaded again, unless another load came after this one. */
async function forgetRecord(
  tx: Transaction,
  { loadId, eventId, fingerprint }: { loadId: number; eventId: number; fingerprint: string | null },
): Promise<void> {
  if (fingerprint === null || (await tx.loadedEvent.count({ where: { eventId, loadId: { gt: loadId } } })) > 0) return;
  await tx.origin.updateMany({ where: { eventId }, data: { fingerprint } });
}

/** The revision rises, so that whoever edits the event right now is told; imports may write all of it again. */
export async function keepRevision(
  { tx, event, actor }: HeldEvent,
  audit: (entry: { subject: string; verb: string; before: object; after: object }) => Promise<number>,
  verb = "undo",
): Promise<void> {
  const after: EditableEvent | null = await findForEditing(tx, event.id);
  const difference = differenceOf(fieldsOf(event), after === null ? {} : fieldsOf(after));
  if (difference.names.length === 0) return;
  const revision = event.revision + 1;
  await tx.event.update({ where: { id: event.id }, data: { revision, updatedAt: actor.now } });
  await indexEvents(tx, [event.id]);
  const subject = `event:${event.id}`;
  await audit({ subject, verb, before: { ...difference.before }, after: { ...difference.after, revision } });
}

/** Places and institutions that came with the load and that nothing has to do with any more. */
async function deleteUnused(database: Database, loadId: number): Promise<void> {
  const rows = await database.loadedEvent.findMany({
    where: { loadId },
    select: { madePlaceIds: true, madeInstitutionId: true },
  });
  const places = rows.flatMap(({ madePlaceIds }) => madePlaceIds);
  const houses = rows.flatMap(({ madeInstitutionId }) => madeInstitutionId ?? []);
  await database.place.deleteMany({ where: { id: { in: places }, occurrences: { none: {} }, institution: null } });
  await database.institution.deleteMany({
    where: { id: { in: houses }, placeId: null, events: { none: {} }, roles: { none: {} }, invitations: { none: {} } },
  });
}
