import type { Database, Queries } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import type { Door, ExternalAccount } from "./address.ts";

/** Notes that somebody blocked the bot at a messenger, or let it back in; nobody is made known by it. */
export async function markBlocked(
  database: Database,
  { door, externalId }: ExternalAccount,
  isBlocked: boolean,
  now: Date,
): Promise<void> {
  const data = isBlocked
    ? { unreachable: "blocked" as const, unreachableAt: now }
    : { unreachable: null, unreachableAt: null, unblockedAt: now };
  await database.address.updateMany({ where: { door, externalId }, data });
}

/** Notes until when somebody wants to hear no sound of the bot at a messenger; null: they do again. */
export async function setMutedUntil(
  database: Database,
  { door, externalId }: ExternalAccount,
  mutedUntil: Date | null,
): Promise<void> {
  await database.address.updateMany({ where: { door, externalId }, data: { mutedUntil } });
}

/** Finds the person behind an account; undefined: nobody known. */
export async function findPersonId(
  queries: Queries,
  { door, externalId }: ExternalAccount,
): Promise<number | undefined> {
  const [row] = await queries.$queryRaw<{ personId: bigint }[]>`
    SELECT "personId" FROM "Address" WHERE "door" = ${door}::"Door" AND "externalId" = ${externalId}`;
  return row && Number(row.personId);
}

/** Finds a person's chat at a messenger; undefined when they have none there. */
export async function findChatId(database: Database, personId: number, door: Door): Promise<string | undefined> {
  const where = { personId: BigInt(personId), door };
  return (await database.address.findFirst({ where, select: { chatId: true } }))?.chatId;
}

/** An account of a person as they are shown it. */
export interface OwnAddress {
  door: Door;
  /** Messages go there for as long as it can be written to. */
  isPreferred: boolean;
  isReachable: boolean;
}

/** Finds the accounts of a person, in the order in which they came. */
export async function findAddresses(queries: Queries, personId: number): Promise<OwnAddress[]> {
  const rows = await queries.address.findMany({
    where: { personId: BigInt(personId) },
    select: { door: true, isPreferred: true, unreachable: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ unreachable, ...address }) => ({ ...address, isReachable: unreachable === null }));
}

/** Has a person's messages go to a messenger at which they have an account; at another one nothing changes. */
export async function prefer(queries: Queries, personId: number, door: Door): Promise<void> {
  const id = BigInt(personId);
  await queries.$executeRaw`
    UPDATE "Address" SET "isPreferred" = "door" = ${door}::"Door"
    WHERE "personId" = ${id} AND EXISTS (SELECT FROM "Address" WHERE "personId" = ${id} AND "door" = ${door}::"Door")`;
}

/** The language that somebody reads, by their account; undefined: nobody known. */
export async function findLanguage(
  queries: Queries,
  { door, externalId }: ExternalAccount,
): Promise<Language | undefined> {
  const address = await queries.address.findUnique({
    where: { door_externalId: { door, externalId } },
    select: { person: { select: { language: true } } },
  });
  return address?.person.language;
}
