import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import type { ExternalAccount } from "./address.ts";
import { findPersonId } from "./address-store.ts";
import { type QuietHours, usualQuietHours } from "./quiet-hours.ts";
import { type CityDay, countVisit } from "./visit.sql.ts";

interface Newcomer extends ExternalAccount {
  chatId: string;
  language: Language;
  firstName: string;
  /** Default: the usual ones. */
  quiet?: QuietHours;
  now: Date;
}

/**
 * Makes somebody known by an account of theirs, and counts their visit on that day of the city; null: they did not come
 * themselves. Resolves to their id, be it that they were known already.
 *
 * Of two who introduce the same account at once, the unique index of accounts lets one through, and no person without an
 * address is left behind: the address comes first, and its foreign key is checked at the end of the statement.
 */
export async function introduce(
  queries: Queries,
  { door, externalId, chatId, language, firstName, quiet = usualQuietHours, now }: Newcomer,
  today: CityDay | null,
): Promise<number> {
  for (;;) {
    const [made] = await queries.$queryRaw<{ personId: bigint }[]>`
      WITH address AS (
        INSERT INTO "Address" ("personId", "door", "externalId", "chatId", "lastSeenAt", "isPreferred")
        VALUES (nextval('"Person_id_seq"'), ${door}::"Door", ${externalId}, ${chatId}, ${now}, true)
        ON CONFLICT ("door", "externalId") DO NOTHING RETURNING "personId"
      ), visit AS (
        INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt", "quietFrom", "quietUntil")
        SELECT "personId", ${language}::"Language", ${firstName}, ${now}, ${now}, ${quiet.from}, ${quiet.until} FROM address
        RETURNING "id" AS "personId", NULL::timestamptz AS "before"
      ), counted AS (${today === null ? Prisma.sql`SELECT` : countVisit(today)})
      SELECT "personId" FROM visit`;
    if (made) return Number(made.personId);
    const known = await findPersonId(queries, { door, externalId });
    // Neither: whoever was known when this began is erased since.
    if (known !== undefined) return known;
  }
}
