import type { Database } from "../../bot/database/database.ts";

/** Ideas that were declined and are held back, which their author alone may read, one whose text was taken away, and an open vote. */
export async function plantIdeas(
  database: Database,
  { resident, said }: { resident: number; said: string },
  now: Date,
): Promise<{ J: number[]; v: number[] }> {
  const authorId = BigInt(resident);
  const idea = { authorId, language: "ru", createdAt: now, changedAt: now, titleTrigrams: 0, bodyTrigrams: 0 } as const;
  const supporters = { create: { personId: authorId, givenAt: now, isFresh: false, knownTo: 0 } };
  const declined = {
    title: `${said} idea`,
    body: `${said} body`,
    answer: `${said} reason`,
    state: "declined",
  } as const;
  const made = await Promise.all([
    database.idea.create({ data: { ...idea, ...declined, folded: "declined", voices: 1, supporters } }),
    database.idea.create({
      data: { ...idea, title: `${said} held`, body: `${said} text`, folded: "held", heldAt: now, voices: 1 },
    }),
    database.idea.create({ data: { ...idea, title: "", body: "", folded: "", voices: 1 } }),
  ]);
  const vote = await database.vote.create({
    data: {
      ...{ results: "ended", createdAt: now },
      texts: { create: { language: "ru", question: "Открытое голосование", options: ["Да", "Нет"] } },
    },
  });
  return { J: made.map(({ id }) => id), v: [vote.id] };
}
