import type { Database } from "../../bot/database/database.ts";

/**
 * So far are Telegram's ids of people that a test makes by hand from the ids that it gives them, so that whoever takes one
 * for the other finds nobody.
 */
export const beside = 1_000_000_000;

/** SQL that gives an address at Telegram to everybody who has none. NOT IN looks once; NOT EXISTS read the growing table for each. */
export const addressesSql = `
  INSERT INTO "Address" ("personId", "door", "externalId", "chatId", "lastSeenAt", "isPreferred")
  SELECT p."id", 'telegram', (p."id" + ${beside})::text, (p."id" + ${beside})::text, p."lastSeenAt", true
  FROM "Person" p WHERE p."id" NOT IN (SELECT "personId" FROM "Address")`;

/** Finds what the bot calls somebody of Telegram's; undefined: they are not known to it. */
export async function findIdOf(database: Database, { user }: { user: { id: number } }): Promise<number | undefined> {
  const account = { door: "telegram", externalId: String(user.id) } as const;
  const known = await database.address.findUnique({ where: { door_externalId: account } });
  return known === null ? undefined : Number(known.personId);
}

/** What the bot calls somebody of Telegram's, whom it knows. */
export async function idOf(database: Database, person: { user: { id: number } } | undefined): Promise<number> {
  const id = person && (await findIdOf(database, person));
  if (id === undefined) throw new Error(`nobody is known as ${person?.user.id}`);
  return id;
}
