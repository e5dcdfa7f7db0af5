import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { accountsOf } from "../people/address.sql.ts";
import type { Language } from "../words/language.ts";
import { type Actor, actAs } from "./act-store.ts";
import { goneSubject } from "./audit/audit-forget-store.ts";
import { institutionName } from "./name.sql.ts";
import { tellOfRole } from "./news-store.ts";
import { type Role, rightToGive } from "./permissions.ts";

/** A role as screens show it. */
export interface HeldRole {
  id: number;
  personId: number;
  role: Role;
  institutionId: number | null;
  /** In the reader's language, else in another. */
  institution: string | null;
  /** From OWNER_IDS: whoever stands there is owner again at the next start. */
  isFromEnvironment: boolean;
  grantedAt: Date;
}

export interface Member {
  personId: number;
  name: string;
  /** How the operator's command calls them: "telegram:123". */
  accounts: string[];
  roles: HeldRole[];
}

export const membersPerPage = 6;

interface Row extends Omit<HeldRole, "personId"> {
  personId: bigint;
  name: string;
  accounts: string[];
}

/** Finds a page of all staff, the highest roles first. */
export async function findMembers(
  queries: Queries,
  { page, language }: { page: number; language: Language },
): Promise<{ rows: Member[]; total: number }> {
  const ids = await queries.$queryRaw<{ personId: bigint; total: number }[]>`
    SELECT "personId", (count(*) OVER ())::int AS "total" FROM "StaffRole" GROUP BY "personId"
    ORDER BY min("role"), min("grantedAt"), "personId" LIMIT ${membersPerPage} OFFSET ${page * membersPerPage}`;
  const roles = await findRoles(
    queries,
    ids.map(({ personId }) => personId),
    language,
  );
  const rows = ids.flatMap(({ personId }) => memberOf(roles, personId) ?? []);
  const [first] = ids;
  return { rows, total: first?.total ?? (page === 0 ? 0 : await countMembers(queries)) };
}

/** Finds somebody of the staff; null when they hold no role (any more). */
export async function findMember(queries: Queries, personId: number, language: Language): Promise<Member | null> {
  const id = BigInt(personId);
  return memberOf(await findRoles(queries, [id], language), id);
}

/** Finds those who look after the bot: owners and admins, each once. */
export async function findAdministrators(queries: Queries): Promise<number[]> {
  const found = await queries.person.findMany({
    where: { roles: { some: { role: { in: ["owner", "admin"] } } } },
    select: { id: true },
  });
  return found.map(({ id }) => Number(id));
}

/** Finds one role; null when it was taken back. */
export async function findRole(
  queries: Queries,
  roleId: number,
  language: Language,
): Promise<{ member: Member; role: HeldRole } | null> {
  const row = await queries.staffRole.findUnique({ where: { id: roleId }, select: { personId: true } });
  const member = row === null ? null : await findMember(queries, Number(row.personId), language);
  const role = member?.roles.find(({ id }) => id === roleId);
  return member !== null && role !== undefined ? { member, role } : null;
}

const findRoles = (queries: Queries, personIds: bigint[], language: Language): Promise<Row[]> =>
  queries.$queryRaw<Row[]>`
    SELECT r."id", r."personId", p."firstName" AS "name", ${accountsOf(Prisma.sql`p."id"`)} AS "accounts", r."role"::text AS "role", r."institutionId", r."grantedAt",
           r."origin" = 'environment' AS "isFromEnvironment",
           ${institutionName(Prisma.sql`r."institutionId"`, language)} AS "institution"
    FROM "StaffRole" r JOIN "Person" p ON p."id" = r."personId"
    WHERE r."personId" = ANY(${personIds}) ORDER BY r."role", r."id"`;

function memberOf(rows: readonly Row[], personId: bigint): Member | null {
  const theirs = rows.filter((row) => row.personId === personId);
  const [first] = theirs;
  if (first === undefined) return null;
  const roles = theirs.map(({ name: _, accounts: __, ...role }) => ({ ...role, personId: Number(personId) }));
  return { personId: Number(personId), name: first.name, accounts: first.accounts, roles };
}

async function countMembers(queries: Queries): Promise<number> {
  const [row] = await queries.$queryRaw<{ total: number }[]>`
    SELECT count(DISTINCT "personId")::int AS "total" FROM "StaffRole"`;
  return row?.total ?? 0;
}

export type Taken =
  | { kind: "forbidden" | "gone" | "own owner" | "from environment" }
  /** `entryId` is the line of the audit log, by which it can be undone. */
  | { kind: "taken"; entryId: number; hasOthers: boolean };

/**
 * Takes a role back. Nobody takes their own role of owner, so that one is always left: two owners who take each other's
 * at once wait for each other, and only one goes through.
 */
export async function takeRole(database: Database, actor: Actor, roleId: number): Promise<Taken> {
  const held = await database.staffRole.findUnique({ where: { id: roleId } });
  if (held === null) return { kind: "gone" };
  const acted = await actAs(database, actor, { action: rightToGive(held.role) }, async (tx, audit): Promise<Taken> => {
    if (held.origin === "environment") return { kind: "from environment" };
    if (held.role === "owner" && Number(held.personId) === actor.by) return { kind: "own owner" };
    const { count } = await tx.staffRole.deleteMany({ where: { id: roleId } });
    if (count === 0) return { kind: "gone" };
    const before = { role: held.role, institutionId: held.institutionId };
    const entryId = await audit({ subject: `person:${held.personId}`, verb: "take", before });
    await tellOfRole(tx, "taken", { ...before, personId: Number(held.personId), now: actor.now });
    const others = await tx.staffRole.count({ where: { personId: held.personId } });
    return { kind: "taken", entryId, hasOthers: others > 0 };
  });
  return acted.kind === "done" ? acted.value : acted;
}

/** `held`: they edit that institution already. */
export type MovedRole = { kind: "forbidden" | "gone" | "held" } | { kind: "moved"; personId: number };

/** Makes an editor's role one for another institution, or with null for all; they stay staff all the while. */
export async function moveRole(
  database: Database,
  actor: Actor,
  { roleId, institutionId }: { roleId: number; institutionId: number | null },
): Promise<MovedRole> {
  const acted = await actAs(database, actor, { action: "staff.manage" }, async (tx, audit): Promise<MovedRole> => {
    await tx.$executeRaw`SELECT 1 FROM "StaffRole" WHERE "id" = ${roleId} FOR UPDATE`;
    const held = await tx.staffRole.findFirst({ where: { id: roleId, role: "editor" } });
    if (held === null) return { kind: "gone" };
    const { personId } = held;
    if ((await tx.staffRole.count({ where: { personId, role: "editor", institutionId } })) > 0) return { kind: "held" };
    await tx.staffRole.update({ where: { id: roleId }, data: { institutionId } });
    const before = { institutionId: held.institutionId };
    await audit({ subject: `person:${personId}`, verb: "house", before, after: { institutionId } });
    await tellOfRole(tx, "moved", { personId: Number(personId), role: "editor", institutionId, now: actor.now });
    return { kind: "moved", personId: Number(personId) };
  });
  return acted.kind === "done" ? acted.value : acted;
}

const undoFor = 3_600_000;

/** Gives back what the actor took within the last hour; resolves to whose it is. */
export async function giveBack(
  database: Database,
  actor: Actor,
  entryId: number,
): Promise<{ kind: "forbidden" | "too late" } | { kind: "given"; personId: number }> {
  const taken = await database.auditEntry.findFirst({
    where: {
      id: BigInt(entryId),
      personId: BigInt(actor.by),
      action: { in: ["staff.manage.take", "staff.manage_admins.take"] },
      at: { gt: new Date(actor.now.getTime() - undoFor) },
    },
  });
  // Erased meanwhile: there is nobody to give it back to.
  if (taken === null || taken.subject === goneSubject) return { kind: "too late" };
  const { role, institutionId } = taken.before as { role: Role; institutionId: number | null };
  const personId = Number(taken.subject.slice("person:".length));
  const acted = await actAs(database, actor, { action: rightToGive(role) }, async (tx, audit) => {
    const isGiven = await insertRole(tx, { personId, role, institutionId, origin: "invitation", ...actor });
    if (!isGiven) return;
    await audit({ subject: taken.subject, verb: "give_back", after: { role, institutionId } });
    await tellOfRole(tx, "given back", { personId, role, institutionId, now: actor.now });
  });
  return acted.kind === "done" ? { kind: "given", personId } : acted;
}

export interface NewRole {
  personId: number;
  role: Role;
  institutionId: number | null;
  origin: "environment" | "command" | "invitation";
  by: number | null;
  now: Date;
}

/** Writes a role; false when the person holds it already, or is gone. */
export async function insertRole(
  queries: Queries,
  { personId, role, institutionId, origin, by, now }: NewRole,
): Promise<boolean> {
  const count = await queries.$executeRaw`
    INSERT INTO "StaffRole" ("personId", "role", "institutionId", "origin", "grantedBy", "grantedAt")
    SELECT "id", ${role}::"Role", ${institutionId}, ${origin}::"RoleOrigin", ${by === null ? null : BigInt(by)}, ${now}
    FROM "Person" WHERE "id" = ${BigInt(personId)}
    ON CONFLICT DO NOTHING`;
  return count > 0;
}
