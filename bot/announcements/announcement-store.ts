import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { type Acted, type Actor, type Audited, actAs, note } from "../staff/act-store.ts";
import { type AnnouncementDraft, type AnnouncementState, isAsConfirmed, secondAdminFrom } from "./announcement.ts";
import { audienceSchema } from "./audience/audience.ts";
import { countRecipients } from "./audience/count-store.ts";
import { askOthers, tellAuthor } from "./draft/proposal-store.ts";
import { type Elsewhere, elsewhere } from "./sending/conflict-store.ts";
import { giveBackClaimed } from "./sending/pause-store.ts";

/**
 * What staff does with an announcement. Each move is one statement guarded by the state that it starts from, so that of
 * two admins who press at once the second is told how it stands.
 */

const action = "announcements.send";

export type Moved = { kind: "moved"; state: AnnouncementState } | Elsewhere;

export type Confirmed =
  | { kind: "moved"; state: "proposed" | "scheduled" }
  /** The audience has grown since its number was said: staff is to be asked again. */
  | { kind: "grown"; count: number }
  | { kind: "nobody" }
  | Elsewhere;

/** Confirms a draft with the number of recipients that was said; from so many on a second admin has to agree. */
export async function confirm(
  database: Database,
  actor: Actor,
  { id, count: said }: { id: number; count: number },
  options: { secondAdminFrom: number } = { secondAdminFrom },
): Promise<Acted<Confirmed>> {
  return actAs(database, actor, { action }, async (tx, audit): Promise<Confirmed> => {
    // Held until the commit, so that what was counted is what goes out.
    await tx.$executeRaw`SELECT 1 FROM "Announcement" WHERE "id" = ${id} FOR UPDATE`;
    const draft = await tx.announcement.findUnique({ where: { id }, select: { audience: true } });
    if (draft === null) return { kind: "elsewhere", state: null };
    const count = await countRecipients(tx, audienceSchema.parse(draft.audience), actor.now);
    if (count === 0) return { kind: "nobody" };
    if (!isAsConfirmed(said, count)) return { kind: "grown", count };
    const to = count >= options.secondAdminFrom ? "proposed" : "scheduled";
    const moved = await tx.announcement.updateMany({
      where: { id, state: "draft" },
      data: { state: to, confirmedBy: BigInt(actor.by), audienceSize: count, refusal: null },
    });
    if (moved.count === 0) return elsewhere(tx, id);
    await audit({ subject: `announcement:${id}`, verb: "confirm", after: { state: to, count } });
    if (to === "proposed") await askOthers(tx, id, actor);
    await wakeDispatcher(tx);
    return { kind: "moved", state: to };
  });
}

/** Agrees to what another admin proposed. */
export async function second(
  database: Database,
  actor: Actor,
  id: number,
): Promise<Acted<Moved | { kind: "your own" }>> {
  return actAs(database, actor, { action }, async (tx, audit) => {
    const seconded = await tx.announcement.updateMany({
      where: { id, state: "proposed", confirmedBy: { not: BigInt(actor.by) } },
      data: { state: "scheduled", secondedBy: BigInt(actor.by) },
    });
    if (seconded.count === 0) {
      const { state } = await elsewhere(tx, id);
      return state === "proposed" ? { kind: "your own" } : { kind: "elsewhere", state };
    }
    await audit({ subject: `announcement:${id}`, verb: "second", after: { state: "scheduled" } });
    await tellAuthor(tx, id, actor, true);
    await wakeDispatcher(tx);
    return { kind: "moved", state: "scheduled" };
  });
}

/** When an announcement begins, within which hours it goes out, and whether it comes again. */
export type Timing = Pick<AnnouncementDraft, "startAt" | "hours" | "isWeekly" | "repeatUntil">;

/** Sets when it begins and comes again; until it has begun. */
export const schedule = (
  database: Database,
  actor: Actor,
  { id, startAt, hours, isWeekly, repeatUntil }: Timing & { id: number },
): Promise<Acted<Moved>> =>
  move(database, actor, id, {
    verb: "schedule",
    from: ["draft", "proposed", "scheduled"],
    set: Prisma.sql`"startAt" = ${startAt}, "windowFrom" = ${hours?.from ?? null}, "windowUntil" = ${hours?.until ?? null},
      "isWeekly" = ${isWeekly}, "repeatUntil" = ${repeatUntil}`,
  });

/** Makes what is still to come a draft again, of whoever wants to change it; what was agreed to is to be agreed to anew. */
export const rewrite = (database: Database, actor: Actor, id: number): Promise<Acted<Moved>> =>
  move(database, actor, id, {
    verb: "rewrite",
    from: ["proposed", "scheduled"],
    where: Prisma.sql`"audience" ->> 'kind' = 'people'`,
    set: Prisma.sql`"state" = 'draft', "authorId" = ${BigInt(actor.by)}, "confirmedBy" = NULL, "secondedBy" = NULL`,
  });

const toPause: Move = {
  verb: "pause",
  from: ["preparing", "running"],
  set: Prisma.sql`"state" = 'paused', "pauseReason" = NULL`,
  also: giveBackClaimed,
};

const toResume: Move = {
  verb: "resume",
  from: ["paused"],
  set: Prisma.sql`
    "state" = CASE WHEN "cursor" IS NULL AND "filledAt" IS NULL THEN 'preparing' ELSE 'running' END::"AnnouncementState",
    "pauseReason" = NULL, "failuresInRow" = 0, "triedBefore" = "sent" + "failed" + "uncertain", "failedBefore" = "failed"`,
};

/** Lets nothing more of it go out until it is resumed; what is under way right now still arrives. */
export const pause = (database: Database, actor: Actor, id: number): Promise<Acted<Moved>> =>
  move(database, actor, id, toPause);

/** Goes on where it stopped; what failed before does not pause it again. */
export const resume = (database: Database, actor: Actor, id: number): Promise<Acted<Moved>> =>
  move(database, actor, id, toResume);

/** Pauses or resumes it by the operator's command. */
export const moveByCommand = (
  database: Database,
  { id, what, now }: { id: number; what: "pause" | "resume"; now: Date },
): Promise<Moved> =>
  database.$transaction((tx) =>
    moveIn(
      tx,
      (entry) => note(tx, { personId: null, at: now, action: "command", ...entry }),
      id,
      {
        pause: toPause,
        resume: toResume,
      }[what],
    ),
  );

/** Ends it, and with it the weeks to come; what was not sent yet is cancelled by the runner, in batches. */
export const cancel = (database: Database, actor: Actor, id: number): Promise<Acted<Moved>> =>
  move(database, actor, id, {
    verb: "cancel",
    from: ["draft", "proposed", "scheduled", "preparing", "running", "paused"],
    set: Prisma.sql`"state" = 'cancelled'`,
    async also(queries) {
      await giveBackClaimed(queries, id);
      await queries.announcement.updateMany({
        where: { parentId: id, isWeekly: true, state: "scheduled" },
        data: { state: "cancelled" },
      });
    },
  });

interface Move {
  verb: string;
  from: AnnouncementState[];
  set: Prisma.Sql;
  /** Default: any. */
  where?: Prisma.Sql;
  also?: (queries: Queries, id: number) => Promise<void>;
}

const move = (database: Database, actor: Actor, id: number, to: Move): Promise<Acted<Moved>> =>
  actAs(database, actor, { action }, (tx, audit) => moveIn(tx, audit, id, to));

async function moveIn(
  tx: Prisma.TransactionClient,
  audit: (entry: Audited) => Promise<unknown>,
  id: number,
  { verb, from, set, where = Prisma.sql`true`, also }: Move,
): Promise<Moved> {
  const [row] = await tx.$queryRaw<{ state: AnnouncementState }[]>`
    UPDATE "Announcement" SET ${set} WHERE "id" = ${id} AND "state" = ANY(${from}::text[]::"AnnouncementState"[]) AND ${where}
    RETURNING "state"::text AS "state"`;
  if (row === undefined) return elsewhere(tx, id);
  await also?.(tx, id);
  await audit({ subject: `announcement:${id}`, verb, after: { state: row.state } });
  await wakeDispatcher(tx);
  return { kind: "moved", state: row.state };
}
