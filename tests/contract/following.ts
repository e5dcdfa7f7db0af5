import { countByArea, findCourses, findFilterableGroups } from "../../bot/classes/courses/list-store.ts";
import { followArea } from "../../bot/classes/following/follow-store.ts";
import { findNewGroups } from "../../bot/classes/following/news-store.ts";
import { tellNewGroups } from "../../bot/classes/following/tell-store.ts";
import { findOwnLessons } from "../../bot/classes/lessons/own-lessons-store.ts";
import type { Database } from "../../bot/database/database.ts";
import { type Calls, later, now, zone } from "./stage.ts";

/** Everybody follows a subject since before there was any group. */
async function followed(database: Database): Promise<void> {
  for (const { id } of await database.person.findMany({ select: { id: true } })) {
    await followArea(database, Number(id), "digital", new Date(0));
  }
}

export const following: Calls = {
  "classes/courses/list-store.ts": async (database) => {
    await findCourses(database, {
      area: "digital",
      language: "ru",
      page: 0,
      now,
      personId: 0,
      filters: { weekday: [1], free: true },
    });
    await findFilterableGroups(database, "digital", now);
    await countByArea(database, now);
  },
  "classes/following/news-store.ts": async (database, { learner }) => {
    await followed(database);
    const known = new Map([["digital", new Date(0)]]);
    await findNewGroups(database, learner, { until: now, known }, { language: "tt", now });
  },
  "classes/following/tell-store.ts": async (database) => {
    await followed(database);
    await tellNewGroups(database, { now, cityZone: zone });
  },
  "classes/lessons/own-lessons-store.ts": (database, { learner }) =>
    findOwnLessons({ database }, { personId: learner, language: "tt", from: now, to: later(7 * 24 * 60) }),
};
