import { z } from "zod";
import type { RecordProblem, SourceProblem } from "../problem.ts";

/** How a run ended (the schema tells what each means). */
export type FeedOutcome = "done" | "unmodified" | "held" | "failed" | "stopped";

/** Remarks of a run that are kept; the rest is counted. */
export const remarksKept = 30;

const problem = z.custom<RecordProblem>((value) => z.object({ code: z.string() }).safeParse(value).success);
const sourceProblem = z.custom<SourceProblem>((value) => z.object({ code: z.string() }).safeParse(value).success);
const remark = z.object({ id: z.string(), problem });

/** What a run did, as it is kept with it. */
export const feedAccount = z.object({
  /** Records that were read; those of documents that did not change are among `unchanged` alone. */
  read: z.number().default(0),
  created: z.number().default(0),
  updated: z.number().default(0),
  unchanged: z.number().default(0),
  refused: z.number().default(0),
  /** Events that the whole source had before, and has no more. */
  vanished: z.number().default(0),
  /** Events that other sources have too: merged, and to be looked at. */
  merged: z.number().default(0),
  suspected: z.number().default(0),
  /** News entries that are new. */
  hints: z.number().default(0),
  /** People who hear of a change. */
  told: z.number().default(0),
  held: z.enum(["fewer", "changed"]).optional(),
  expected: z.number().optional(),
  kept: z.number().optional(),
  changed: z.number().optional(),
  problem: sourceProblem.optional(),
  remarks: z.array(remark).default([]),
  moreRemarks: z.number().default(0),
});
export type FeedAccount = z.infer<typeof feedAccount>;
