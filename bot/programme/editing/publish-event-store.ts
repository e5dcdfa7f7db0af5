import type { Database } from "../../database/database.ts";
import type { Actor } from "../../staff/act-store.ts";
import type { Edition, Revised } from "../../staff/revision.ts";
import type { AttendanceMode, LinkKind } from "../event.ts";
import { reviseEvent } from "./changes/revise-event-store.ts";

/** What an event needs before residents may see it. */
export interface Incomplete {
  kind: "incomplete";
  missing: ("title" | "dates" | "place")[];
}

/** Whether people are to come to it, and nobody said where. */
export const isNowhere = ({
  attendanceMode,
  links,
  occurrences,
}: {
  attendanceMode: AttendanceMode;
  links: readonly { kind: LinkKind }[];
  occurrences: readonly { placeId: number | null }[];
}): boolean =>
  attendanceMode !== "online" &&
  occurrences.some(({ placeId }) => placeId === null) &&
  !links.some(({ kind }) => kind === "stream");

/** Shows an event to residents from `at` on; in the past or now: at once. */
export function publishEvent(
  database: Database,
  actor: Actor,
  edition: Edition,
  at: Date,
): Promise<Revised<Incomplete>> {
  return reviseEvent<Incomplete>(database, actor, edition, "publish", async ({ tx, event }) => {
    const missing: Incomplete["missing"] = [];
    if (!event.texts.some(({ title }) => title.trim() !== "")) missing.push("title");
    if (event.occurrences.length === 0) missing.push("dates");
    if (isNowhere(event)) missing.push("place");
    if (missing.length > 0) return { kind: "incomplete", missing };
    // What is shown already is not announced anew.
    const isShown = event.publishedAt !== null && event.publishedAt <= actor.now;
    const publishedAt = at <= actor.now ? (isShown ? event.publishedAt : actor.now) : at;
    await tx.event.update({ where: { id: event.id }, data: { publishedAt } });
    return undefined;
  });
}

/** Makes an event a draft again. Reminders stay and say nothing while it is one. */
export function unpublishEvent(database: Database, actor: Actor, edition: Edition): Promise<Revised> {
  return reviseEvent(database, actor, edition, "unpublish", async ({ tx, event }) => {
    await tx.event.update({ where: { id: event.id }, data: { publishedAt: null } });
    return undefined;
  });
}

/** Takes an event out of the programme, silently: who is to hear of it is told by cancelling its dates first. */
export function withdrawEvent(database: Database, actor: Actor, edition: Edition): Promise<Revised> {
  return reviseEvent(database, actor, edition, "withdraw", async ({ tx, event }) => {
    await tx.event.update({ where: { id: event.id }, data: { withdrawnAt: event.withdrawnAt ?? actor.now } });
    return undefined;
  });
}

/** Brings a withdrawn event back as it was. */
export function restoreEvent(database: Database, actor: Actor, edition: Edition): Promise<Revised> {
  return reviseEvent(database, actor, edition, "restore_event", async ({ tx, event }) => {
    await tx.event.update({ where: { id: event.id }, data: { withdrawnAt: null } });
    return undefined;
  });
}
