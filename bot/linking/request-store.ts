import type { Database, Queries } from "../database/database.ts";
import type { Door } from "../people/address.ts";
import { hashOf, newLinkCode } from "./code.ts";
import { judge, type Speaker } from "./judge-store.ts";
import { type LinkRefusal, linkMinutes, type OpenLink } from "./linking.ts";

/** Makes a link to another messenger and resolves to its code, which is kept nowhere. The last one is gone by it. */
export async function makeLink(database: Database, { personId, door, now }: Speaker, leadsTo: Door): Promise<string> {
  const code = newLinkCode();
  const data = {
    madeAt: door,
    leadsTo,
    codeHash: hashOf(code),
    createdAt: now,
    expiresAt: new Date(now.getTime() + linkMinutes * 60_000),
  };
  const owner = { personId: BigInt(personId) };
  await database.$transaction(async (tx) => {
    // With a number of its own, so that buttons under the last one lead nowhere.
    await tx.linkRequest.deleteMany({ where: owner });
    await tx.linkRequest.create({ data: { ...owner, ...data } });
  });
  return code;
}

/** Finds what a link offers to whoever follows it. */
export const findLink = (queries: Queries, code: string, speaker: Speaker): Promise<OpenLink | LinkRefusal> =>
  judge(queries, { codeHash: hashOf(code) }, speaker);

/** Ends a link that its follower or its maker knows nothing of. */
export async function endLink(
  queries: Queries,
  which: { code: string } | { requestId: number; personId: number },
): Promise<void> {
  const where =
    "code" in which ? { codeHash: hashOf(which.code) } : { id: which.requestId, personId: BigInt(which.personId) };
  await queries.linkRequest.deleteMany({ where });
}

/** A link that was followed, as its maker is asked about it; null: it is over, or somebody else's. */
export async function findFollowed(
  queries: Queries,
  requestId: number,
  { personId, now }: Pick<Speaker, "personId" | "now">,
): Promise<{ leadsTo: Door; followerId: number; follower: string; numbers: number[] } | null> {
  const found = await queries.linkRequest.findFirst({
    where: { id: requestId, personId: BigInt(personId), expiresAt: { gt: now } },
    select: { leadsTo: true, numbers: true, follower: { select: { id: true, firstName: true } } },
  });
  if (found?.follower == null) return null;
  const { leadsTo, numbers, follower } = found;
  return { leadsTo, numbers, followerId: Number(follower.id), follower: follower.firstName };
}

/** Deletes links that nobody confirmed in time. */
export async function forgetLinks(queries: Queries, now: Date): Promise<void> {
  await queries.linkRequest.deleteMany({ where: { expiresAt: { lte: now } } });
}
