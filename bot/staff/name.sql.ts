import { Prisma } from "../../prisma/client/client.ts";
import type { Language } from "../words/language.ts";

/** Parts of statements that say what things are called. */

/** SQL: picks of texts x the one in the reader's language, else the first of another. */
export const inLanguage = (language: Language): Prisma.Sql =>
  Prisma.sql`ORDER BY x."language" = ${language}::"Language" DESC, x."language" LIMIT 1`;

/** The name of an institution by its id; null where it has none. */
export const institutionName = (institutionId: Prisma.Sql, language: Language): Prisma.Sql =>
  Prisma.sql`(SELECT x."name" FROM "InstitutionText" x WHERE x."institutionId" = ${institutionId} ${inLanguage(language)})`;
