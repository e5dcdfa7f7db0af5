import type { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import { note } from "./act-store.ts";
import type { Role } from "./permissions.ts";
import { insertRole } from "./role-store.ts";

/**
 * Makes owners of those whom the environment names (OWNER_IDS), known or not, and takes the role from whom it does not
 * name any more. What was given otherwise stays. Several instances may do so at once.
 */
export async function syncOwners(
  database: Database,
  { ownerIds, language, now }: { ownerIds: readonly number[]; language: Language; now: Date },
): Promise<void> {
  await database.$transaction(async (tx) => {
    const operator = { personId: null, at: now, action: "command" };
    // In the same order everywhere: two instances that insert crosswise would wait for each other.
    for (const personId of [...new Set(ownerIds)].sort((one, other) => one - other)) {
      await introduce(tx, personId, language, now);
      // Owner already, by whatever way: the environment adds nothing.
      const held = { personId, role: "owner", institutionId: null, origin: "environment", by: null, now } as const;
      if (await insertRole(tx, held))
        await note(tx, { ...operator, verb: "grant", subject: `person:${personId}`, after: { role: "owner" } });
    }
    const struck = await tx.$queryRaw<{ personId: bigint }[]>`
      DELETE FROM "StaffRole" WHERE "origin" = 'environment' AND "personId" <> ALL(${ownerIds.map(BigInt)}::bigint[])
      RETURNING "personId"`;
    for (const { personId } of struck) {
      await note(tx, { ...operator, verb: "take", subject: `person:${personId}`, before: { role: "owner" } });
    }
  });
}

/** Gives a role by the operator's command; false when the person holds it already. An editor's is for all institutions. */
export async function grantByCommand(
  database: Database,
  { personId, role, language, now }: { personId: number; role: Role; language: Language; now: Date },
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    await introduce(tx, personId, language, now);
    const isNew = await insertRole(tx, { personId, role, institutionId: null, origin: "command", by: null, now });
    if (isNew)
      await note(tx, {
        personId: null,
        at: now,
        action: "command",
        verb: "grant",
        subject: `person:${personId}`,
        after: { role },
      });
    return isNew;
  });
}

/** Takes all roles back by the operator's command; resolves to those it took. */
export async function takeAllByCommand(
  database: Database,
  { personId, now }: { personId: number; now: Date },
): Promise<Role[]> {
  return database.$transaction(async (tx) => {
    const taken = await tx.$queryRaw<{ role: Role }[]>`
      DELETE FROM "StaffRole" WHERE "personId" = ${BigInt(personId)} RETURNING "role"::text AS "role"`;
    for (const before of taken) {
      const entry = { personId: null, at: now, action: "command", verb: "take" };
      await note(tx, { ...entry, subject: `person:${personId}`, before: { role: before.role } });
    }
    return taken.map(({ role }) => role);
  });
}

/** Somebody who has not spoken to the bot yet; their first message tells their name. */
async function introduce(tx: Prisma.TransactionClient, personId: number, language: Language, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
    VALUES (${BigInt(personId)}, ${language}::"Language", '', ${now}, ${now}) ON CONFLICT DO NOTHING`;
}
