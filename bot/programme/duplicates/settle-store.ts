import type { Database } from "../../database/database.ts";
import { note } from "../../staff/act-store.ts";
import { findCandidates } from "./candidate-store.ts";
import { chooseKept } from "./choose-kept.ts";
import { type FoundContender, findContenders } from "./contender-store.ts";
import { type Doubt, hasDaysOf, judgePair } from "./judge-pair.ts";
import { type EventMerging, mergeEvents, partEvents } from "./merge-store.ts";

/** What became of pairs. */
export interface SettledPairs {
  merged: number;
  /** New ones, for staff to look at. */
  suspected: number;
  /** Merged ones that are two again: one has got a date that the other one has not. */
  parted: number;
}

/** Events that are looked through at once. */
const batch = 200;

/** Does so for many events, one part after another, until it is told to stop; what is left is looked through at night. */
export async function settleAll(
  database: Database,
  eventIds: readonly number[],
  now: Date,
  signal?: AbortSignal,
): Promise<SettledPairs> {
  const sum: SettledPairs = { merged: 0, suspected: 0, parted: 0 };
  for (let at = 0; at < eventIds.length && !signal?.aborted; at += batch) {
    const { merged, suspected, parted } = await settleDuplicates(database, eventIds.slice(at, at + batch), now);
    sum.merged += merged;
    sum.suspected += suspected;
    sum.parted += parted;
  }
  return sum;
}

type Pair = { firstId: number; secondId: number };
type Judged = Pair & { likeness: number; doubt: Doubt | null };
type Contenders = ReadonlyMap<number, FoundContender>;

/** Merging goes on for as long as a show with hundreds of dates and its reminders takes. */
const patience = { maxWait: 10_000, timeout: 30_000 };

/**
 * Looks for duplicates of these events among those of other sources: merges what is certainly one, and keeps for staff what may be.
 * A pair that somebody told apart stays apart.
 */
export async function settleDuplicates(
  database: Database,
  eventIds: readonly number[],
  now: Date,
): Promise<SettledPairs> {
  const settled: SettledPairs = { merged: 0, suspected: 0, parted: await partOutgrown(database, eventIds, now) };
  const old = await findSuspicions(database, eventIds);
  const pairs = uniquePairs([...(await findCandidates(database, eventIds, now)), ...old]);
  const contenders = await findContenders(database, idsOf(pairs), now);
  const judged = pairs.flatMap((pair) => judge(pair, contenders));
  const certain = judged.filter(({ doubt }) => doubt === null);
  const doubtful = judged.filter(({ doubt }) => doubt !== null);
  const still = new Set(judged.map(keyOf));
  await forgetPairs(
    database,
    old.filter((pair) => !still.has(keyOf(pair))),
  );
  for (const pair of certain) {
    if (isOneOfSeveral(pair, certain, contenders)) doubtful.push({ ...pair, doubt: "several" });
    else {
      const doubt = await merge(database, pair, now);
      if (doubt === null) settled.merged += 1;
      else if (doubt !== "gone") doubtful.push({ ...pair, doubt });
    }
  }
  for (const { doubt, ...pair } of doubtful) {
    if (doubt === null) continue;
    const values = { likeness: pair.likeness, reason: doubt };
    const { count } = await database.eventPair.createMany({
      data: [{ ...pair, ...values, state: "suspected", foundAt: now }],
      skipDuplicates: true,
    });
    settled.suspected += count;
    const { firstId, secondId } = pair;
    if (count === 0)
      await database.eventPair.updateMany({ where: { firstId, secondId, state: "suspected" }, data: values });
  }
  return settled;
}

const keyOf = ({ firstId, secondId }: Pair): string => `${firstId} ${secondId}`;
const uniquePairs = (pairs: readonly Pair[]): Pair[] => [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
const idsOf = (pairs: readonly Pair[]): number[] => [
  ...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId])),
];

function judge(pair: Pair, contenders: Contenders): Judged[] {
  const [one, other] = [contenders.get(pair.firstId), contenders.get(pair.secondId)];
  if (!one || !other || one.isWithdrawn || other.isWithdrawn) return [];
  const verdict = judgePair(one, other);
  if (verdict.kind === "different") return [];
  return [{ ...pair, likeness: verdict.likeness, doubt: verdict.kind === "similar" ? verdict.doubt : null }];
}

/** Whether one of the two is as certainly another event of the same source: then neither is certain. */
function isOneOfSeveral(pair: Judged, certain: readonly Judged[], contenders: Contenders): boolean {
  const rivals = (eventId: number, otherId: number): boolean =>
    certain.some((rival) => {
      if (rival === pair || (rival.firstId !== eventId && rival.secondId !== eventId)) return false;
      const partnerId = rival.firstId === eventId ? rival.secondId : rival.firstId;
      return contenders.get(partnerId)?.source === contenders.get(otherId)?.source;
    });
  return rivals(pair.firstId, pair.secondId) || rivals(pair.secondId, pair.firstId);
}

/** Merges a pair unless it is in doubt by now; "gone": one of them is not shown any more. */
function merge(database: Database, { firstId, secondId, likeness }: Judged, now: Date): Promise<Doubt | "gone" | null> {
  return database.$transaction(async (tx) => {
    const found = await findContenders(tx, [firstId, secondId], now);
    const [one, other] = [found.get(firstId), found.get(secondId)];
    if (!one || !other || one.isWithdrawn || other.isWithdrawn) return "gone";
    const choice = chooseKept(one, other);
    if (choice.kind === "doubt") return choice.doubt;
    // What a person made is never hidden unasked.
    if (found.get(choice.goneId)?.source === null) return "by_hand";
    if (!(await mergeEvents(tx, choice, { likeness, reason: "none" }, now))) return "gone";
    const subject = `event:${choice.keptId}`;
    const after = { eventId: choice.goneId };
    await note(tx, { personId: null, at: now, action: "programme.edit", subject, verb: "merge", after });
    return null;
  }, patience);
}

/** Pairs of these events that wait for somebody to look at them. */
function findSuspicions(database: Database, eventIds: readonly number[]): Promise<Pair[]> {
  const ids = [...eventIds];
  return database.eventPair.findMany({
    where: { state: "suspected", OR: [{ firstId: { in: ids } }, { secondId: { in: ids } }] },
    select: { firstId: true, secondId: true },
  });
}

async function forgetPairs(database: Database, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length > 0) await database.eventPair.deleteMany({ where: { state: "suspected", OR: [...pairs] } });
}

/** Parts merged events of which the hidden one has got a day that the shown one has not, or was brought back by somebody. */
async function partOutgrown(database: Database, eventIds: readonly number[], now: Date): Promise<number> {
  const ids = [...eventIds];
  const merged = await database.eventPair.findMany({
    where: { state: "merged", OR: [{ firstId: { in: ids } }, { secondId: { in: ids } }] },
    select: { firstId: true, secondId: true, keptId: true },
  });
  const contenders = await findContenders(database, idsOf(merged), now);
  let parted = 0;
  for (const { firstId, secondId, keptId } of merged) {
    if (keptId === null) continue;
    const merging: EventMerging = { keptId, goneId: keptId === firstId ? secondId : firstId };
    const [kept, gone] = [contenders.get(keptId), contenders.get(merging.goneId)];
    if (!kept || !gone) continue;
    const isBack = !gone.isWithdrawn;
    if (!isBack && (kept.isWithdrawn || hasDaysOf(kept, gone))) continue;
    const after = isBack ? ({ state: "distinct" } as const) : ({ state: "suspected", reason: "dates" } as const);
    await database.$transaction((tx) => partEvents(tx, merging, after, now), patience);
    parted += 1;
  }
  return parted;
}
