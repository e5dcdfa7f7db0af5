import { Prisma } from "../../prisma/client/client.ts";
import { type Language, preference } from "../words/language.ts";

/** The place of a text in the reader's preference; `row` is the alias of its table. */
const rank = (language: Language, row: string): Prisma.Sql =>
  Prisma.sql`array_position(${preference(language)}, ${Prisma.raw(row)}."language"::text)`;

/** The end of a subselect that takes one text, the reader's own or the next; `row` is the alias of the table of texts. */
export const preferred = (language: Language, row = "t"): Prisma.Sql =>
  Prisma.sql`ORDER BY ${rank(language, row)} LIMIT 1`;

/** An aggregate over the texts of something: one field of them, by itself in the reader's language or the next that has it. */
export const preferredField = (field: string, language: Language, row = "t"): Prisma.Sql =>
  preferredOf(field, field, language, row);

/** The language in which `preferredField` finds a field. */
export const languageOfField = (field: string, language: Language, row = "t"): Prisma.Sql =>
  preferredOf("language", field, language, row);

const preferredOf = (wanted: string, field: string, language: Language, row: string): Prisma.Sql => {
  const column = (name: string) => Prisma.raw(`${row}."${name}"`);
  return Prisma.sql`(array_agg(${column(wanted)} ORDER BY ${rank(language, row)})
    FILTER (WHERE nullif(${column(field)}, '') IS NOT NULL))[1]`;
};
