import type { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { Door } from "../people/address.ts";
import type { LinkRefusal, OpenLink } from "./linking.ts";

/** Somebody at the messenger by which they speak. */
export interface Speaker {
  personId: number;
  door: Door;
  now: Date;
}

interface Row {
  id: number;
  personId: bigint;
  madeAt: Door;
  leadsTo: Door;
  expiresAt: Date;
  followedBy: bigint | null;
  number: number | null;
  maker: string;
  /** The maker or the follower has an account at the other's messenger already. */
  isTaken: boolean;
  /** Whether the follower has a right that the maker has not, and whether the maker has any. */
  bringsRights: boolean;
  isMakerStaff: boolean;
}

/**
 * Whether a link may be followed by somebody. Rights are compared one by one; who teaches a group has a right to it by
 * that, whatever roles they have.
 */
export async function judge(
  queries: Queries,
  { codeHash }: { codeHash: string },
  { personId, door, now }: Speaker,
): Promise<OpenLink | LinkRefusal> {
  const follower = BigInt(personId);
  const [row] = await queries.$queryRaw<Row[]>`
    SELECT r."id", r."personId", r."madeAt"::text AS "madeAt", r."leadsTo"::text AS "leadsTo", r."expiresAt", r."followedBy", r."number",
           p."firstName" AS "maker",
           EXISTS (SELECT FROM "Address" a WHERE a."personId" = p."id" AND a."door" = r."leadsTo")
             OR EXISTS (SELECT FROM "Address" a WHERE a."personId" = ${follower} AND a."door" = r."madeAt") AS "isTaken",
           EXISTS (SELECT FROM "Group" g WHERE g."teacherId" = ${follower}) OR EXISTS (
             SELECT FROM "StaffRole" f WHERE f."personId" = ${follower} AND NOT EXISTS (
               SELECT FROM "StaffRole" m WHERE m."personId" = p."id" AND m."role" = f."role"
                 AND m."institutionId" IS NOT DISTINCT FROM f."institutionId")) AS "bringsRights",
           EXISTS (SELECT FROM "StaffRole" m WHERE m."personId" = p."id") AS "isMakerStaff"
    FROM "LinkRequest" r JOIN "Person" p ON p."id" = r."personId" WHERE r."codeHash" = ${codeHash}`;
  if (row === undefined || row.expiresAt <= now) return { kind: "gone" };
  if (row.personId === follower) return { kind: "own" };
  // Somebody else said that it is them: two cannot be one.
  if (row.followedBy !== null && row.followedBy !== follower) return { kind: "gone" };
  if (row.leadsTo !== door) return { kind: "elsewhere", leadsTo: row.leadsTo };
  if (row.isTaken) return { kind: "taken" };
  if (row.bringsRights) return { kind: "staff", isMakerToo: row.isMakerStaff };
  return { kind: "open", requestId: row.id, makerId: Number(row.personId), maker: row.maker, madeAt: row.madeAt };
}

type Held = Pick<Row, "id" | "leadsTo" | "followedBy" | "number" | "expiresAt"> & { codeHash: string };

/** Nobody else follows or confirms a link until the commit; null: there is none. */
export async function hold(
  tx: Prisma.TransactionClient,
  where: { codeHash: string } | { id: number; personId: bigint },
) {
  const known = await tx.linkRequest.findFirst({ where, select: { id: true } });
  if (known === null) return null;
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT "id", "leadsTo"::text AS "leadsTo", "followedBy", "number", "expiresAt", "codeHash" FROM "LinkRequest"
    WHERE "id" = ${known.id} FOR UPDATE`;
  return held ?? null;
}
