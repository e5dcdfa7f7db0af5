import type { Database } from "../../bot/database/database.ts";
import { eventRow } from "../support/factories/event.ts";

/** Questions about events that nobody sees, and of one that is shown, a hidden one and one that waits to be read. */
export async function plantQuestions(
  database: Database,
  { eventIds, author, said }: { eventIds: readonly number[]; author: number; said: string },
  now: Date,
): Promise<{ K: number[] }> {
  await database.event.updateMany({ where: { id: { in: [...eventIds] } }, data: { isConversation: true } });
  const startsAt = new Date(now.getTime() + 3_600_000);
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), startsLocal: startsAt, changedAt: now };
  const open = await database.event.create({
    data: {
      ...eventRow(now, { isConversation: true, publishedAt: now, audiences: [], accessibility: [] }),
      texts: { create: { language: "ru", title: "Открытая беседа" } },
      occurrences: { create: { ...times, timeZone: "Europe/Moscow" } },
    },
  });
  const K: number[] = [];
  const planted = [
    ...eventIds.map((eventId) => ({ eventId, state: "waiting" as const })),
    { eventId: open.id, state: "hidden" as const },
    { eventId: open.id, state: "held" as const },
  ];
  for (const { eventId, state } of planted) {
    const text = `${said} question ${state} of ${eventId}`;
    const { id } = await database.question.create({
      data: { eventId, state, text, folded: text, authorId: BigInt(author), createdAt: now, voices: 1 },
    });
    K.push(id);
  }
  return { K };
}
