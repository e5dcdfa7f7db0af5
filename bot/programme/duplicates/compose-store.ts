import type { Prisma } from "../../../prisma/client/client.ts";
import { indexEvents } from "../search/index/index-store.ts";
import { compose, ownParts } from "./compose.ts";
import { findParts, writeParts } from "./event-parts-store.ts";
import { isSamePart, type PartValue } from "./parts.ts";

type Transaction = Prisma.TransactionClient;

/** Brings what an event says in line with the events that have given way to it; call it after each change of one of them. */
export async function recompose(tx: Transaction, keptId: number, now: Date): Promise<void> {
  const goneIds = await findGone(tx, keptId);
  const found = await findParts(tx, [keptId, ...goneIds]);
  const kept = found.find(({ eventId }) => eventId === keptId);
  if (kept === undefined) return;
  const own = ownParts(kept.parts, kept.borrowed);
  const others = found.filter(({ eventId }) => eventId !== keptId);
  const borrowed = compose({ ...kept, parts: own }, others);
  const changed: Record<string, PartValue> = {};
  for (const name of new Set([...Object.keys(kept.borrowed), ...Object.keys(borrowed)])) {
    const wanted = borrowed[name] ? borrowed[name].shown : (own[name] ?? null);
    if (!isSamePart(kept.parts[name], wanted)) changed[name] = wanted;
  }
  if (Object.keys(borrowed).length === 0) await tx.composition.deleteMany({ where: { eventId: keptId } });
  else {
    await tx.composition.upsert({
      where: { eventId: keptId },
      create: { eventId: keptId, parts: borrowed },
      update: { parts: borrowed },
    });
  }
  if (Object.keys(changed).length === 0) return;
  await writeParts(tx, keptId, changed, now);
  await indexEvents(tx, [keptId]);
}

/** Lets the events that one is merged with follow a change of it, in the same transaction. */
export async function followMerging(tx: Transaction, eventId: number, now: Date): Promise<void> {
  const pairs = await tx.eventPair.findMany({
    where: { state: "merged", OR: [{ firstId: eventId }, { secondId: eventId }] },
    select: { keptId: true },
  });
  for (const keptId of new Set(pairs.flatMap((pair) => pair.keptId ?? []))) await recompose(tx, keptId, now);
}

async function findGone(tx: Transaction, keptId: number): Promise<number[]> {
  const pairs = await tx.eventPair.findMany({
    where: { state: "merged", keptId },
    select: { firstId: true, secondId: true },
  });
  return pairs.map(({ firstId, secondId }) => (firstId === keptId ? secondId : firstId));
}
