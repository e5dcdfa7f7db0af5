import type { Prisma } from "../../../prisma/client/client.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import { isQuiet, quietHoursOf } from "../../people/quiet-hours.ts";

/** Milliseconds for which news of a comment is worth bringing. */
const bringFor = 14 * 24 * 3_600_000;

/** Tells the author of a comment what became of it, without a sound in their quiet hours. Nobody, where they were erased. */
export async function tellAuthor(
  tx: Prisma.TransactionClient,
  {
    id,
    kind,
    now,
    cityZone,
  }: { id: number; kind: "comment-decided" | "comment-answered"; now: Date; cityZone: string },
): Promise<void> {
  const comment = await tx.comment.findUnique({ where: { id }, select: { person: true } });
  const person = comment?.person;
  if (!person) return;
  await enqueue(tx, [
    {
      personId: Number(person.id),
      kind,
      payload: { commentId: id },
      lane: "normal",
      dueAt: now,
      expiresAt: new Date(now.getTime() + bringFor),
      dedupeKey: `${kind}:${id}:${now.getTime()}`,
      silent: isQuiet(now, quietHoursOf(person), person.timeZone ?? cityZone),
    },
  ]);
}
