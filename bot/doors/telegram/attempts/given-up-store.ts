import type { Queries } from "../../../database/database.ts";
import { enqueue } from "../../../delivery/outbox-store.ts";
import type { Door } from "../../../people/address.ts";
import { findAdministrators } from "../../../staff/role-store.ts";
import { updateKey } from "../intake/updates.ts";

/** Milliseconds that such news makes sense. */
const validity = 24 * 3_600_000;

/** Tells owners and admins that an update was given up because the program died of it, once each. */
export async function tellGivenUp(
  queries: Queries,
  { updateId, door, deaths, now }: { updateId: number; door: Door; deaths: number; now: Date },
): Promise<void> {
  const staff = await findAdministrators(queries);
  await enqueue(
    queries,
    staff.map((personId) => ({
      personId,
      kind: "update-given-up",
      payload: { reference: String(updateId), deaths },
      lane: "normal",
      dueAt: now,
      expiresAt: new Date(now.getTime() + validity),
      dedupeKey: `update-given-up:${updateKey(updateId, door)}:${personId}`,
    })),
  );
}
