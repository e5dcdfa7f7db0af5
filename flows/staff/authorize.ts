import type { BotContext } from "../../bot/context.ts";
import type { Callback } from "../../bot/doors/telegram/screen/callback.ts";
import { answerTap, show } from "../../bot/doors/telegram/screen/show.ts";
import { findStaff } from "../../bot/staff/act-store.ts";
import { type Action, may, type Staff } from "../../bot/staff/permissions.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import type { Screen } from "../kit/screen.ts";

/** Looks up what the person may do, once an update. */
export function rightsOf(ctx: BotContext): Promise<Staff> {
  ctx.rights ??= findStaff(ctx.services.database, ctx.reader.person.id);
  return ctx.rights;
}

/** Which buttons only staff may press, and by which right: filled by `onStaffCallback`, read by the tests. */
export const staffCallbacks: {
  callback: Pick<Callback<unknown>, "name" | "read">;
  action: Action | readonly Action[];
}[] = [];

/**
 * Handles presses of a staff screen's buttons, in a private chat or only in groups, by those who may do that, or one of
 * these, to anything at all; forged ones of others, and those from elsewhere, are refused. It guards screens; what is written goes through `actAs`, which looks again, and at what it
 * is done to.
 */
export function onStaffCallback<T>(
  composer: Screen,
  callback: Callback<T>,
  action: Action | readonly Action[],
  handle: (ctx: BotContext, value: T) => Promise<void>,
  place: "private" | "group" = "private",
): void {
  staffCallbacks.push({ callback, action });
  onCallback(composer, callback, async (ctx, value) => {
    const { isPrivate, t } = ctx.reader;
    if (place === "private" && !isPrivate) return refuseInGroup(ctx);
    if (place === "group" && isPrivate) return refuse(ctx);
    const rights = await rightsOf(ctx);
    if ([action].flat().some((each) => may(rights, each))) return handle(ctx, value);
    return isPrivate ? refuse(ctx) : answerTap(ctx, { text: t("staff.not_open"), show_alert: true });
  });
}

/** Whether the reader teaches this group, or all of them. A group that is not there is nobody's. */
export async function teaches<T extends { teacherId: number | null }>(
  ctx: BotContext,
  group: T | null,
): Promise<boolean> {
  return group !== null && may(await rightsOf(ctx), "classes.teach", { teacherId: group.teacherId });
}

/** Says that something is not open to this person, or not any more, and shows the way home. */
export async function refuse(ctx: BotContext): Promise<void> {
  const { t } = ctx.reader;
  await show(ctx, menuView(t, html`${t("staff.not_open")}`));
}

/** Staff's screens name people; a group reads along. */
export async function refuseInGroup(ctx: BotContext): Promise<void> {
  const text = ctx.reader.t("staff.only_private");
  await (ctx.callbackQuery ? answerTap(ctx, { text, show_alert: true }) : ctx.reply(text));
}
