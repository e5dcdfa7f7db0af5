import { z } from "zod";
import { amount, flag, list, optional, recordId } from "../source/patient-schema.ts";

const named = z.object({ id: optional(recordId), name: optional(z.string()) });

/**
 * An event of Ticketscloud (https://github.com/ticketscloud/doc, v1: resources/events, services/simple), read with patience:
 * only an id is needed.
 */
export const ticketscloudRecord = z.object({
  id: recordId,
  title: optional(z.object({ text: optional(z.string()), desc: optional(z.string()) })),
  /** A VEVENT as text. */
  lifetime: optional(z.string()),
  status: optional(z.string()),
  removed: flag,
  tags: list(z.string()),
  age_rating: optional(z.union([z.number(), z.string()])),
  org: optional(named),
  venue: optional(
    z.object({
      id: optional(recordId),
      name: optional(z.string()),
      address: optional(z.string()),
      /** Latitude first, though GeoJSON has it last. */
      point: optional(z.object({ coordinates: z.tuple([z.number(), z.number()]) })),
    }),
  ),
  place: optional(z.object({ address: optional(z.string()) })),
  media: list(z.object({ url: z.string() })),
  sets: list(z.object({ price: amount })),
  url: optional(z.string()),
});
export type TicketscloudRecord = z.infer<typeof ticketscloudRecord>;

const date = z.object({
  startsAt: z.string(),
  endsAt: z.string().optional(),
  hasStartTime: z.boolean(),
  isCancelled: z.boolean(),
});

/** What the reader hands on: the record, and the dates that its lifetime tells; null where it cannot be read. */
export const ticketscloudValue = z.object({ record: z.unknown(), dates: z.array(date).nullable() });
