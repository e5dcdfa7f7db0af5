import type { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { isDeadlock } from "../database/deadlock.ts";
import { type Action, may, type Staff, type Target } from "./permissions.ts";

/** Who does something, and when. */
export interface Actor {
  by: number;
  now: Date;
}

/** A line of the audit log. Values are plain JSON without phone numbers, tokens or join links. */
export interface Audited {
  /** What was changed: "event:12", "group:3". */
  subject: string;
  /** What was done, where the action alone does not say: "move", "publish". */
  verb?: string;
  before?: Prisma.InputJsonValue | null;
  after?: Prisma.InputJsonValue | null;
}

export type Acted<T> = { kind: "forbidden" } | { kind: "done"; value: T };

/** Finds somebody's rights. */
export async function findStaff(queries: Queries, personId: number): Promise<Staff> {
  const grants = await queries.staffRole.findMany({
    where: { personId: BigInt(personId) },
    select: { role: true, institutionId: true },
  });
  return { personId, grants };
}

/**
 * Does something as staff, in one transaction with its line in the audit log. The right is looked up there and held
 * until the commit: whoever takes it back waits, and whoever lost it while a dialogue ran writes nothing any more.
 *
 * `target` says what it is done to, read in the same transaction; null: it does not exist, which is forbidden too.
 */
export async function actAs<T>(
  database: Database,
  { by, now }: Actor,
  { action, target }: { action: Action; target?: Target | ((tx: Prisma.TransactionClient) => Promise<Target | null>) },
  work: (tx: Prisma.TransactionClient, audit: (entry: Audited) => Promise<number>) => Promise<T>,
): Promise<Acted<T>> {
  const attempt = async (tx: Prisma.TransactionClient): Promise<Acted<T>> => {
    await tx.$executeRaw`SELECT 1 FROM "StaffRole" WHERE "personId" = ${BigInt(by)} FOR SHARE`;
    const staff = await findStaff(tx, by);
    const found = typeof target === "function" ? await target(tx) : target;
    if (found === null || !may(staff, action, found)) return { kind: "forbidden" };
    const audit = (entry: Audited) => note(tx, { personId: by, at: now, action, ...entry });
    return { kind: "done", value: await work(tx, audit) };
  };
  try {
    return await database.$transaction(attempt, patience);
  } catch (error) {
    // Two who take each other's role at once wait for each other: PostgreSQL ends one of them, whose second look
    // finds the right gone.
    if (!isDeadlock(error)) throw error;
    return database.$transaction(attempt, patience);
  }
}

/** To close a group tells its line: 2.4 s for 45,000 people. Prisma's own limits are 2 s and 5 s. */
const patience = { maxWait: 5_000, timeout: 15_000 };

/**
 * Writes a line of the audit log and resolves to its id; for what nobody's right is behind, such as the operator's
 * commands. `action` is one of the permissions, "account" or "command". Somebody who was erased meanwhile is not named.
 */
export async function note(
  queries: Queries,
  {
    personId,
    at,
    action,
    subject,
    verb,
    before,
    after,
  }: Audited & { personId: number | null; at: Date; action: string },
): Promise<number> {
  const name = verb === undefined ? action : `${action}.${verb}`;
  const [row] = await queries.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "AuditEntry" ("at", "personId", "action", "subject", "before", "after")
    VALUES (${at}, (SELECT p."id" FROM "Person" p WHERE p."id" = ${personId === null ? null : BigInt(personId)}), ${name},
            ${subject}, ${json(before)}::jsonb, ${json(after)}::jsonb)
    RETURNING "id"`;
  return Number(row?.id);
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
