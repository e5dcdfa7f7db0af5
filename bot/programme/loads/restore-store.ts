import { Prisma } from "../../../prisma/client/client.ts";
import type { Actor } from "../../staff/act-store.ts";
import type { Fields } from "../../staff/revision.ts";
import { languages } from "../../words/language.ts";
import type { EditableEvent, EditableOccurrence } from "../editing/changes/event-snapshot.ts";
import type { LinkKind } from "../event.ts";
import { applySteps } from "../occurrence-store.ts";
import type { ChangeKind } from "../reconcile-occurrences.ts";
import { changeBack } from "./unloaded.ts";

type Transaction = Prisma.TransactionClient;

/** An event in a transaction that holds its row. */
export interface HeldEvent {
  tx: Transaction;
  event: EditableEvent;
  actor: Actor;
}

/** Gives fields of an event the values that they had, whatever they are now; reminders of its dates follow, and are told. */
export async function restoreFields(held: HeldEvent, values: Fields): Promise<void> {
  await restoreColumns(held, values);
  await restoreTexts(held, values);
  await restoreLinks(held, values);
  await restoreDates(held, values);
}

const columns: ReadonlySet<string> = new Set(Object.values(Prisma.EventScalarFieldEnum));

/** PostgreSQL reads the values by the types of its own columns. */
async function restoreColumns({ tx, event }: HeldEvent, values: Fields): Promise<void> {
  const names = Object.keys(values).filter((name) => columns.has(name));
  if (names.length === 0) return;
  const json = JSON.stringify(Object.fromEntries(names.map((name) => [name, values[name] ?? null])));
  const set = Prisma.join(names.map((name) => Prisma.raw(`"${name}" = r."${name}"`)));
  await tx.$executeRaw`
    UPDATE "Event" e SET ${set}
    FROM (SELECT (jsonb_populate_record(o, ${json}::jsonb)).* FROM "Event" o WHERE o."id" = ${event.id}) r
    WHERE e."id" = ${event.id}`;
}

async function restoreTexts({ tx, event }: HeldEvent, values: Fields): Promise<void> {
  for (const language of languages) {
    const own = fieldsUnder(values, `texts.${language}`);
    if (Object.keys(own).length === 0) continue;
    const isOnly = event.texts.every((text) => text.language === language);
    // A text has a title: where there was none, the language came with the load.
    if (own["title"] === null && !isOnly) await tx.eventText.deleteMany({ where: { eventId: event.id, language } });
    else if (own["title"] !== null)
      await tx.eventText.updateMany({ where: { eventId: event.id, language }, data: { ...own } });
  }
}

async function restoreLinks({ tx, event, actor }: HeldEvent, { links }: Fields): Promise<void> {
  if (!Array.isArray(links)) return;
  const rows = links.map((link: string) => {
    const at = link.indexOf(" ");
    return { kind: link.slice(0, at) as LinkKind, url: link.slice(at + 1) };
  });
  await tx.link.deleteMany({ where: { eventId: event.id, ...(rows.length > 0 && { NOT: { OR: rows } }) } });
  const added = rows.map((row) => ({ ...row, eventId: event.id, addedAt: actor.now }));
  await tx.link.createMany({ data: added, skipDuplicates: true });
}

async function restoreDates(held: HeldEvent, values: Fields): Promise<void> {
  const { tx, event } = held;
  const revisions: DateRevision[] = [];
  for (const date of event.occurrences) {
    const own = fieldsUnder(values, `occurrences.${date.id}`);
    if (Object.keys(own).length === 0) continue;
    if (own["startsAt"] !== null) {
      const before = await dateOf(tx, date, own);
      revisions.push({ date, values: before, change: changeBack(date, before) });
    } else if (await isFollowed(tx, { id: date.id })) {
      if (date.status !== "cancelled")
        revisions.push({ date, values: { ...date, status: "cancelled" }, change: "cancelled" });
    } else await tx.occurrence.delete({ where: { id: date.id } });
  }
  await reviseDates(held, revisions, false);
}

/** A date as it was; fields that the load left alone stay. */
async function dateOf(tx: Transaction, date: EditableOccurrence, own: Fields): Promise<EditableOccurrence> {
  const time = (name: "startsAt" | "endsAt"): Date =>
    own[name] === undefined ? date[name] : new Date(String(own[name]));
  const flag = (name: "hasStartTime" | "hasEndTime"): boolean =>
    own[name] === undefined ? date[name] : own[name] === true;
  const { previousStartsAt: previous, placeId, status } = own;
  const place = typeof placeId === "number" ? await tx.place.findUnique({ where: { id: placeId } }) : null;
  return {
    ...date,
    ...{ startsAt: time("startsAt"), endsAt: time("endsAt") },
    ...{ hasStartTime: flag("hasStartTime"), hasEndTime: flag("hasEndTime") },
    placeId: placeId === undefined || (placeId !== null && place === null) ? date.placeId : (place?.id ?? null),
    status: status === undefined ? date.status : (status as EditableOccurrence["status"]),
    previousStartsAt:
      previous === undefined ? date.previousStartsAt : previous === null ? null : new Date(String(previous)),
  };
}

export interface DateRevision {
  date: EditableOccurrence;
  values: EditableOccurrence;
  change: ChangeKind | undefined;
}

/** Revises dates, each in the zone that it was announced in. `isLeaving`: see `SaveOptions`. */
export async function reviseDates(
  { tx, event, actor }: HeldEvent,
  revisions: readonly DateRevision[],
  isLeaving: boolean,
): Promise<void> {
  for (const timeZone of new Set(revisions.map(({ values }) => values.timeZone))) {
    const steps = revisions
      .filter(({ values }) => values.timeZone === timeZone)
      .map(({ date, values, change }) => ({ kind: "revise" as const, id: date.id, values, change }));
    await applySteps(
      tx,
      { eventId: event.id, known: event.occurrences, steps },
      { now: actor.now, timeZone, isLeaving },
    );
  }
}

/** Whether people would miss these dates: by a reminder, stars, or what they wrote about one. */
export async function isFollowed(tx: Transaction, occurrence: { id: number } | { eventId: number }): Promise<boolean> {
  const where = { occurrence };
  return (
    (await tx.reminder.count({ where })) > 0 ||
    (await tx.rating.count({ where })) > 0 ||
    (await tx.thread.count({ where })) > 0
  );
}

/** The fields under a prefix, by the rest of their names. */
const fieldsUnder = (values: Fields, prefix: string): Fields =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), value]] : [],
    ),
  );
