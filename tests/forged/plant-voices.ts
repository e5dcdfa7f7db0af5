import type { Database } from "../../bot/database/database.ts";

/** Plants a vote that is open to all, and a comment that waits for whoever moderates. */
export async function plantVoices(
  database: Database,
  { eventId, author, said }: { eventId: number; author: number; said: string },
  now: Date,
): Promise<{ v: number[]; q: number[] }> {
  const vote = await database.vote.create({
    data: {
      ...{ results: "ended", createdAt: now },
      texts: { create: { language: "ru", question: "Открытое голосование", options: ["Да", "Нет"] } },
    },
  });
  const comment = await database.comment.create({
    data: {
      ...{ personId: BigInt(author), eventId, text: `${said} comment`, state: "waiting", writtenAt: now },
      ...{ waitingSince: now, hold: "first", isNewcomer: false },
    },
  });
  return { v: [vote.id], q: [comment.id] };
}
