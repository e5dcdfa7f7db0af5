import type { Services } from "../../context.ts";
import { databaseTrouble } from "../../database/unreachable.ts";
import { Interruption } from "../../interruption.ts";
import { Alarm } from "../../schedule/alarm.ts";
import { Bell } from "../../schedule/wakeup.ts";
import type { ProgressBoard } from "../progress/progress-message.ts";
import { type End, fanOut } from "./fan-out-store.ts";
import { analyzeDeliveries, begin, cancelRest, findAgenda, finish } from "./lifecycle-store.ts";
import { pauseFailing } from "./pause-store.ts";

/** Milliseconds between looks while one is running, and while none is: a notification may get lost. */
const lookEvery = { running: 1_000, idle: 15_000 };

interface Deps extends Pick<Services, "database" | "clock" | "log" | "city"> {
  /** People put into the outbox by one transaction. Default 25,000. */
  batchSize?: number;
  /** Shows authors how far theirs are. Default: nobody is shown anything. */
  board?: ProgressBoard;
}

export interface Announcements {
  /** Something may have changed: looks at once. */
  wake(): void;
  /** Resolves when the step under way is finished; what is left, the next start goes on with. */
  stop(): Promise<void>;
}

/**
 * Moves announcements on: begins those whose time has come, puts their audience into the outbox, pauses those that
 * fail, finishes those that are through. All it knows is in the database, so a restart goes on where it stopped.
 */
export function startAnnouncements(deps: Deps): Announcements {
  const bell = new Bell();
  const alarm = new Alarm(deps.clock, () => bell.ring());
  let isStopped = false;

  const interruption = new Interruption(deps.log, "announcements interrupted");

  async function run(): Promise<void> {
    while (!isStopped) {
      let wait = lookEvery.idle;
      try {
        const { isRunning, nextAt } = await moveAnnouncementsOn(deps, () => isStopped);
        // A correction may be due and wait for what it corrects.
        const isWaiting = nextAt !== null && nextAt <= deps.clock.now();
        const isOwed = (await deps.board?.refresh(deps.clock.now())) ?? false;
        if (isRunning || isWaiting || isOwed) wait = lookEvery.running;
        alarm.set(nextAt === null || isWaiting ? undefined : nextAt);
        interruption.well();
      } catch (error) {
        // The database is away, or a bug: either way the next look tries again.
        interruption.failed(error);
        wait = lookEvery.running;
      }
      if (!isStopped) await bell.wait(wait);
    }
  }

  const running = run();
  return {
    wake: () => bell.ring(),
    async stop() {
      isStopped = true;
      alarm.cancel();
      bell.ring();
      await running;
    },
  };
}

/** Does everything that there is to do now; for tests as well. */
export async function moveAnnouncementsOn(
  { database, clock, log, city, batchSize: size }: Deps,
  isStopped: () => boolean = () => false,
): Promise<{ isRunning: boolean; nextAt: Date | null }> {
  for (;;) {
    const begun = await begin(database, clock.now(), city.timeZone);
    if (begun === undefined) break;
    log.info({ announcement: begun }, "announcement begins");
  }
  const watch = async () => {
    for (const id of await pauseFailing(database))
      log.warn({ announcement: id }, "announcement pauses: too much fails");
  };
  const agenda = await findAgenda(database);
  for await (const _ of fill({ database, clock, log, city, size }, agenda.filling)) {
    // A long one is being sent meanwhile.
    await watch();
    if (isStopped()) return agenda;
  }
  await watch();
  for (const id of agenda.cancelled) await cancelRest(database, id, clock.now());
  for (const id of await finish(database, clock.now())) log.info({ announcement: id }, "announcement is through");
  return agenda;
}

/** Puts audiences into the outbox, a round of batches a step: a short one does not wait behind a million. */
async function* fill(
  {
    database,
    clock,
    log,
    city,
    size,
  }: Pick<Deps, "database" | "clock" | "log" | "city"> & {
    size: number | undefined;
  },
  ids: readonly number[],
): AsyncGenerator<void> {
  const options = () => ({ cityZone: city.timeZone, now: clock.now(), ...(size === undefined ? {} : { size }) });
  // Most are through with the first batch. A long one is filled from both ends: PostgreSQL gives each a core.
  let ends: readonly End[] = ["below"];
  for (let filling = ids; filling.length > 0; ends = ["below", "above"]) {
    const more: number[] = [];
    for (const id of filling) {
      try {
        const results = await Promise.all(ends.map((end) => fanOut(database, id, { ...options(), end })));
        const isMore = results.every(({ kind }) => kind === "more");
        if (isMore) more.push(id);
        // A long announcement is analysed after its first batch, because sending begins, and after the last.
        if (isMore === (ends.length === 1)) await analyzeDeliveries(database);
      } catch (error) {
        if (databaseTrouble(error) === "away") throw error;
        // The announcement is tried again at the next look, and holds up no other.
        log.error({ error, announcement: id }, "announcement not put into the outbox");
      }
    }
    filling = more;
    yield;
  }
}
