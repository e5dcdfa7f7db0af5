import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import { institutionName } from "./name.sql.ts";

/** The name of an institution; null for none, and for one that is gone. */
export async function findInstitutionName(
  queries: Queries,
  institutionId: number | null,
  language: Language,
): Promise<string | null> {
  if (institutionId === null) return null;
  const [row] = await queries.$queryRaw<{ name: string | null }[]>`
    SELECT ${institutionName(Prisma.sql`${institutionId}::int`, language)} AS "name"`;
  return row?.name ?? null;
}
