import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

/** Everything of an event that one source may say better than another, by name; JSON values. */
export type Parts = Readonly<Record<string, PartValue>>;

/** What it costs, which is one word: half of it from another source would be a price that nobody asks. */
export const pricePart = z.object({
  isFree: z.boolean(),
  isFreeOnline: z.boolean(),
  priceMin: z.number().nullable(),
  priceMax: z.number().nullable(),
  currency: z.string(),
});

const partValue = z.union([z.null(), z.string(), z.number(), z.array(z.string()), pricePart]);
export type PartValue = z.infer<typeof partValue>;

/** A part that shows another source's word: what its own source says, and what stands there. */
const borrowed = z.object({ own: partValue, shown: partValue });
export const compositionParts = z.record(z.string(), borrowed);
export type Borrowed = z.infer<typeof compositionParts>;

/** Whether a source says nothing of a part. That something is not free says nothing: it stands where no price is known. */
export function isUnsaid(value: PartValue | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return (
    typeof value === "object" &&
    !value.isFree &&
    !value.isFreeOnline &&
    value.priceMin === null &&
    value.priceMax === null
  );
}

export const isSamePart = (one: PartValue | undefined, other: PartValue | undefined): boolean =>
  isDeepStrictEqual(one ?? null, other ?? null);

/** The names under which a part counts as changed by hand (Event.editedFields). */
export function handNames(part: string): readonly string[] {
  const [group = "", language] = part.split(".");
  if (group === "texts") return ["texts", `texts.${language}`];
  if (group === "price") return ["isFree", "isFreeOnline", "priceMin", "priceMax", "currency"];
  return [group];
}
