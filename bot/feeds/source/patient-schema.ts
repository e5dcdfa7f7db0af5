import { z } from "zod";

/** A field that is missing, null or of the wrong type is the same: nobody said it. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

/** Keeps the good entries of a list. */
export const list = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((entries) =>
      entries.flatMap((entry) => {
        const parsed = schema.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    );

/** One or several: schema.org allows a list wherever a value may stand. */
export const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .optional()
    .transform((value): unknown[] =>
      value === undefined || value === null ? [] : Array.isArray(value) ? value : [value],
    )
    .pipe(list(schema));

export const flag = optional(z.union([z.boolean(), z.literal([0, 1]).transform(Boolean)]));

/** A number that a source may write as text, too. */
export const amount = optional(
  z.union([
    z.number(),
    z
      .string()
      .regex(/^\s*\d{1,9}(?:[.,]\d{1,2})?\s*$/u)
      .transform((text) => Number(text.replace(",", "."))),
  ]),
);

/** The number of a record, as text. */
export const recordId = z.union([z.number().int().nonnegative(), z.string().trim().min(1).max(300)]).transform(String);
