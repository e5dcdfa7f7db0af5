import { isQuiet, type Nights, quietHoursOf } from "./quiet-hours.ts";

/** Somebody for whom there is news, and when they are not to be disturbed. */
export interface Due extends Nights {
  personId: bigint;
  timeZone: string | null;
}

/** How many of those for whom there is news are found, and told, at a time. */
export const dueAtOnce = 1_000;

interface News {
  /** Finds at most `dueAtOnce` people behind a number, in the order of their numbers. */
  findDue(after: bigint): Promise<Due[]>;
  /** Tells some of them; resolves to how many. */
  tell(people: readonly bigint[]): Promise<number>;
}

/** Tells news to everybody who is not in their quiet hours now; the others are found again later. Returns how many are told. */
export async function tellAwake(
  { now, cityZone }: { now: Date; cityZone: string },
  { findDue, tell }: News,
): Promise<number> {
  let told = 0;
  for (let after = 0n; ; ) {
    const people = await findDue(after);
    const last = people.at(-1);
    if (last === undefined) return told;
    after = last.personId;
    const awake = people.filter((each) => !isQuiet(now, quietHoursOf(each), each.timeZone ?? cityZone));
    if (awake.length > 0) told += await tell(awake.map(({ personId }) => personId));
  }
}
