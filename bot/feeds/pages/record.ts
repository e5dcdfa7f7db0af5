import { z } from "zod";
import { amount, flag, list, oneOrMore, optional } from "../source/patient-schema.ts";

const text = optional(
  z.union([
    z.string(),
    z.number().transform(String),
    z.object({ "@value": z.string() }).transform((one) => one["@value"]),
  ]),
);
/** "https://schema.org/EventCancelled", or its last word alone. */
const term = optional(z.string().transform((said) => said.split(/[/#]/u).at(-1) ?? ""));
const named = z.union([z.string().transform((name) => ({ name })), z.object({ name: text })]);

const address = optional(
  z.union([
    z.string(),
    z
      .object({ streetAddress: text, addressLocality: text })
      .transform(({ streetAddress, addressLocality }) => [addressLocality, streetAddress].filter(Boolean).join(", ")),
  ]),
);

const location = z.union([
  z.string().transform((name) => ({ type: "Place", name, address: undefined, geo: undefined })),
  z
    .object({
      "@type": optional(z.string()),
      name: text,
      address,
      geo: optional(z.object({ latitude: amountOf(), longitude: amountOf() })),
    })
    .transform(({ "@type": type, ...rest }) => ({ type: type ?? "Place", ...rest })),
]);
export type PageLocation = z.infer<typeof location>;

/** Degrees, written as a number or as text. */
function amountOf() {
  return optional(
    z.union([
      z.number(),
      z
        .string()
        .regex(/^-?\d{1,3}(?:\.\d{1,20})?$/u)
        .transform(Number),
    ]),
  );
}

const offer = z.object({
  price: amount,
  lowPrice: amount,
  highPrice: amount,
  priceCurrency: optional(z.string()),
  url: optional(z.string()),
});

/** A node of schema.org/Event (https://schema.org/Event), read with patience: only a name is needed. */
export const eventNode = z.object({
  name: text,
  url: optional(z.string()),
  startDate: text,
  endDate: text,
  previousStartDate: text,
  eventStatus: term,
  eventAttendanceMode: term,
  location: oneOrMore(location),
  offers: oneOrMore(offer),
  image: oneOrMore(z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)])),
  description: text,
  organizer: oneOrMore(named),
  performer: oneOrMore(named),
  inLanguage: oneOrMore(
    z.union([z.string(), z.object({ alternateName: z.string() }).transform((one) => one.alternateName)]),
  ),
  isAccessibleForFree: flag,
  typicalAgeRange: text,
});
export type EventNode = z.infer<typeof eventNode>;

/** What the reader hands on: nodes of one page that are dates of one event. */
export const pageValue = z.object({
  id: z.string(),
  /** Where it stands; its own address may be another one. */
  page: z.string(),
  nodes: list(eventNode),
});
