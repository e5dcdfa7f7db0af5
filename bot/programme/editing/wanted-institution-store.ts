import type { Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import { findAdministrators } from "../../staff/role-store.ts";
import { fold } from "../../text/fold.ts";

/** Milliseconds that somebody may still want it. */
const validity = 3 * 24 * 3_600_000;

/** Asks owners and admins to make an institution that an editor missed; each once for a name and an editor. */
export async function askForInstitution(
  queries: Queries,
  { name, by, now }: { name: string; by: number; now: Date },
): Promise<void> {
  const people = await findAdministrators(queries);
  await enqueue(
    queries,
    people.map((personId) => ({
      personId,
      kind: "institution-wanted",
      payload: { name, by },
      lane: "normal" as const,
      dueAt: now,
      expiresAt: new Date(now.getTime() + validity),
      dedupeKey: `institution-wanted:${fold(name)}:${by}:${personId}`,
    })),
  );
}
