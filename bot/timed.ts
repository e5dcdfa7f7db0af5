import { attendanceJob } from "./classes/attendance/attendance-job.ts";
import { certificatesJob } from "./classes/certificates/certificates-job.ts";
import { offersJob } from "./classes/enrolments/offers/offers-job.ts";
import { newGroupsJob } from "./classes/following/new-groups-job.ts";
import { lessonsJob } from "./classes/lessons/messages/lessons-job.ts";
import { collectionsJob } from "./collections/collections-job.ts";
import type { Services } from "./context.ts";
import { digestJob } from "./digests/digest-job.ts";
import type { OpenedDoor } from "./doors/opened-door.ts";
import type { Receipts } from "./doors/telegram/intake/receipt-store.ts";
import { botsOf, tellOfWaiting } from "./doors/telegram/sending/staff-group-poster.ts";
import { sourceJobs } from "./feeds/scheduled/feeds-job.ts";
import { housekeeping } from "./housekeeping.ts";
import { ideaQueueJob, ideasJob } from "./ideas/ideas-job.ts";
import type { Metrics } from "./metrics.ts";
import { troubleJob } from "./operation/trouble/trouble-job.ts";
import { withdrawalJob } from "./privacy/withdrawal/withdrawal-job.ts";
import { questionsJob } from "./questions/questions-job.ts";
import type { TimedJob } from "./schedule/timed-jobs.ts";
import { searchIndexJob } from "./search-index-job.ts";
import { threadsJob } from "./threads/threads-job.ts";
import { commentsJob } from "./voices/comments/comments-job.ts";
import { votesJob } from "./votes/votes-job.ts";
import { wishesJob } from "./wishes/wishes-job.ts";

interface Surroundings {
  receipts: Receipts;
  signal: AbortSignal;
  opened: readonly OpenedDoor[];
  metrics: Metrics;
}

/** Everything that is done by the clock: one line a subject. */
export const allTimedJobs = (services: Services, { receipts, signal, opened, metrics }: Surroundings): TimedJob[] => [
  housekeeping(services, receipts, metrics.forgotten.bind(metrics)),
  withdrawalJob(services),
  digestJob(services),
  lessonsJob(services),
  offersJob(services),
  attendanceJob(services),
  certificatesJob(services),
  threadsJob(services, () => tellOfWaiting({ ...services, bots: botsOf(opened) })),
  votesJob(services),
  ideasJob(services),
  ideaQueueJob(services),
  questionsJob(services),
  commentsJob(services),
  collectionsJob(services),
  wishesJob(services),
  newGroupsJob(services),
  ...sourceJobs(services, signal),
  searchIndexJob(services),
  troubleJob(services),
];
