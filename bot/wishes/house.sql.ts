import { Prisma } from "../../prisma/client/client.ts";
import { preferred } from "../programme/preferred.sql.ts";
import type { Language } from "../words/language.ts";

/** SQL over the alias w (Wish): what a followed institution is called, null where it is none. */
export const houseOf = (language: Language): Prisma.Sql => Prisma.sql`(
  SELECT t."name" FROM "InstitutionText" t
  WHERE t."institutionId" = CASE WHEN w."kind" = 'institution' THEN w."text"::int END ${preferred(language)})`;
