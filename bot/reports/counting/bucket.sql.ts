import { Prisma } from "../../../prisma/client/client.ts";
import type { ReportSpan } from "./span.ts";

/**
 * The bucket that an instant falls into, as the text of a date; to be grouped by as a column of its number. A search
 * among the beginnings: the calendar of a zone asked for each of 1,000,000 rows takes several times as long.
 */
export const bucketOf = (instant: Prisma.Sql, { buckets, starts }: ReportSpan): Prisma.Sql =>
  Prisma.sql`(${buckets}::text[])[width_bucket(${instant}, ${starts.map((start) => start.toISOString())}::timestamptz[])]`;
