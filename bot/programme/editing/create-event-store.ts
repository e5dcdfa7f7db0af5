import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { type Acted, type Actor, type Audited, actAs } from "../../staff/act-store.ts";
import { differenceOf } from "../../staff/revision.ts";
import { partFromAll } from "../duplicates/merge-store.ts";
import type { EventDraft, LinkKind } from "../event.ts";
import { findEnd } from "../occurrence-end.ts";
import { applySteps } from "../occurrence-store.ts";
import { textsOf } from "../place-store.ts";
import { indexEvents } from "../search/index/index-store.ts";
import { fieldsOf } from "./changes/event-snapshot.ts";
import { findForEditing } from "./find-event-store.ts";

/** A date as staff hand it over, of a place that the programme knows. */
export interface NewDate {
  startsAt: Date;
  /** Left out or null when nobody said when it ends. */
  endsAt?: Date | null;
  /** Default true. */
  hasStartTime?: boolean;
  placeId: number | null;
  /** Default "scheduled". */
  status?: "scheduled" | "cancelled" | "moved";
  /** When it was to be, where it is moved. */
  previousStartsAt?: Date;
}

export interface NewEvent extends Omit<EventDraft, "occurrences" | "institution"> {
  institutionId: number | null;
  occurrences: readonly NewDate[];
}

/** Makes an event as a draft that nobody sees, and returns its id. */
export async function createEvent(
  database: Database,
  actor: Actor,
  draft: NewEvent,
  timeZone: string,
): Promise<Acted<{ eventId: number }>> {
  const { institutionId } = draft;
  return actAs(database, actor, { action: "programme.edit", target: { institutionId } }, async (tx, audit) => {
    const { texts, occurrences, links = [], audiences = [], accessibility = [], ...columns } = draft;
    const { id: eventId } = await tx.event.create({
      data: {
        ...columns,
        audiences,
        accessibility,
        publishedAt: null,
        createdAt: actor.now,
        updatedAt: actor.now,
        texts: { create: textsOf(texts).map(([language, words]) => ({ language, ...words })) },
        links: { create: withoutDoubles(links).map((link) => ({ ...link, addedAt: actor.now })) },
      },
      select: { id: true },
    });
    await addDates(tx, { eventId, section: draft.section }, occurrences, { now: actor.now, timeZone });
    await filed(tx, eventId, audit, "create");
    return { eventId };
  });
}

/** Makes a draft with the texts, fields and links of an event; dates and recordings are left to the original. */
export async function copyEvent(
  database: Database,
  actor: Actor,
  originalId: number,
): Promise<Acted<{ eventId: number }>> {
  const target = (tx: Prisma.TransactionClient) =>
    tx.event.findUnique({ where: { id: originalId }, select: { institutionId: true } });
  return actAs(database, actor, { action: "programme.edit", target }, async (tx, audit) => {
    const original = await findForEditing(tx, originalId);
    if (original === null) throw new Error("an event that was just read for its institution is there");
    const {
      id: _id,
      revision: _revision,
      editedFields: _edited,
      occurrences: _dates,
      texts,
      links,
      ...columns
    } = original;
    const { id: eventId } = await tx.event.create({
      data: {
        ...columns,
        publishedAt: null,
        withdrawnAt: null,
        createdAt: actor.now,
        updatedAt: actor.now,
        texts: { create: texts },
        links: {
          create: links.filter(({ kind }) => kind !== "recording").map((link) => ({ ...link, addedAt: actor.now })),
        },
      },
      select: { id: true },
    });
    await filed(tx, eventId, audit, "copy");
    return { eventId };
  });
}

/** Deletes a draft that nobody saw; "kept" where it is none, or somebody wants to be reminded of it. */
export async function deleteDraftEvent(
  database: Database,
  actor: Actor,
  eventId: number,
): Promise<Acted<"deleted" | "kept">> {
  const target = (tx: Prisma.TransactionClient) =>
    tx.event.findUnique({ where: { id: eventId }, select: { institutionId: true } });
  return actAs(database, actor, { action: "programme.edit", target }, async (tx, audit) => {
    const event = await findForEditing(tx, eventId);
    const isDraft = event !== null && event.publishedAt === null && event.withdrawnAt === null;
    const followed = await tx.reminder.count({ where: { occurrence: { eventId } } });
    if (!isDraft || followed > 0) return "kept";
    await partFromAll(tx, eventId, actor.now);
    await tx.event.delete({ where: { id: eventId } });
    await audit({ subject: `event:${eventId}`, verb: "delete", before: differenceOf({}, fieldsOf(event)).after });
    return "deleted";
  });
}

/** Adds dates to an event; one that begins when another does at the same place is there already. */
export async function addDates(
  tx: Prisma.TransactionClient,
  { eventId, section }: { eventId: number; section: NewEvent["section"] },
  dates: readonly NewDate[],
  options: { now: Date; timeZone: string },
): Promise<void> {
  const known = await tx.occurrence.findMany({ where: { eventId } });
  const keyOf = (date: { startsAt: Date; placeId: number | null }): string =>
    `${date.startsAt.getTime()} ${date.placeId}`;
  const taken = new Set(known.map(keyOf));
  const fresh = [...new Map(dates.map((date) => [keyOf(date), date])).values()].filter(
    (date) => !taken.has(keyOf(date)),
  );
  const steps = fresh.map(({ startsAt, endsAt, hasStartTime = true, placeId, status, previousStartsAt }) => ({
    kind: "add" as const,
    values: {
      startsAt,
      ...findEnd({ startsAt, hasStartTime, ...(endsAt && { endsAt }) }, section, options.timeZone),
      hasStartTime,
      placeId,
      status: status ?? ("scheduled" as const),
      previousStartsAt: previousStartsAt ?? null,
    },
  }));
  await applySteps(tx, { eventId, known, steps }, options);
}

const withoutDoubles = (links: readonly { kind: LinkKind; url: string }[]) => [
  ...new Map(links.map((link) => [`${link.kind} ${link.url}`, link])).values(),
];

async function filed(
  tx: Prisma.TransactionClient,
  eventId: number,
  audit: (entry: Audited) => Promise<unknown>,
  verb: string,
): Promise<void> {
  await indexEvents(tx, [eventId]);
  const event = await findForEditing(tx, eventId);
  if (event)
    await audit({
      subject: `event:${eventId}`,
      verb,
      after: { ...differenceOf({}, fieldsOf(event)).after, revision: 0 },
    });
}
