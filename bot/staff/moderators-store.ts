import type { Prisma } from "../../prisma/client/client.ts";
import { enqueue } from "../delivery/outbox-store.ts";

/** Milliseconds after which something has waited for a human for too long, and after which staff hears of it again. */
export const patience = 24 * 3_600_000;

/**
 * Tells whoever moderates what waits for them: a delivery of a kind, which looks itself at what it says. Once for each `slot`.
 */
export async function tellModerators(
  tx: Prisma.TransactionClient,
  kind: string,
  slot: string,
  now: Date,
): Promise<void> {
  // permissions.ts has the rights of these roles.
  const people = await tx.staffRole.findMany({
    where: { role: { in: ["owner", "admin", "moderator"] } },
    distinct: ["personId"],
    select: { personId: true },
  });
  await enqueue(
    tx,
    people.map(({ personId }) => ({
      personId: Number(personId),
      kind,
      payload: {},
      lane: "normal" as const,
      dueAt: now,
      expiresAt: new Date(now.getTime() + patience),
      dedupeKey: `${kind}:${personId}:${slot}`,
    })),
  );
}
