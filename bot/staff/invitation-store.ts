import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import { type Acted, type Actor, actAs, findStaff, note } from "./act-store.ts";
import { handleOf, newInvitationCode } from "./invitation.ts";
import { institutionName } from "./name.sql.ts";
import { tellInviter } from "./news-store.ts";
import { may, type Role, rightToGive } from "./permissions.ts";
import { insertRole } from "./role-store.ts";

export interface NewInvitation {
  role: Role;
  /** The institution of an editor; null: every one. */
  institutionId: number | null;
  /** The group that becomes a teacher's. */
  groupId: number | null;
  days: number;
}

const aDay = 24 * 3_600_000;

/** Makes a link that gives a role to the first who takes it; resolves to its code. */
export function invite(database: Database, actor: Actor, invitation: NewInvitation): Promise<Acted<string>> {
  const { days, ...given } = invitation;
  return actAs(database, actor, { action: rightToGive(given.role) }, async (tx, audit) => {
    const code = newInvitationCode();
    const expiresAt = new Date(actor.now.getTime() + days * aDay);
    await tx.invitation.create({
      data: { code, ...given, invitedBy: BigInt(actor.by), createdAt: actor.now, expiresAt },
    });
    const after = { ...given, expiresAt: expiresAt.toISOString() };
    await audit({ subject: `invitation:${handleOf(code)}`, verb: "invite", after });
    return code;
  });
}

/** An invitation as screens show it. */
export interface Invitation {
  handle: string;
  role: Role;
  institution: string | null;
  invitedBy: number | null;
  /** Null: they are gone. */
  inviter: string | null;
  expiresAt: Date;
  isUsed: boolean;
}

type Row = Omit<Invitation, "invitedBy"> & { invitedBy: bigint | null };

/** Finds what a link offers; null when it was never made, or withdrawn. */
export async function findInvitation(queries: Queries, code: string, language: Language): Promise<Invitation | null> {
  const [row] = await queries.$queryRaw<Row[]>`
    ${selectInvitations(language)} WHERE i."code" = ${code}`;
  return row ? readRow(row) : null;
}

/** Finds the links that nobody has taken yet, the newest first; eight at most. */
export async function findOpenInvitations(queries: Queries, language: Language, now: Date): Promise<Invitation[]> {
  const rows = await queries.$queryRaw<Row[]>`
    ${selectInvitations(language)} WHERE i."usedAt" IS NULL AND i."expiresAt" > ${now}
    ORDER BY i."createdAt" DESC, i."code" LIMIT 8`;
  return rows.map(readRow);
}

const selectInvitations = (language: Language) => Prisma.sql`
  SELECT left(i."code", 8) AS "handle", i."role"::text AS "role", i."invitedBy", i."expiresAt",
         i."usedAt" IS NOT NULL AS "isUsed",
         (SELECT p."firstName" FROM "Person" p WHERE p."id" = i."invitedBy") AS "inviter",
         ${institutionName(Prisma.sql`i."institutionId"`, language)} AS "institution"
  FROM "Invitation" i`;

const readRow = (row: Row): Invitation => ({
  ...row,
  invitedBy: row.invitedBy === null ? null : Number(row.invitedBy),
});

export type Accepted =
  | { kind: "accepted"; role: Role }
  /** Never made, or withdrawn. */
  | { kind: "unknown" }
  | { kind: "used" | "expired" | "own" | "already" }
  /** The person who made the link may not give this role any more. */
  | { kind: "inviter gone" };

/** Takes an invitation. Of two who take the same one, the guarded UPDATE lets one through. */
export async function acceptInvitation(
  database: Database,
  { code, personId, now }: { code: string; personId: number; now: Date },
): Promise<Accepted> {
  return database.$transaction(async (tx): Promise<Accepted> => {
    const found = await tx.invitation.findUnique({ where: { code } });
    if (found === null) return { kind: "unknown" };
    if (found.usedAt !== null) return { kind: "used" };
    if (found.expiresAt <= now) return { kind: "expired" };
    const { role, institutionId, groupId, invitedBy } = found;
    if (invitedBy === BigInt(personId)) return { kind: "own" };
    // Held until the commit, as in actAs: an invitation is worth what its maker may do now.
    await tx.$executeRaw`SELECT 1 FROM "StaffRole" WHERE "personId" = ${invitedBy} FOR SHARE`;
    const inviter = invitedBy === null ? null : await findStaff(tx, Number(invitedBy));
    if (inviter === null || !may(inviter, rightToGive(role))) return { kind: "inviter gone" };

    const given = { personId, role, institutionId, origin: "invitation", by: Number(invitedBy), now } as const;
    const holds = await tx.staffRole.count({ where: { personId: BigInt(personId), role, institutionId } });
    if (holds > 0 && groupId === null) return { kind: "already" };
    const taken = await tx.invitation.updateMany({
      where: { code, usedAt: null, expiresAt: { gt: now } },
      data: { usedBy: BigInt(personId), usedAt: now },
    });
    if (taken.count === 0) return { kind: "used" };
    await insertRole(tx, given);
    // Somebody else may teach it by now.
    const group = { id: groupId ?? 0, teacherId: null };
    const { count } = await tx.group.updateMany({ where: group, data: { teacherId: BigInt(personId) } });
    await note(tx, {
      personId,
      at: now,
      action: rightToGive(role),
      verb: "accept",
      subject: `person:${personId}`,
      after: { role, institutionId, groupId: count > 0 ? groupId : null, invitedBy: Number(invitedBy) },
    });
    await tellInviter(tx, Number(invitedBy), { personId, role, institutionId, now });
    return { kind: "accepted", role };
  });
}

/** Deletes links that were used, or ran out, before `before`: the audit log remembers who was given what. */
export async function forgetInvitations(database: Database, before: Date): Promise<number> {
  const where = { OR: [{ usedAt: { lt: before } }, { expiresAt: { lt: before } }] };
  const { count } = await database.invitation.deleteMany({ where });
  return count;
}

/** Makes a link worthless that nobody has taken yet. */
export async function withdrawInvitation(
  database: Database,
  actor: Actor,
  handle: string,
): Promise<{ kind: "forbidden" | "gone" | "withdrawn" }> {
  const [found] = await database.$queryRaw<{ code: string; role: Role; institutionId: number | null }[]>`
    SELECT "code", "role"::text AS "role", "institutionId" FROM "Invitation"
    WHERE left("code", 8) = ${handle} AND "usedAt" IS NULL`;
  if (found === undefined) return { kind: "gone" };
  const { code, role, institutionId } = found;
  const acted = await actAs(database, actor, { action: rightToGive(role) }, async (tx, audit) => {
    const { count } = await tx.invitation.deleteMany({ where: { code, usedAt: null } });
    if (count === 0) return "gone" as const;
    await audit({ subject: `invitation:${handle}`, verb: "withdraw", before: { role, institutionId } });
    return "withdrawn" as const;
  });
  return { kind: acted.kind === "done" ? acted.value : acted.kind };
}
