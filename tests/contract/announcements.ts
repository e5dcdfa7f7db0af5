import { confirm, pause, resume, rewrite, schedule, second } from "../../bot/announcements/announcement-store.ts";
import { everybody } from "../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../bot/announcements/audience/audience-store.ts";
import { countRecipients } from "../../bot/announcements/audience/count-store.ts";
import { setMuted } from "../../bot/announcements/audience/mute-store.ts";
import { findCoursesNamed, findEventsNamed, findNames } from "../../bot/announcements/draft/choice-store.ts";
import { createDraft } from "../../bot/announcements/draft/draft-store.ts";
import { askOthers, countOthers, refuse } from "../../bot/announcements/draft/proposal-store.ts";
import { findNextWeek } from "../../bot/announcements/draft/series-store.ts";
import { RateMeter } from "../../bot/announcements/progress/progress.ts";
import { claimBoards, isAnyBoardOld } from "../../bot/announcements/progress/progress-message-store.ts";
import { findProgress } from "../../bot/announcements/progress/progress-store.ts";
import { countByLanguage, findRecipients } from "../../bot/announcements/progress/report-store.ts";
import { countOptOut, countTap } from "../../bot/announcements/progress/tap-store.ts";
import { findTold, tellClass } from "../../bot/announcements/sending/class-message-store.ts";
import { fanOut } from "../../bot/announcements/sending/fan-out-store.ts";
import {
  analyzeDeliveries,
  begin,
  cancelRest,
  findAgenda,
  finish,
} from "../../bot/announcements/sending/lifecycle-store.ts";
import { giveBackClaimed, pauseFailing } from "../../bot/announcements/sending/pause-store.ts";
import { findAnnounced } from "../../bot/announcements/sending/text-store.ts";
import { findAnnouncements, findShown } from "../../bot/announcements/view-store.ts";
import type { Database } from "../../bot/database/database.ts";
import type { Content } from "../../bot/delivery/content.ts";
import { type Calls, now, type Stage, zone } from "./stage.ts";

const content: Content = { kind: "text", text: "Завтра концерт", entities: [] };

/** A draft to everybody; resolves to its id. */
async function draft(database: Database, { owner }: Stage, isWeekly = false): Promise<number> {
  const acted = await createDraft(
    database,
    { by: owner, now },
    {
      audience: everybody,
      texts: { ru: content },
      buttons: [],
      startAt: null,
      hours: null,
      isWeekly,
      repeatUntil: null,
    },
  );
  return acted.kind === "done" ? acted.value : 0;
}

export const announcements: Calls = {
  "announcements/announcement-store.ts": async (database, stage) => {
    const id = await draft(database, stage);
    const actor = { by: stage.owner, now };
    const count = await countRecipients(database, everybody, now);
    await confirm(database, actor, { id, count }, { secondAdminFrom: 1 });
    await second(database, actor, id);
    await schedule(database, actor, { id, startAt: null, hours: null, isWeekly: false, repeatUntil: null });
    await rewrite(database, actor, id);
    await pause(database, actor, id);
    await resume(database, actor, id);
  },
  "announcements/audience/audience-store.ts": (database) => countAudience(database, everybody, now),
  "announcements/audience/count-store.ts": async (database, stage) => {
    const announcementId = await draft(database, stage);
    for (const correction of ["edit", "delete"] as const)
      await countRecipients(database, { kind: "recipients", announcementId, correction }, now);
  },
  "announcements/audience/mute-store.ts": (database, { learner }) => setMuted(database, learner, true, now),
  "announcements/draft/choice-store.ts": async (database, { course, group, event, institution }) => {
    await findCoursesNamed(database, "а", "ru");
    await findEventsNamed(database, { text: "а", language: "ru", now });
    await findNames(
      database,
      { courseIds: [course], groupIds: [group], eventIds: [event], institutionIds: [institution] },
      "ru",
    );
  },
  "announcements/draft/proposal-store.ts": async (database, stage) => {
    const id = await draft(database, stage);
    await askOthers(database, id, { by: stage.learner, now });
    await refuse(database, { by: stage.owner, now }, { id, reason: null });
    await countOthers(database, stage.owner);
  },
  "announcements/draft/series-store.ts": (database) => findNextWeek(database, 1),
  "announcements/progress/progress-message-store.ts": async (database) => {
    await claimBoards(database, now, 1_000);
    await isAnyBoardOld(database, now);
  },
  "announcements/progress/progress-store.ts": (database) => findProgress(database, 1, { now, meter: new RateMeter() }),
  "announcements/progress/report-store.ts": async (database) => {
    await countByLanguage(database, 1);
    await findRecipients(database, 1, 10);
  },
  "announcements/progress/tap-store.ts": async (database, { learner }) => {
    await countTap(database, { announcementId: 1, place: 0, personId: learner });
    await countOptOut(database, 1, learner);
  },
  "announcements/sending/class-message-store.ts": async (database, { group, owner }) => {
    await tellClass(database, { groupId: group, content, by: owner, now });
    await findTold(database, 1);
  },
  "announcements/sending/fan-out-store.ts": async (database, stage) => {
    const id = await draft(database, stage);
    await database.announcement.update({ where: { id }, data: { state: "preparing", cutoffAt: now } });
    for (const end of ["below", "above"] as const) await fanOut(database, id, { cityZone: zone, now, end, size: 2 });
    for (const end of ["below", "above"] as const) await fanOut(database, id, { cityZone: zone, now, end });
  },
  "announcements/sending/lifecycle-store.ts": async (database, stage) => {
    const id = await draft(database, stage, true);
    await database.announcement.update({ where: { id }, data: { state: "scheduled", startAt: now } });
    await begin(database, now, zone);
    const audience = { kind: "recipients", announcementId: id, correction: "edit" };
    await database.announcement.updateMany({ where: { state: "scheduled" }, data: { state: "cancelled" } });
    await database.announcement.update({ where: { id }, data: { state: "done" } });
    await database.announcement.create({ data: { parentId: id, state: "scheduled", audience, createdAt: now } });
    await begin(database, now, zone);
    await findAgenda(database);
    await finish(database, now);
    await database.announcement.update({ where: { id }, data: { state: "cancelled" } });
    await cancelRest(database, id, now);
    await analyzeDeliveries(database);
  },
  "announcements/sending/pause-store.ts": async (database) => {
    await giveBackClaimed(database, 1);
    await pauseFailing(database);
  },
  "announcements/sending/text-store.ts": (database) => findAnnounced(database, 1),
  "announcements/view-store.ts": async (database, stage) => {
    await findAnnouncements(database, { personId: stage.owner, page: 0 });
    await findShown(database, await draft(database, stage), { now, meter: new RateMeter() });
  },
};
