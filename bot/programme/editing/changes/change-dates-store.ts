import type { Database } from "../../../database/database.ts";
import type { Actor } from "../../../staff/act-store.ts";
import type { Edition, Revised } from "../../../staff/revision.ts";
import type { Texts } from "../../../words/language.ts";
import { inZone } from "../../../words/time/local-time.ts";
import type { OccurrenceStatus } from "../../event.ts";
import { findEnd } from "../../occurrence-end.ts";
import { applySteps } from "../../occurrence-store.ts";
import { textsOf } from "../../place-store.ts";
import type { ChangeKind } from "../../reconcile-occurrences.ts";
import { addDates, type NewDate } from "../create-event-store.ts";
import type { EditableOccurrence } from "./event-snapshot.ts";
import { reviseEvent, type Workbench } from "./revise-event-store.ts";

/** The date is not of this event, or gone. */
interface Missing {
  kind: "missing";
}

/** Where and when a date takes place instead; what is left out stays, a length that was announced too. */
export interface NewTime {
  startsAt: Date;
  endsAt?: Date | null;
  hasStartTime?: boolean;
  placeId?: number | null;
}

/** Adds dates, such as those of a series; those that are there already are left out. */
export function addOccurrences(
  database: Database,
  actor: Actor,
  edition: Edition,
  { dates, timeZone }: { dates: readonly NewDate[]; timeZone: string },
): Promise<Revised> {
  return reviseEvent(database, actor, edition, "add_dates", async ({ tx, event }) => {
    await addDates(tx, { eventId: event.id, section: event.section }, dates, { now: actor.now, timeZone });
    return undefined;
  });
}

/** Moves a date in time, in place or both. A correction is told to nobody: reminders follow, and the date has not moved. */
export function moveOccurrence(
  database: Database,
  actor: Actor,
  edition: Edition,
  { occurrenceId, isCorrection = false, ...time }: NewTime & { occurrenceId: number; isCorrection?: boolean },
): Promise<Revised<Missing>> {
  return reviseEvent<Missing>(database, actor, edition, isCorrection ? "correct" : "move", async (bench) => {
    const date = bench.event.occurrences.find(({ id }) => id === occurrenceId);
    return date ? moveDates(bench, [{ date, time }], isCorrection) : { kind: "missing" };
  });
}

/** How far all coming dates move: by days, to another hour of the wall clock, to another place, or all of it. */
export interface DateShift {
  days?: number;
  /** The zone of the wall clock where the dates were announced. */
  time?: { hour: number; minute: number };
  placeId?: number | null;
}

/** Moves every date that has not begun and is not cancelled. */
export function moveAll(database: Database, actor: Actor, edition: Edition, shift: DateShift): Promise<Revised> {
  return reviseEvent(database, actor, edition, "move_all", async (bench) => {
    const coming = bench.event.occurrences.filter(
      ({ startsAt, status }) => startsAt > actor.now && status !== "cancelled" && status !== "postponed",
    );
    await moveDates(
      bench,
      coming.map((date) => ({
        date,
        time: { ...shifted(date, shift), ...("placeId" in shift && { placeId: shift.placeId ?? null }) },
      })),
    );
    return undefined;
  });
}

/** By the wall clock: what began at 19:00 begins at 19:00, whatever the clocks did between. */
function shifted(
  { startsAt, timeZone }: EditableOccurrence,
  { days = 0, time }: DateShift,
): Pick<NewTime, "startsAt" | "hasStartTime"> {
  const moved = inZone(startsAt, timeZone).plus({ days });
  return time ? { startsAt: moved.set(time).toJSDate(), hasStartTime: true } : { startsAt: moved.toJSDate() };
}

/** A date that is called off, and why, a line for each language in which staff said it. */
export interface CalledOff {
  occurrenceId: number;
  reasons?: Texts<string>;
}

/** Leaves a date without a new one for now. */
export const postponeOccurrence = (database: Database, actor: Actor, edition: Edition, date: CalledOff) =>
  setStatus(database, actor, edition, { ...date, verb: "postpone", to: () => "postponed" });

/** Calls a date off. One that nobody has seen yet is taken out of the draft. */
export const cancelOccurrence = (database: Database, actor: Actor, edition: Edition, date: CalledOff) =>
  setStatus(database, actor, edition, { ...date, verb: "cancel", to: () => "cancelled" });

/** Takes a cancellation or postponement back: the date stands as it was announced last. */
export const restoreOccurrence = (database: Database, actor: Actor, edition: Edition, { occurrenceId }: CalledOff) =>
  setStatus(database, actor, edition, {
    occurrenceId,
    verb: "restore",
    to: ({ previousStartsAt }) => (previousStartsAt ? "moved" : "scheduled"),
  });

function setStatus(
  database: Database,
  actor: Actor,
  edition: Edition,
  {
    occurrenceId,
    reasons = {},
    verb,
    to,
  }: CalledOff & { verb: string; to: (date: EditableOccurrence) => OccurrenceStatus },
): Promise<Revised<Missing>> {
  return reviseEvent<Missing>(database, actor, edition, verb, async (bench) => {
    const date = bench.event.occurrences.find(({ id }) => id === occurrenceId);
    if (date === undefined) return { kind: "missing" };
    const isOff = date.status === "cancelled" || date.status === "postponed";
    if (verb === "restore" ? !isOff : date.status === to(date)) return undefined;
    if (verb === "cancel" && !(await isHeardOf(bench, [date.id]))) {
      await bench.tx.occurrence.delete({ where: { id: date.id } });
      return undefined;
    }
    const status = to(date);
    const change = status === "cancelled" || status === "postponed" ? status : "restored";
    await apply(bench, [{ date, values: { ...date, status }, change }]);
    const rows = textsOf(reasons).map(([language, text]) => ({ occurrenceId: date.id, language, text }));
    if (rows.length > 0) await bench.tx.statusReason.createMany({ data: rows });
    return undefined;
  });
}

/** A date nobody heard of is simply another one: only what was announced can have moved. */
async function moveDates(
  bench: Workbench,
  moves: readonly { date: EditableOccurrence; time: NewTime }[],
  isCorrection = false,
): Promise<undefined> {
  const isHeard = await isHeardOf(
    bench,
    moves.map(({ date }) => date.id),
  );
  const revisions = moves.map(({ date, time }) => {
    const { startsAt, hasStartTime = date.hasStartTime, placeId = date.placeId } = time;
    const hasMoved = startsAt.getTime() !== date.startsAt.getTime();
    const isNews = hasMoved || date.status === "postponed" || date.status === "cancelled";
    const values = { ...date, startsAt, hasStartTime, placeId, ...endOf(bench, date, time) };
    if (isCorrection) return { date, values, change: undefined };
    if (!isHeard)
      return { date, values: { ...values, status: "scheduled" as const, previousStartsAt: null }, change: undefined };
    if (isNews)
      return {
        date,
        values: { ...values, status: "moved" as const, previousStartsAt: date.startsAt },
        change: "moved" as const,
      };
    const change =
      date.placeId !== null && placeId !== null && date.placeId !== placeId ? ("relocated" as const) : undefined;
    return { date, values, change };
  });
  await apply(bench, revisions);
  return undefined;
}

function endOf(
  { event }: Workbench,
  date: EditableOccurrence,
  { startsAt, endsAt, hasStartTime = date.hasStartTime }: NewTime,
) {
  const length = date.endsAt.getTime() - date.startsAt.getTime();
  const kept = date.hasEndTime ? new Date(startsAt.getTime() + length) : undefined;
  const said = endsAt === undefined ? kept : (endsAt ?? undefined);
  return findEnd({ startsAt, hasStartTime, ...(said && { endsAt: said }) }, event.section, date.timeZone);
}

interface Revision {
  date: EditableOccurrence;
  values: EditableOccurrence;
  change: ChangeKind | undefined;
}

async function apply({ tx, event, actor }: Workbench, revisions: readonly Revision[]): Promise<void> {
  const zones = new Set(revisions.map(({ date }) => date.timeZone));
  for (const timeZone of zones) {
    const steps = revisions
      .filter(({ date }) => date.timeZone === timeZone)
      .map(({ date, values, change }) => ({ kind: "revise" as const, id: date.id, values, change }));
    await applySteps(tx, { eventId: event.id, known: event.occurrences, steps }, { now: actor.now, timeZone });
  }
}

/** Whether residents see the event, or saw it so long that somebody wants to be reminded. */
async function isHeardOf({ tx, event, actor }: Workbench, occurrenceIds: number[]): Promise<boolean> {
  if (event.publishedAt !== null && event.publishedAt <= actor.now) return true;
  return (await tx.reminder.count({ where: { occurrenceId: { in: occurrenceIds } } })) > 0;
}
