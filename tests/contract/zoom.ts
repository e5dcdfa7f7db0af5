import { countMeetings, findGroupAtZoom, queueUnregistered, saveOccurrences } from "../../bot/zoom/meeting-store.ts";
import { notePresence } from "../../bot/zoom/presence-store.ts";
import { findLearnerAtZoom, saveRegistrant } from "../../bot/zoom/registrant-store.ts";
import {
  claimTask,
  findNextTask,
  forgetRegistrants,
  postponeAccount,
  postponeTask,
  queueZoom,
  renewTask,
  settleTask,
} from "../../bot/zoom/tasks/task-store.ts";
import { measureTrouble } from "../../bot/zoom/tasks/trouble-store.ts";
import { type Calls, later, now } from "./stage.ts";

export const zoom: Calls = {
  "zoom/meeting-store.ts": async (database, { group, lesson }) => {
    await findGroupAtZoom(database, group, now);
    await countMeetings(database);
    await queueUnregistered(database, group, now);
    await saveOccurrences(database, [{ lessonId: lesson, occurrenceId: "1" }]);
  },
  "zoom/presence-store.ts": async (database, { pastLesson }) => {
    const { startsAt } = await database.lesson.findUniqueOrThrow({ where: { id: pastLesson } });
    await notePresence(database, "registrant", { kind: "joined", at: startsAt });
    await notePresence(database, "registrant", { kind: "left", at: new Date(startsAt.getTime() + 60_000) });
  },
  "zoom/registrant-store.ts": async (database, { enrolment }) => {
    await findLearnerAtZoom(database, enrolment, now);
    await saveRegistrant(database, { enrolmentId: enrolment, registrantId: "r", joinUrl: "https://example.org" }, now);
  },
  "zoom/tasks/task-store.ts": async (database, { group, learner }) => {
    await queueZoom(database, [{ kind: "meeting", groupId: group }], now);
    await findNextTask(database);
    const task = await claimTask(database, now);
    if (task === undefined) throw new Error("There is no task to claim.");
    await renewTask(database, task, now);
    await postponeTask(database, task, { dueAt: later(1), reason: "busy", isFailure: true });
    await settleTask(database, task, null, now);
    await postponeAccount(database, "a", later(10), false);
    await forgetRegistrants(database, learner, now);
  },
  "zoom/tasks/trouble-store.ts": (database) => measureTrouble(database, now),
};
