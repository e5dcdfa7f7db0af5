import type { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { type ExternalAccount, formatAccount } from "../people/address.ts";
import { findPersonId } from "../people/address-store.ts";
import { introduce } from "../people/introduce-store.ts";
import type { Language } from "../words/language.ts";
import { note } from "./act-store.ts";
import { tellOfRole } from "./news-store.ts";
import type { Role } from "./permissions.ts";
import { insertRole } from "./role-store.ts";

/** Whom the operator names, at which messenger. */
interface Named {
  account: ExternalAccount;
  /** In which the bot speaks to somebody who has not spoken to it yet. */
  language: Language;
  now: Date;
}

/**
 * Makes owners of those whom the environment names (OWNER_IDS), known or not, and takes the role from whom it does not
 * name any more. What was given otherwise stays. Several instances may do so at once.
 */
export async function syncOwners(
  database: Database,
  { owners, language, now }: { owners: readonly ExternalAccount[]; language: Language; now: Date },
): Promise<void> {
  await database.$transaction(async (tx) => {
    const operator = { personId: null, at: now, action: "command" };
    // In the same order everywhere: two instances that insert crosswise would wait for each other.
    const sorted = owners.toSorted((one, other) => formatAccount(one).localeCompare(formatAccount(other), "en"));
    const personIds: number[] = [];
    for (const account of sorted) {
      const personId = await meet(tx, { account, language, now });
      personIds.push(personId);
      // Owner already, by whatever way: the environment adds nothing.
      const held = { personId, role: "owner", institutionId: null, origin: "environment", by: null, now } as const;
      if (await insertRole(tx, held))
        await note(tx, { ...operator, verb: "grant", subject: `person:${personId}`, after: { role: "owner" } });
    }
    const struck = await tx.$queryRaw<{ personId: bigint }[]>`
      DELETE FROM "StaffRole" WHERE "origin" = 'environment' AND "personId" <> ALL(${personIds.map(BigInt)}::bigint[])
      RETURNING "personId"`;
    for (const { personId } of struck) {
      await note(tx, { ...operator, verb: "take", subject: `person:${personId}`, before: { role: "owner" } });
      await tellOfRole(tx, "taken", { personId: Number(personId), role: "owner", institutionId: null, now });
    }
  });
}

/** Gives a role by the operator's command, an editor's for an institution or with null for all; false when they hold it. */
export async function grantByCommand(
  database: Database,
  { role, institutionId, ...named }: Named & { role: Role; institutionId: number | null },
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const { now } = named;
    const personId = await meet(tx, named);
    const isNew = await insertRole(tx, { personId, role, institutionId, origin: "command", by: null, now });
    if (isNew)
      await note(tx, {
        personId: null,
        at: now,
        action: "command",
        verb: "grant",
        subject: `person:${personId}`,
        after: { role, ...(institutionId !== null && { institutionId }) },
      });
    return isNew;
  });
}

/** Takes all roles back by the operator's command; null: they are the last owner, and keep all of them. */
export async function takeAllByCommand(
  database: Database,
  { account, now }: { account: ExternalAccount; now: Date },
): Promise<Role[] | null> {
  return database.$transaction(async (tx) => {
    const personId = await findPersonId(tx, account);
    if (personId === undefined) return [];
    // All owners are held, so that of two commands at once one finds the other's owner gone.
    const owners = await tx.$queryRaw<{ personId: bigint }[]>`
      SELECT "personId" FROM "StaffRole" WHERE "role" = 'owner' ORDER BY "id" FOR UPDATE`;
    const others = owners.filter((owner) => Number(owner.personId) !== personId);
    if (owners.length > 0 && others.length === 0) return null;
    const taken = await tx.$queryRaw<{ role: Role; institutionId: number | null }[]>`
      DELETE FROM "StaffRole" WHERE "personId" = ${BigInt(personId)} RETURNING "role"::text AS "role", "institutionId"`;
    for (const before of taken) {
      const entry = { personId: null, at: now, action: "command", verb: "take" };
      await note(tx, { ...entry, subject: `person:${personId}`, before: { role: before.role } });
      await tellOfRole(tx, "taken", { ...before, personId, now });
    }
    return taken.map(({ role }) => role);
  });
}

/**
 * Finds somebody, or makes them known who have not spoken to the bot yet: until their first message tells their name, they
 * are called as the operator called them. In a private chat, messengers that Ishek speaks to call the chat as the person.
 */
function meet(tx: Prisma.TransactionClient, { account, language, now }: Named): Promise<number> {
  const newcomer = { ...account, chatId: account.externalId, language, firstName: formatAccount(account), now };
  return introduce(tx, newcomer, null);
}
