import type { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import { hashOf, newNumbers } from "./code.ts";
import { hold, judge, type Speaker } from "./judge-store.ts";
import type { Followed, LinkConfirmed } from "./linking.ts";
import { mergePeople } from "./merging/merge-store.ts";

/**
 * Notes that somebody says of a link that it is theirs, and asks whoever made it for the number that they see from now on.
 * Said twice, the number stays.
 */
export async function follow(database: Database, code: string, speaker: Speaker): Promise<Followed> {
  return database.$transaction(async (tx): Promise<Followed> => {
    const held = await hold(tx, { codeHash: hashOf(code) });
    if (held === null) return { kind: "gone" };
    const link = await judge(tx, held, speaker);
    if (link.kind !== "open") return link;
    const { requestId: id, makerId, madeAt } = link;
    if (held.number !== null) return { kind: "followed", number: held.number, madeAt };
    const { number, numbers } = newNumbers();
    await tx.linkRequest.update({ where: { id }, data: { followedBy: BigInt(speaker.personId), number, numbers } });
    await enqueue(tx, [
      {
        personId: makerId,
        kind: "link-followed",
        payload: { requestId: id },
        lane: "urgent",
        dueAt: speaker.now,
        expiresAt: held.expiresAt,
        dedupeKey: `link-followed:${id}`,
      },
    ]);
    return { kind: "followed", number, madeAt };
  });
}

/** Makes one person of the two when its maker chooses the number that the follower sees. One try: a wrong one ends it. */
export async function confirm(
  database: Database,
  { requestId, number, personId, now, cityZone }: Choice,
): Promise<LinkConfirmed> {
  return database.$transaction(async (tx): Promise<LinkConfirmed> => {
    const held = await hold(tx, { id: requestId, personId: BigInt(personId) });
    if (held?.followedBy == null) return { kind: "gone" };
    const goneId = Number(held.followedBy);
    // What has come up since they were asked: a role, another account.
    const link = await judge(tx, held, { personId: goneId, door: held.leadsTo, now });
    await tx.linkRequest.delete({ where: { id: requestId } });
    if (link.kind !== "open") return link;
    if (held.number !== number) return { kind: "wrong number" };
    await mergePeople(tx, { keptId: personId, goneId, cityZone, now });
    await tellThere(tx, { personId, door: held.leadsTo, now });
    return { kind: "linked", leadsTo: held.leadsTo };
  });
}

interface Choice {
  requestId: number;
  number: number;
  personId: number;
  now: Date;
  cityZone: string;
}

/** Tells the account that came to its person: where it was followed, and nowhere else. */
async function tellThere(tx: Prisma.TransactionClient, { personId, door, now }: Speaker): Promise<void> {
  const address = await tx.address.findFirstOrThrow({ where: { personId: BigInt(personId), door } });
  await enqueue(tx, [
    {
      personId,
      kind: "linked",
      payload: {},
      lane: "urgent",
      dueAt: now,
      expiresAt: new Date(now.getTime() + 24 * 3_600_000),
      dedupeKey: `linked:${address.id}:${now.getTime()}`,
      only: { door, chatId: address.chatId },
    },
  ]);
}
