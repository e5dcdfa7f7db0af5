import type { Area } from "../../bot/classes/areas.ts";
import { askUnfollowCallback, followCallback, unfollowCallback } from "../../bot/classes/callbacks.ts";
import { followArea, unfollowArea } from "../../bot/classes/following/follow-store.ts";
import type { Reader } from "../../bot/context.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { simpleView, toHome } from "../simple/screen.ts";
import { areaCallback } from "./callbacks.ts";

/** "Tell me of new groups", or that it is so: a second tap takes nothing back. In a group nobody follows anything. */
export function followButton({ t, isPrivate }: Reader, area: Area, isFollowed: boolean): Row {
  if (!isPrivate) return [];
  return isFollowed
    ? [button(t("follow.on"), askUnfollowCallback.data(area))]
    : [button(t("follow.start"), followCallback.data(area))];
}

function followedView({ t }: Reader, area: Area): View {
  const text = joinLines(html`<b>${t(`area.${area}`)}</b>`, "", t("follow.done"));
  return {
    text,
    inSimpleMode: simpleView(t, text, [toHome(t)]),
    keyboard: [
      [button(t("button.back"), areaCallback.data({ area, page: 0, filters: {} })), toMenu(t)],
      // Behind the way back: a second tap on what was pressed does not undo it.
      [button(t("follow.off"), unfollowCallback.data(area))],
    ],
  };
}

export const followingScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(followingScreen);

onCallback(inPrivate, followCallback, async (ctx, area) => {
  const { person, now } = ctx.reader;
  await followArea(ctx.services.database, person.id, area, now);
  await show(ctx, followedView(ctx.reader, area));
});

onCallback(inPrivate, askUnfollowCallback, (ctx, area) => show(ctx, followedView(ctx.reader, area)));

onCallback(inPrivate, unfollowCallback, async (ctx, area) => {
  const { t, person } = ctx.reader;
  await unfollowArea(ctx.services.database, person.id, area);
  const text = html`${t("follow.stopped")}`;
  await show(ctx, {
    text,
    inSimpleMode: simpleView(t, text, [toHome(t)]),
    keyboard: [[button(t("button.back"), areaCallback.data({ area, page: 0, filters: {} })), toMenu(t)]],
  });
});
