import { z } from "zod";
import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import type { MarkedText } from "../../programme/editing/extract/extracted.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Staff } from "../../staff/permissions.ts";
import { ofConnected } from "./channel-store.ts";
import { lastDateOf, type ToldEvent, toldEvent } from "./told-event.ts";

/** A post as its channel shows it now, and the events that it seems to tell of. */
export interface HeardPost extends MarkedText {
  channelId: number;
  messageId: string;
  photo: string | null;
  url: string | null;
  postedAt: Date;
  found: ToldEvent[];
}

const marking = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.exactOptional(z.string()),
});

const stored = z.object({ entities: z.array(marking), found: z.array(toldEvent) });

/**
 * Keeps a post that tells of something to come, until somebody has looked at it. One that was changed is kept as it is now while
 * nobody has taken it, and goes where it tells of nothing any more. Once it was taken, a change that says other days or
 * titles brings it back, marked; what was made of it is nobody's to change but a person's.
 */
export async function keepPost(database: Database, post: HeardPost, now: Date): Promise<void> {
  const { channelId, messageId, text, entities = [], photo, url, postedAt, found } = post;
  const until = lastDateOf(found);
  const isNews = until !== undefined && until.getTime() > now.getTime();
  await database.$transaction(async (tx) => {
    const where = { channelId_messageId: { channelId, messageId } };
    const before = await tx.channelPost.findUnique({ where });
    const isTouched = before !== null && (before.takenAt !== null || before.settledAt !== null);
    if (before !== null && !isTouched && !isNews) return void (await tx.channelPost.delete({ where }));
    if (until === undefined || (before === null && !isNews)) return;
    if (isTouched && isSame(found, stored.shape.found.parse(before.found))) return;
    const said = {
      text,
      entities: json.parse(asJson(entities)),
      photo,
      url,
      found: json.parse(asJson(found)),
      untilAt: until,
    };
    await tx.channelPost.upsert({
      where,
      create: { channelId, messageId, postedAt, ...said },
      update: { ...said, ...(isTouched && { changedAt: now, takenAt: null, settledAt: null }) },
    });
  });
}

const json = z.array(z.json());
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const shownFields = {
  id: true,
  channelId: true,
  text: true,
  entities: true,
  photo: true,
  url: true,
  postedAt: true,
  found: true,
  takenAt: true,
  settledAt: true,
  changedAt: true,
  channel: { select: { title: true, institutionId: true } },
} as const satisfies Prisma.ChannelPostSelect;

/** A post that waits for somebody. */
export type ShownPost = Omit<Prisma.ChannelPostGetPayload<{ select: typeof shownFields }>, "entities" | "found"> &
  z.output<typeof stored>;

const waiting = (staff: Staff, now: Date, channelId?: number): Prisma.ChannelPostWhereInput => ({
  channel: ofConnected(staff),
  settledAt: null,
  untilAt: { gt: now },
  ...(channelId !== undefined && { channelId }),
});

/** How many posts wait for somebody, of one channel or of all theirs. */
export const countPosts = (queries: Queries, staff: Staff, now: Date, channelId?: number): Promise<number> =>
  queries.channelPost.count({ where: waiting(staff, now, channelId) });

/** The oldest post that waits for somebody, behind another one where `after` says so; null: none. */
export async function findNextPost(
  queries: Queries,
  staff: Staff,
  { now, after }: { now: Date; after?: number },
): Promise<ShownPost | null> {
  const found = await queries.channelPost.findFirst({
    where: { ...waiting(staff, now), ...(after !== undefined && { id: { gt: after } }) },
    select: shownFields,
    orderBy: { id: "asc" },
  });
  return found && { ...found, ...stored.parse(found) };
}

/** One post of a channel that somebody may manage; null: it is gone or not theirs. */
export async function findPost(queries: Queries, staff: Staff, postId: number): Promise<ShownPost | null> {
  const found = await queries.channelPost.findFirst({
    where: { id: postId, channel: ofConnected(staff) },
    select: shownFields,
  });
  return found && { ...found, ...stored.parse(found) };
}

const ownerOf = async (queries: Queries, postId: number) => {
  const select = { channel: { select: { institutionId: true, connectedAt: true } } } as const;
  const post = await queries.channelPost.findUnique({ where: { id: postId }, select });
  return post !== null && post.channel.connectedAt !== null ? { institutionId: post.channel.institutionId } : null;
};

/** Notes that somebody makes events of a post: from now on a change of it overwrites nothing. */
export const takePost = (database: Database, actor: Actor, postId: number): Promise<Acted<undefined>> =>
  change(database, actor, postId, "take_up", { takenAt: actor.now, changedAt: null });

/** Puts a post aside: events were made of it, or it is none. */
export const settlePost = (database: Database, actor: Actor, postId: number): Promise<Acted<undefined>> =>
  change(database, actor, postId, "edit", { settledAt: actor.now, changedAt: null });

function change(
  database: Database,
  actor: Actor,
  postId: number,
  verb: string,
  data: Prisma.ChannelPostUpdateInput,
): Promise<Acted<undefined>> {
  return actAs(database, actor, { action: "feeds.manage", target: (tx) => ownerOf(tx, postId) }, async (tx, audit) => {
    const { channelId } = await tx.channelPost.update({ where: { id: postId }, data, select: { channelId: true } });
    await audit({ subject: `channel:${channelId}`, verb, after: { postId } });
    return undefined;
  });
}

/** Deletes posts of which all dates were over by then. */
export async function forgetPosts(database: Database, before: Date): Promise<number> {
  const { count } = await database.channelPost.deleteMany({ where: { untilAt: { lt: before } } });
  return count;
}
