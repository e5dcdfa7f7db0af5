import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import {
  countPosts,
  findNextPost,
  findPost,
  type ShownPost,
  settlePost,
  takePost,
} from "../../../bot/feeds/channels/post-store.ts";
import type { ToldEvent } from "../../../bot/feeds/channels/told-event.ts";
import { formatMoment } from "../../../bot/feeds/scheduled/words.ts";
import { isButtonUrl } from "../../../bot/net/web-address.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { formatDay } from "../../../bot/words/time/dates.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { pasteEvent } from "../programme/make/paste-event.ts";
import { channelsCallback, makeOfPostCallback, postsCallback, settlePostCallback } from "./callbacks.ts";

/** Characters of a post that stand in the chat, and events of a list that are named above it. */
const longest = 1_200;
const mostEvents = 12;

export const postsScreen = new Screen();

/** The next post that waits behind another one, with what was read in it; that there is none where all were looked at. */
async function showNext(ctx: BotContext, after: number): Promise<void> {
  const { t, now } = ctx.reader;
  const { database } = ctx.services;
  const staff = await rightsOf(ctx);
  const post = (await findNextPost(database, staff, { now, after })) ?? (await findNextPost(database, staff, { now }));
  if (post !== null) return show(ctx, postView(ctx, post, await countPosts(database, staff, now)));
  const back = button(t("channel.title"), channelsCallback.data(null));
  await show(ctx, { text: html`${t("channel.no_posts")}`, keyboard: [[back, toStaffMenu(t)]] });
}

function postView({ reader, services }: BotContext, post: ShownPost, count: number): View {
  const { t, now } = reader;
  const told = { t, now, zone: services.city.timeZone };
  const { id, text, url, postedAt, takenAt, changedAt, found, channel } = post;
  const rest = found.length - mostEvents;
  return {
    text: joinLines(
      html`<b>${t("channel.post", { title: channel.title })}</b>`,
      formatMoment(postedAt, told),
      changedAt === null ? null : html`\n⚠️ ${t("channel.changed", { when: formatMoment(changedAt, told) })}`,
      takenAt === null ? null : html`\n${t("channel.taken", { when: formatMoment(takenAt, told) })}`,
      html`\n${t("channel.told")}`,
      ...found.slice(0, mostEvents).map((event) => toldLine(event, told)),
      rest > 0 ? t("feed.more", { count: rest }) : null,
      html`\n<blockquote>${cutAtWord(text, longest)}</blockquote>`,
    ),
    keyboard: [
      [button(t("programme.offer.make", { count: found.length }), makeOfPostCallback.data(id))],
      url !== null && isButtonUrl(url) ? [urlButton(t("channel.button.read"), url)] : [],
      [
        button(t("feed.button.settle"), settlePostCallback.data(id)),
        ...(count > 1 ? [button(t("channel.button.next"), postsCallback.data(id))] : []),
      ],
      [button(t("channel.title"), channelsCallback.data(null)), toStaffMenu(t)],
    ],
  };
}

/** A line of what was read: "• La Bohème – Thu 26 November, 19:00". */
function toldLine({ title, dates, hasStartTime }: ToldEvent, reader: Parameters<typeof formatMoment>[1]): Html {
  const [first, ...others] = dates;
  if (first === undefined) return html`• ${title}`;
  const { t, zone, now } = reader;
  const at = new Date(first);
  const when = hasStartTime ? formatMoment(at, reader) : formatDay(at, t, zone, now);
  return html`• ${title} – ${when}${others.length > 0 ? ` ${t("channel.more_dates", { count: others.length })}` : ""}`;
}

onStaffCallback(postsScreen, postsCallback, "feeds.manage", showNext);

onStaffCallback(postsScreen, makeOfPostCallback, "feeds.manage", async (ctx, postId) => {
  const { person, now } = ctx.reader;
  const { database } = ctx.services;
  const post = await findPost(database, await rightsOf(ctx), postId);
  if (post === null) return refuse(ctx);
  const taken = await once(ctx, "take-post", (outer) => takePost(outer, { by: person.id, now }, postId));
  if (taken.kind !== "done") return refuse(ctx);
  const { text, entities, photo, postedAt, found, channel } = post;
  const pasted = { text, entities, poster: photo, writtenAt: postedAt.toISOString(), houseId: channel.institutionId };
  await enter(ctx, pasteEvent, { pasted, count: found.length, postId });
});

onStaffCallback(postsScreen, settlePostCallback, "feeds.manage", async (ctx, postId) => {
  const { person, now } = ctx.reader;
  const settled = await once(ctx, "settle-post", (outer) => settlePost(outer, { by: person.id, now }, postId));
  await (settled.kind === "done" ? showNext(ctx, postId) : refuse(ctx));
});
