import { z } from "zod";
import { flag, list, optional } from "../source/patient-schema.ts";

/** `start_time: null` says "that day, no hour"; the flags come with `expand=dates`. */
const schedule = z.object({
  days_of_week: list(z.number().int().min(0).max(6)),
  start_time: optional(z.string()),
  end_time: optional(z.string()),
});

const date = z.object({
  /** Weekdays from Monday, which is 0, with their hours. */
  schedules: list(schedule),
  start: optional(z.number()),
  end: optional(z.number()),
  start_time: z.union([z.string(), z.null()]).optional().catch(undefined),
  is_startless: flag,
  is_endless: flag,
});
export type KudagoDate = z.infer<typeof date>;

/** A place is `{ id }` unless the address asks for `expand=place`. */
const place = z.object({
  id: z.number().int(),
  title: optional(z.string()),
  short_title: optional(z.string()),
  address: optional(z.string()),
  coords: optional(z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })),
});
export type KudagoPlace = z.infer<typeof place>;

/** An event of https://docs.kudago.com/api/ v1.4, read with patience: only an id and a title are needed. */
export const kudagoRecord = z.object({
  id: z.union([z.number().int().nonnegative(), z.string().trim().min(1).max(100)]).transform(String),
  title: z.string(),
  dates: list(date),
  place: optional(place),
  location: optional(z.object({ slug: z.string() })),
  publication_date: optional(z.number()),
  description: optional(z.string()),
  body_text: optional(z.string()),
  price: optional(z.union([z.string(), z.number().transform(String)])),
  is_free: flag,
  age_restriction: optional(z.union([z.string(), z.number()])),
  categories: list(z.string()),
  tags: list(z.string()),
  images: list(z.union([z.string(), z.object({ image: z.string() }).transform(({ image }) => image)])),
  site_url: optional(z.string()),
});
export type KudagoRecord = z.infer<typeof kudagoRecord>;
