import type { Prisma } from "../../../prisma/client/client.ts";
import { indexEvents } from "../search/index/index-store.ts";
import { recompose } from "./compose-store.ts";
import { findContenders } from "./contender-store.ts";
import { type Doubt, matchDates } from "./judge-pair.ts";
import { giveVoicesBack, moveVoices } from "./voices-store.ts";

type Transaction = Prisma.TransactionClient;

/** Two events of which one gives way to the other. */
export interface EventMerging {
  keptId: number;
  goneId: number;
}

/** Two events as a pair is stored. */
export const pairOf = ({ keptId, goneId }: EventMerging) => ({
  firstId: Math.min(keptId, goneId),
  secondId: Math.max(keptId, goneId),
});

/**
 * Lets one event stand for two: the other one is not shown any more, its reminders and ratings follow, and what the better source
 * says is shown part by part. False where one of them is not shown by now, and nothing was done.
 */
export async function mergeEvents(
  tx: Transaction,
  merging: EventMerging,
  { likeness, reason }: { likeness: number; reason: Doubt | "none" },
  now: Date,
): Promise<boolean> {
  const { keptId, goneId } = merging;
  await hold(tx, merging);
  const found = await findContenders(tx, [keptId, goneId], now);
  const [kept, gone] = [found.get(keptId), found.get(goneId)];
  if (!kept || !gone || kept.isWithdrawn || gone.isWithdrawn || gone.holdsOthers) return false;
  const pair = pairOf(merging);
  const values = { state: "merged", keptId, likeness, reason, settledAt: now } as const;
  await tx.eventPair.upsert({
    where: { firstId_secondId: pair },
    create: { ...pair, ...values, foundAt: now },
    update: values,
  });
  await tx.event.update({ where: { id: goneId }, data: { withdrawnAt: now, updatedAt: now }, select: { id: true } });
  const matches = matchDates(gone.allDates, kept.allDates).map(([old, standing]) => ({
    from: old.id,
    to: standing.id,
  }));
  await moveVoices(tx, matches, now);
  // Who was told of the one is not told of the other.
  await tx.$executeRaw`
    INSERT INTO "WishNews" ("wishId", "eventId", "foundAt", "toldAt")
    SELECT "wishId", ${keptId}, "foundAt", "toldAt" FROM "WishNews" WHERE "eventId" = ${goneId}
    ON CONFLICT DO NOTHING`;
  await recompose(tx, keptId, now);
  await indexEvents(tx, [keptId, goneId]);
  return true;
}

/**
 * Undoes a merging: both are shown as their sources have them, and what was moved goes back. `state`: told apart for ever, or
 * to be looked at, with what is doubtful.
 */
export async function partEvents(
  tx: Transaction,
  merging: EventMerging,
  after: { state: "distinct" } | { state: "suspected"; reason: Doubt },
  now: Date,
): Promise<void> {
  const { keptId, goneId } = merging;
  await hold(tx, merging);
  const { count } = await tx.eventPair.updateMany({
    where: { ...pairOf(merging), state: "merged" },
    data: { ...after, keptId: null, settledAt: after.state === "distinct" ? now : null },
  });
  if (count === 0) return;
  await tx.event.update({ where: { id: goneId }, data: { withdrawnAt: null, updatedAt: now }, select: { id: true } });
  await giveVoicesBack(tx, merging, now);
  await recompose(tx, keptId, now);
  await indexEvents(tx, [keptId, goneId]);
}

/** Brings back all that gave way to an event; call it before the event is deleted, or they would stay hidden for ever. */
export async function partFromAll(tx: Transaction, keptId: number, now: Date): Promise<void> {
  const pairs = await tx.eventPair.findMany({
    where: { state: "merged", keptId },
    select: { firstId: true, secondId: true },
  });
  for (const { firstId, secondId } of pairs) {
    const goneId = keptId === firstId ? secondId : firstId;
    await partEvents(tx, { keptId, goneId }, { state: "distinct" }, now);
  }
}

/** Holds both events until the commit, in the order of their numbers. */
async function hold(tx: Transaction, { keptId, goneId }: EventMerging): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Event" WHERE "id" IN (${keptId}, ${goneId}) ORDER BY "id" FOR UPDATE`;
}
