import { z } from "zod";
import { amount, flag, list, optional, recordId } from "../source/patient-schema.ts";

/** A wall clock that looks like an instant: milliseconds or ISO 8601, whose zone means nothing. */
const wallClock = optional(z.union([z.number(), z.string()]));

const seance = z.object({ startLocal: wallClock, endLocal: wallClock });

const place = z.object({
  _id: optional(recordId),
  name: optional(z.string()),
  address: optional(
    z.object({ street: optional(z.string()), house: optional(z.union([z.string(), z.number().transform(String)])) }),
  ),
  locale: optional(z.object({ _id: optional(recordId), name: optional(z.string()) })),
  /** GeoJSON: longitude first. */
  mapPosition: optional(z.object({ coordinates: z.tuple([z.number(), z.number()]) })),
  /** The dates hang on the place, not on the event. */
  seances: list(seance),
});
export type CulturePlace = z.infer<typeof place>;

/** An event of https://pro.culture.ru/api/2.5/events, read with patience: only an id and a name are needed. */
export const cultureRecord = z.object({
  _id: recordId,
  name: z.string(),
  shortDescription: optional(z.string()),
  description: optional(z.string()),
  category: optional(z.object({ sysName: optional(z.string()), name: optional(z.string()) })),
  tags: list(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])),
  ageRestriction: optional(z.union([z.number(), z.string()])),
  isFree: flag,
  price: amount,
  maxPrice: amount,
  image: optional(z.object({ url: optional(z.string()) })),
  organization: optional(z.object({ _id: optional(recordId), name: optional(z.string()), inn: optional(recordId) })),
  places: list(place),
  saleLink: optional(z.string()),
  externalUrl: optional(z.string()),
});
export type CultureRecord = z.infer<typeof cultureRecord>;

/** What the reader hands on: the record, and the towns that were asked for. */
export const cultureValue = z.object({ record: z.unknown(), locales: z.array(z.string()) });
