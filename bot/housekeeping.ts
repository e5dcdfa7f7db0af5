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
import { forgetPosts } from "./feeds/channels/post-store.ts";
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

/** Something that is deleted when nobody needs it any more. */
export interface Sweep {
  /** As docs/operations.md, the log and the metrics call it. */
  what: string;
  /** Days that it is kept; absent where it says by itself when it is over. */
  days?: number;
  /** Deletes what is older than `before`; resolves to how many rows that were, where it counts them. */
  forget: (before: Date) => Promise<unknown>;
}

/** Everything that is deleted, and after how long. Telegram keeps an update for a day; twice that is on the safe side. */
export const retention = ({ database }: Pick<Services, "database">, receipts: Receipts): Sweep[] => [
  { what: "receipts", days: 2, forget: (before) => receipts.forget(before) },
  { what: "effects", days: 2, forget: (before) => forgetEffects(database, before) },
  { what: "attempts", days: 2, forget: (before) => forgetBegun(database, before) },
  { what: "inbox", days: 2, forget: (before) => new Inbox(database).forget(before) },
  { what: "messages at MAX", days: 8, forget: (before) => forgetMaxMessages(database, before) },
  { what: "files at MAX", days: 30, forget: (before) => forgetMaxFiles(database, before) },
  { what: "dialogues", days: 7, forget: (before) => forgetDialogues(database, before) },
  { what: "job runs", days: 30, forget: (before) => forgetSlots(database, before) },
  { what: "invitations", days: 30, forget: (before) => forgetInvitations(database, before) },
  { what: "links", forget: (now) => forgetLinks(database, now) },
  { what: "searches", days: 30, forget: (before) => forgetSearches(database, before) },
  { what: "reminders", days: 30, forget: (before) => forgetReminders(database, before) },
  {
    what: "evenings",
    days: 30,
    forget: (before) => forgetEvenings(database, { before, draftsBefore: new Date(before.getTime() + 28 * day) }),
  },
  { what: "interests", days: interestLasts, forget: (before) => forgetInterests(database, before) },
  { what: "deliveries", days: 30, forget: (before) => forgetDeliveries(database, before) },
  { what: "enrolment drafts", days: 7, forget: (before) => forgetDrafts(database, before) },
  { what: "unfinished events", days: 7, forget: (before) => forgetUnfinished(database, before) },
  { what: "channel posts", days: 30, forget: (before) => forgetPosts(database, before) },
  { what: "loads", days: 30, forget: (before) => forgetLoads(database, before) },
  { what: "learners", days: 30, forget: (before) => forgetLearners(database, before) },
  { what: "Zoom tasks", days: 30, forget: (before) => forgetTasks(database, before) },
  { what: "wishes", forget: (now) => forgetWishes(database, now) },
  { what: "recording wishes", forget: (now) => forgetRecordingWishes(database, now) },
  { what: "comments", days: 30, forget: (before) => forgetComments(database, before) },
  { what: "threads", forget: async (now) => (await tidyThreads(database, now)).deleted },
];

/** Before dawn, what nobody needs any more is deleted; `onForgotten` is told how many rows of what. */
export function housekeeping(
  services: Pick<Services, "database" | "log">,
  receipts: Receipts,
  onForgotten: (what: string, rows: number) => void = () => {},
): TimedJob {
  const { database, log } = services;
  return {
    name: "housekeeping",
    at: { hour: 4, minute: 30 },
    async run(slot) {
      // Before anything is forgotten of what it is counted from.
      await closeParticipation(database, slot);
      const forgotten: Record<string, number> = {};
      for (const { what, days = 0, forget: sweep } of retention(services, receipts)) {
        const rows = await sweep(new Date(slot.getTime() - days * day));
        if (typeof rows !== "number" || rows === 0) continue;
        forgotten[what] = rows;
        onForgotten(what, rows);
      }
      for (const id of await findForgottenRecorded(database)) await forget(database, id, slot);
      log.info(forgotten, "housekeeping done");
    },
  };
}
