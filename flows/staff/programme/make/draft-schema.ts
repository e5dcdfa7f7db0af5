import { z } from "zod";
import { dateDoubts } from "../../../../bot/programme/editing/extract/extracted.ts";
import { accessibilities, ageRatings, audiences, sections } from "../../../../bot/programme/event.ts";
import { languages } from "../../../../bot/words/language.ts";
import type { Draft } from "./draft.ts";

const { exactOptional } = z;

const date = z.object({ startsAt: z.string(), endsAt: z.string().nullable(), hasStartTime: z.boolean() });

const where = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("online") }),
  z.object({ kind: z.literal("known"), placeId: z.int(), name: z.string() }),
  z.object({ kind: z.literal("new"), name: z.string(), address: z.string().nullable() }),
]);

const price = z.object({
  isFree: z.boolean(),
  isFreeOnline: exactOptional(z.boolean()),
  priceMin: exactOptional(z.number()),
  priceMax: exactOptional(z.number()),
  currency: exactOptional(z.string()),
});

const link = z.object({ kind: z.enum(["stream", "ticket", "recording", "site"]), url: z.string() });

/** A draft as it is kept between two dialogues. */
const draftSchema = z.object({
  language: z.enum(languages),
  title: exactOptional(z.string()),
  dates: exactOptional(z.array(date)),
  endless: exactOptional(z.string()),
  where: exactOptional(where),
  section: exactOptional(z.enum(sections)),
  price: exactOptional(price.nullable()),
  ageMin: exactOptional(z.literal(ageRatings).nullable()),
  links: exactOptional(z.array(link)),
  body: exactOptional(z.string().nullable()),
  who: exactOptional(z.string()),
  posterUrl: exactOptional(z.string().nullable()),
  posterAlt: exactOptional(z.string().nullable()),
  institution: exactOptional(z.object({ id: z.int().nullable(), name: z.string() }).nullable()),
  audiences: exactOptional(z.array(z.enum(audiences))),
  accessibility: exactOptional(z.array(z.enum(accessibilities))),
  heldIn: exactOptional(z.enum(languages)),
  status: exactOptional(z.enum(["cancelled", "moved"])),
  previousStartsAt: exactOptional(z.string()),
  doubts: exactOptional(z.array(z.object({ what: z.enum(dateDoubts), said: z.string() }))),
  unused: exactOptional(z.array(z.string())),
  ideaId: exactOptional(z.int()),
});

/** The drafts that were kept; none where an older version kept something else. */
export function parseDrafts(kept: unknown): Draft[] {
  const read = z.array(draftSchema).safeParse(kept);
  return read.success ? read.data : [];
}
