import { interestLasts } from "./announcements/audience/audience-store.ts";
import { findForgottenRecorded, forgetDrafts, forgetLearners } from "./classes/learners/forget-store.ts";
import type { Services } from "./context.ts";
import { forgetEffects } from "./database/once.ts";
import { forgetDeliveries } from "./delivery/forget-store.ts";
import { forgetMaxFiles, forgetMaxMessages } from "./doors/max/wire/forget-store.ts";
import { forgetBegun } from "./doors/telegram/attempts/begun-store.ts";
import { forgetDialogues } from "./doors/telegram/dialogue/dialogue-store.ts";
import { Inbox } from "./doors/telegram/intake/inbox-store.ts";
import type { Receipts } from "./doors/telegram/intake/receipt-store.ts";
import { forgetLinks } from "./linking/request-store.ts";
import { forgetEvenings } from "./planning/evening-store.ts";
import { forget } from "./privacy/erase-store.ts";
import { forgetUnfinished } from "./programme/editing/unfinished-store.ts";
import { forgetLoads } from "./programme/loads/load-store.ts";
import { forgetRecordingWishes } from "./programme/recordings/wish-store.ts";
import { forgetSearches } from "./programme/search/query/query-store.ts";
import { forgetReminders } from "./reminders/forget-store.ts";
import { forgetInterests } from "./reports/counting/interest-store.ts";
import { closeParticipation } from "./reports/participation/closing-store.ts";
import { forgetSlots } from "./schedule/job-store.ts";
import type { TimedJob } from "./schedule/timed-jobs.ts";
import { forgetInvitations } from "./staff/invitation-store.ts";
import { tidyThreads } from "./threads/forget-store.ts";
import { forgetComments } from "./voices/comments/forget-store.ts";
import { forgetWishes } from "./wishes/wish-store.ts";
import { forgetTasks } from "./zoom/tasks/task-store.ts";

const day = 24 * 3_600_000;

/** Before dawn, what nobody needs any more is deleted. */
export function housekeeping({ database, log }: Services, receipts: Receipts): TimedJob {
  return {
    name: "housekeeping",
    at: { hour: 4, minute: 30 },
    async run(slot) {
      const before = (days: number) => new Date(slot.getTime() - days * day);
      // Before anything is forgotten of what it is counted from.
      await closeParticipation(database, slot);
      // Telegram keeps an update for a day; twice that is on the safe side.
      const forgotten = await receipts.forget(before(2));
      await forgetEffects(database, before(2));
      await forgetBegun(database, before(2));
      await new Inbox(database).forget(before(2));
      await forgetMaxMessages(database, before(8));
      await forgetMaxFiles(database, before(30));
      const dialogues = await forgetDialogues(database, before(7));
      await forgetSlots(database, before(30));
      const invitations = await forgetInvitations(database, before(30));
      await forgetLinks(database, slot);
      const searches = await forgetSearches(database, before(30));
      const reminders = await forgetReminders(database, before(30));
      await forgetEvenings(database, { before: before(30), draftsBefore: before(2) });
      await forgetInterests(database, before(interestLasts));
      const deliveries = await forgetDeliveries(database, before(30));
      await forgetDrafts(database, before(7));
      await forgetUnfinished(database, before(7));
      await forgetLoads(database, before(30));
      const learners = await forgetLearners(database, before(30));
      for (const id of await findForgottenRecorded(database)) await forget(database, id, slot);
      await forgetTasks(database, before(30));
      const wishes = (await forgetWishes(database, slot)) + (await forgetRecordingWishes(database, slot));
      await forgetComments(database, before(30));
      const threads = await tidyThreads(database, slot);
      log.info(
        { receipts: forgotten, dialogues, invitations, searches, reminders, deliveries, learners, threads, wishes },
        "housekeeping done",
      );
    },
  };
}
