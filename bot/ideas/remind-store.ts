import type { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { patience, tellModerators } from "../staff/moderators-store.ts";
import { type Queue, unanswered } from "./idea.ts";

/** What staff has let wait: ideas held back for a day, and others past the day by which they were to be answered. */
export async function findNeglected(queries: Queries, now: Date): Promise<Record<"held" | "due", number>> {
  const waits = { title: { not: "" }, state: { in: [...unanswered] } } satisfies Prisma.IdeaWhereInput;
  const [held, due] = await Promise.all([
    queries.idea.count({ where: { ...waits, heldAt: { lte: new Date(now.getTime() - patience) } } }),
    queries.idea.count({ where: { ...waits, dueAt: { lt: now } } }),
  ]);
  return { held, due } satisfies Partial<Record<Queue, number>>;
}

/** Reminds whoever moderates of them, once on the city's `day`. Returns how many there are. */
export async function remindOfIdeas(database: Database, day: string, now: Date): Promise<number> {
  const { held, due } = await findNeglected(database, now);
  if (held + due > 0) await database.$transaction((tx) => tellModerators(tx, "ideas-wait", day, now));
  return held + due;
}
