import type { MiddlewareFn } from "grammy";
import type { ChatMemberUpdated, Message } from "grammy/types";
import type { BotContext, Services } from "../../../bot/context.ts";
import { accountOf } from "../../../bot/doors/telegram/door.ts";
import { publicPost } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { posterPath } from "../../../bot/doors/telegram/screen/poster-path.ts";
import { findConnected, hearAgain, markLeft, offerChannel } from "../../../bot/feeds/channels/channel-store.ts";
import { keepPost } from "../../../bot/feeds/channels/post-store.ts";
import { findToldEvents } from "../../../bot/feeds/channels/told-event.ts";
import type { Destination } from "../../../bot/people/address.ts";
import { findPersonId } from "../../../bot/people/address-store.ts";

/**
 * Hears what is posted in channels that staff has connected, and where the bot becomes an administrator. It makes nobody known
 * and answers nothing: a channel has no person behind it. Of a channel that nobody connected no post is read.
 */
export function channelsHeard(services: Services): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const { myChatMember: change, chat } = ctx;
    if (chat?.type !== "channel") return next();
    const place = { door: ctx.door.name, chatId: String(chat.id) };
    const post = ctx.channelPost ?? ctx.editedChannelPost;
    if (post) await hearPost(ctx, services, place, post);
    else if (change) await hearStanding(ctx, services, place, change);
  };
}

async function hearPost(ctx: BotContext, services: Services, place: Destination, post: Message): Promise<void> {
  const { database, clock, city } = services;
  const text = post.text ?? post.caption;
  if (text === undefined) return;
  const channel = await findConnected(database, place);
  if (channel === null) return;
  const marked = { text, entities: post.entities ?? post.caption_entities ?? [] };
  const postedAt = new Date(post.date * 1_000);
  const photo = post.photo?.at(-1);
  await keepPost(
    database,
    {
      ...{ ...marked, channelId: channel.id, messageId: String(post.message_id), postedAt },
      url: publicPost(post),
      photo: photo ? posterPath(ctx.api.token, photo.file_id) : null,
      found: await findToldEvents(marked, { now: postedAt, zone: city.timeZone }),
    },
    clock.now(),
  );
}

async function hearStanding(
  ctx: BotContext,
  { database, clock }: Services,
  place: Destination,
  change: ChatMemberUpdated,
): Promise<void> {
  const now = clock.now();
  if (change.new_chat_member.status !== "administrator") return markLeft(database, place, now);
  const personId = await findPersonId(database, accountOf(change.from, ctx.door.name));
  if (personId === undefined) return hearAgain(database, place);
  // At MAX the news of it does not say what the channel is called.
  const title = change.chat.title || ((await ctx.api.getChat(change.chat.id)).title ?? "");
  await offerChannel(database, { ...place, title, offeredBy: personId }, now);
}
