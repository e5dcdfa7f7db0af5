import type { Database } from "../../bot/database/database.ts";

/** Plants a comment that waits for whoever moderates. */
export async function plantVoices(
  database: Database,
  { eventId, author, said }: { eventId: number; author: number; said: string },
  now: Date,
): Promise<{ Q: number[] }> {
  const comment = await database.comment.create({
    data: {
      ...{ personId: BigInt(author), eventId, text: `${said} comment`, state: "waiting", writtenAt: now },
      ...{ waitingSince: now, hold: "first", isNewcomer: false },
    },
  });
  return { Q: [comment.id] };
}
