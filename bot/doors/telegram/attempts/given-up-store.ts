import type { Queries } from "../../../database/database.ts";
import { enqueue } from "../../../delivery/outbox-store.ts";
import { updateKey } from "../intake/updates.ts";

/** Milliseconds that such news makes sense. */
const validity = 24 * 3_600_000;

/** Tells owners and admins that an update was given up because the program died of it, once each. */
export async function tellGivenUp(
  queries: Queries,
  { updateId, deaths, now }: { updateId: number; deaths: number; now: Date },
): Promise<void> {
  const staff = await queries.$queryRaw<{ personId: bigint }[]>`
    SELECT DISTINCT "personId" FROM "StaffRole" WHERE "role" IN ('owner', 'admin')`;
  await enqueue(
    queries,
    staff.map(({ personId }) => ({
      personId: Number(personId),
      kind: "update-given-up",
      payload: { reference: String(updateId), deaths },
      lane: "normal",
      dueAt: now,
      expiresAt: new Date(now.getTime() + validity),
      dedupeKey: `update-given-up:${updateKey(updateId)}:${personId}`,
    })),
  );
}
