import type { Database } from "../../database/database.ts";
import type { Logger } from "../../log.ts";
import type { Clock } from "../../schedule/clock.ts";
import type { Bell } from "../../schedule/wakeup.ts";
import type { Lane } from "../delivery.ts";
import type { BulkPace } from "./bulk-pace.ts";
import type { Exits } from "./exits.ts";
import type { Lease } from "./lease.ts";
import type { Writing } from "./render-delivery.ts";

/** What the work of a dispatcher stands on. */
export interface TenureDeps extends Writing {
  database: Database;
  exits: Exits;
  /** How many messages may be under way at each of them. */
  parallelism: number;
  /** How much of the bulk lane may go while people wait for replies. */
  bulk: BulkPace;
  clock: Clock;
  ticks: () => number;
  log: Logger;
  /** Told of everything that was dealt with: an outcome's kind or a state, and for what was delivered how late. */
  onSettled: (lane: Lane, outcome: string, secondsLate?: number) => void;
  holder: string;
  lease: Lease;
  bell: Bell;
  /** Told when the next delivery will be due. */
  arm: (at: Date | undefined) => void;
  /** Aborted when there is no time left to finish. */
  giveUp: AbortSignal;
}
