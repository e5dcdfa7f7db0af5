import { findLately, findTopic } from "../../bot/threads/about-store.ts";
import { findThread, findThreads, measureWaiting } from "../../bot/threads/find-store.ts";
import { tidyThreads } from "../../bot/threads/forget-store.ts";
import { claimPost, tellWritten } from "../../bot/threads/group/post-store.ts";
import { remindOfThreads } from "../../bot/threads/remind-store.ts";
import { writeToStaff } from "../../bot/threads/write-store.ts";
import { type Calls, later, now } from "./stage.ts";

const content = { kind: "text" as const, text: "Не могу зайти", entities: [] };

export const threads: Calls = {
  "threads/about-store.ts": async (database, { learner, group, occurrence }) => {
    const asker = { personId: learner, language: "ru" as const, now };
    await findTopic(database, { kind: "class", id: group }, asker);
    await findTopic(database, { kind: "event", id: occurrence }, asker);
    await findLately(database, learner, now);
  },
  "threads/find-store.ts": async (database, { owner }) => {
    for (const all of [true, false]) {
      await findThreads(database, { personId: owner, all }, { isClosed: !all, page: 0, language: "ru" });
    }
    await findThread(database, 1, "ru");
    await measureWaiting(database, { personId: owner, all: false });
  },
  "threads/forget-store.ts": (database) => tidyThreads(database, now),
  "threads/remind-store.ts": async (database, { learner, group }) => {
    await writeToStaff(database, { personId: learner, about: { kind: "class", id: group }, content, now });
    await remindOfThreads(database, later(90));
  },
  "threads/group/post-store.ts": async (database, { learner }) => {
    await writeToStaff(database, { personId: learner, about: { kind: "question" }, content, now });
    await tellWritten(database);
    await claimPost(database, { door: "telegram", chatId: "-100", setAt: now }, later(1));
  },
  "threads/write-store.ts": (database, { learner }) =>
    writeToStaff(database, { personId: learner, about: { kind: "question" }, content, now }),
};
