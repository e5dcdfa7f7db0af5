import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import type { Destination } from "../../people/address.ts";
import { type Acted, type Actor, actAs, findStaff } from "../../staff/act-store.ts";
import { may, reachOf, type Staff } from "../../staff/permissions.ts";

/*
 * Who may connect a channel. Anybody can make a bot an administrator of a channel of theirs, so that alone means nothing: a
 * channel is noted only when somebody of the staff did it, who may manage feeds, and nothing is read before one of them has said
 * of whom its posts tell. That may be whoever made the bot an administrator, for an institution of their own, or somebody who may
 * manage all feeds. So whoever brings posts into a queue holds both ends: the channel, by the messenger's own word, and the
 * queue, by their role. Of a stranger's channel not a word is kept.
 */

const action = "feeds.manage" as const;
const subjectOf = (channelId: number): string => `channel:${channelId}`;

/** Milliseconds that the question about a channel makes sense. */
const askedFor = 3 * 24 * 3_600_000;

const shownFields = {
  id: true,
  title: true,
  offeredBy: true,
  institutionId: true,
  connectedAt: true,
  leftAt: true,
  institution: { select: { texts: { select: { language: true, name: true } } } },
} as const satisfies Prisma.ChannelSelect;
export type ShownChannel = Prisma.ChannelGetPayload<{ select: typeof shownFields }>;

/** A channel in which somebody made the bot an administrator. */
export interface OfferedChannel extends Destination {
  title: string;
  offeredBy: number;
}

/**
 * Notes a channel in which somebody made the bot an administrator, and asks them about it where nobody has connected it. One by
 * somebody who may not manage feeds is not noted; where it is known already, the bot hears it again.
 */
export async function offerChannel(
  database: Database,
  { door, chatId, title, offeredBy }: OfferedChannel,
  now: Date,
): Promise<void> {
  await database.$transaction(async (tx) => {
    const door_chatId = { door, chatId };
    if (!may(await findStaff(tx, offeredBy), action)) return hearAgain(tx, door_chatId);
    const { id, connectedAt } = await tx.channel.upsert({
      where: { door_chatId },
      create: { door, chatId, title, offeredBy: BigInt(offeredBy), offeredAt: now },
      update: { title, leftAt: null, offeredBy: BigInt(offeredBy), offeredAt: now },
      select: { id: true, connectedAt: true },
    });
    if (connectedAt !== null) return;
    await enqueue(tx, [
      {
        personId: offeredBy,
        kind: "channel-offered",
        payload: { channelId: id },
        lane: "normal",
        dueAt: now,
        expiresAt: new Date(now.getTime() + askedFor),
        dedupeKey: `channel-offered:${id}:${offeredBy}:${now.toISOString()}`,
      },
    ]);
  });
}

/** Notes that the bot is an administrator of a channel again, whoever made it one; of an unknown one nothing. */
export async function hearAgain(queries: Queries, { door, chatId }: Destination): Promise<void> {
  await queries.channel.updateMany({ where: { door, chatId }, data: { leftAt: null } });
}

/** Notes that the bot hears a channel no more. */
export async function markLeft(queries: Queries, { door, chatId }: Destination, now: Date): Promise<void> {
  await queries.channel.updateMany({ where: { door, chatId, leftAt: null }, data: { leftAt: now } });
}

/** A channel whose posts are read; null for every other. */
export const findConnected = (queries: Queries, { door, chatId }: Destination) =>
  queries.channel.findFirst({
    where: { door, chatId, connectedAt: { not: null } },
    select: { id: true, title: true, institutionId: true },
  });

/** Whether somebody may look at a channel: at one of their institution, or at one that they offered themselves. */
export const mayManage = (
  staff: Staff,
  { connectedAt, institutionId, offeredBy }: Pick<ShownChannel, "connectedAt" | "institutionId" | "offeredBy">,
): boolean =>
  connectedAt === null
    ? reachOf(staff, action) === null || (may(staff, action) && offeredBy === BigInt(staff.personId))
    : may(staff, action, { institutionId });

/** Which channels somebody may manage. */
function within(staff: Staff): Prisma.ChannelWhereInput {
  const reach = reachOf(staff, action);
  if (reach === null) return {};
  return {
    OR: [
      { connectedAt: { not: null }, institutionId: { in: reach } },
      ...(may(staff, action) ? [{ connectedAt: null, offeredBy: BigInt(staff.personId) }] : []),
    ],
  };
}

/** The channels that somebody may manage, the newest first. */
export const listChannels = (queries: Queries, staff: Staff): Promise<ShownChannel[]> =>
  queries.channel.findMany({ where: within(staff), select: shownFields, orderBy: { id: "desc" } });

/** Which posts wait for somebody: those of the connected channels that they may manage. */
export const ofConnected = (staff: Staff): Prisma.ChannelWhereInput => ({
  AND: [within(staff), { connectedAt: { not: null } }],
});

export const findChannel = (queries: Queries, channelId: number): Promise<ShownChannel | null> =>
  queries.channel.findUnique({ where: { id: channelId }, select: shownFields });

/** Reads the posts of a channel from now on, as telling of an institution's events; null: of nobody's in particular. */
export function connectChannel(
  database: Database,
  actor: Actor,
  channelId: number,
  institutionId: number | null,
): Promise<Acted<undefined>> {
  const target = async (tx: Queries) => {
    const channel = await findChannel(tx, channelId);
    const staff = await findStaff(tx, actor.by);
    return channel !== null && mayManage(staff, channel) ? { institutionId } : null;
  };
  return actAs(database, actor, { action, target }, async (tx, audit) => {
    const data = { institutionId, connectedBy: BigInt(actor.by), connectedAt: actor.now };
    const { title } = await tx.channel.update({ where: { id: channelId }, data, select: { title: true } });
    await audit({ subject: subjectOf(channelId), verb: "start", after: { title, institutionId } });
    return undefined;
  });
}

/**
 * Reads a channel no more, and lets go of the posts that wait; what was made of others stays. Resolves to whether it was
 * connected.
 */
export function disconnectChannel(database: Database, actor: Actor, channelId: number): Promise<Acted<boolean>> {
  const target = async (tx: Queries) => {
    const channel = await findChannel(tx, channelId);
    if (channel === null || !mayManage(await findStaff(tx, actor.by), channel)) return null;
    return channel.connectedAt === null ? {} : { institutionId: channel.institutionId };
  };
  return actAs(database, actor, { action, target }, async (tx, audit) => {
    const { title, institutionId, connectedAt } = await tx.channel.delete({
      where: { id: channelId },
      select: { title: true, institutionId: true, connectedAt: true },
    });
    await audit({ subject: subjectOf(channelId), verb: "stop", before: { title, institutionId } });
    return connectedAt !== null;
  });
}
