import { z } from "zod";
import { amount, list, optional, recordId } from "../source/patient-schema.ts";

const named = z.object({ id: optional(recordId), name: optional(z.string()) });

/** An event of https://api.timepad.ru/v1/events, read with patience: only an id and a name are needed. */
export const timepadRecord = z.object({
  id: recordId,
  name: z.string(),
  starts_at: optional(z.string()),
  ends_at: optional(z.string()),
  description_short: optional(z.string()),
  description_html: optional(z.string()),
  url: optional(z.string()),
  poster_image: optional(z.object({ default_url: optional(z.string()), uploadcare_url: optional(z.string()) })),
  location: optional(
    z.object({
      country: optional(z.string()),
      city: optional(z.string()),
      address: optional(z.string()),
      /** Latitude first. */
      coordinates: optional(z.tuple([amount, amount])),
    }),
  ),
  organization: optional(named),
  categories: list(named),
  ticket_types: list(z.object({ price: amount })),
  registration_data: optional(z.object({ price_min: amount, price_max: amount })),
  age_limit: optional(z.union([z.string(), z.number()])),
});
export type TimepadRecord = z.infer<typeof timepadRecord>;

/** The records that are dates of one event, as the reader gathered them; what is no record is one of its own. */
export const timepadGroup = z.object({ records: z.array(z.unknown()).min(1) });
