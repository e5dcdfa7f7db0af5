import type { Database } from "../../bot/database/database.ts";

interface Sayings {
  id: number;
  colleagueId: number;
  name: string;
  text: string;
  occurrenceId: number;
  lessonId: number;
  now: Date;
}

/** What she said of a lesson, wrote, complained of and decided about what others wrote. */
export async function saysAndModerates(
  database: Database,
  { id, colleagueId, name, text, occurrenceId, lessonId, now }: Sayings,
): Promise<void> {
  const personId = BigInt(id);
  await database.lessonRating.create({ data: { personId, lessonId, stars: 4, ratedAt: now } });
  const { eventId } = await database.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } });
  const shown = { eventId, state: "published", writtenAt: now, publishedAt: now, isNewcomer: false } as const;
  await database.comment.create({ data: { ...shown, personId, name, text } });
  const answer = { create: { authorId: personId, text: "Спасибо", answeredAt: now } };
  const flags = { create: { personId, flaggedAt: now } };
  await database.comment.create({ data: { ...shown, text: "Хорошо", decidedBy: personId, answer, flags } });
  await database.commentBan.create({ data: { personId, bannedAt: now, until: now } });
  await database.commentBan.create({
    data: { personId: BigInt(colleagueId), bannedBy: personId, bannedAt: now, until: now },
  });
}
