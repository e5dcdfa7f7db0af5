import type { Composer, MiddlewareFn } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { findStaff } from "../../bot/staff/act-store.ts";
import { type Action, may, type Staff } from "../../bot/staff/permissions.ts";
import type { Callback } from "../../bot/telegram/callback.ts";
import { show } from "../../bot/telegram/show.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../menu.ts";
import { onCallback } from "../on-callback.ts";

const loaded = new WeakMap<BotContext, Promise<Staff>>();

/** Looks up what the person may do, once an update. */
export function rightsOf(ctx: BotContext): Promise<Staff> {
  const rights = loaded.get(ctx) ?? findStaff(ctx.services.database, ctx.reader.person.id);
  loaded.set(ctx, rights);
  return rights;
}

/**
 * Lets only those pass who may do that to anything at all, in a private chat. It guards screens; what is written goes
 * through `actAs`, which looks again, and at what it is done to.
 */
export function staffOnly(action: Action): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (!ctx.reader.isPrivate) return refuseInGroup(ctx);
    return may(await rightsOf(ctx), action) ? next() : refuse(ctx);
  };
}

/** Which buttons only staff may press, and by which right: filled by `onStaffCallback`, read by the tests. */
export const staffCallbacks: { callback: Pick<Callback<unknown>, "pattern" | "read">; action: Action }[] = [];

/** Handles presses of a staff screen's buttons by those who may do that; forged ones of others are refused. */
export function onStaffCallback<T>(
  composer: Composer<BotContext>,
  callback: Callback<T>,
  action: Action,
  handle: (ctx: BotContext, value: T) => Promise<void>,
): void {
  staffCallbacks.push({ callback, action });
  const guard = staffOnly(action);
  onCallback(composer, callback, async (ctx, value) => {
    await guard(ctx, () => handle(ctx, value));
  });
}

/** Says that something is not open to this person, or not any more, and shows the way home. */
export async function refuse(ctx: BotContext): Promise<void> {
  const { t } = ctx.reader;
  await show(ctx, menuView(t, html`${t("staff.not_open")}`));
}

/** Staff's screens name people; a group reads along. */
export async function refuseInGroup(ctx: BotContext): Promise<void> {
  const text = ctx.reader.t("staff.only_private");
  await (ctx.callbackQuery ? ctx.answerCallbackQuery({ text, show_alert: true }) : ctx.reply(text));
}
