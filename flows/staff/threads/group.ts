import type { BotContext, Services } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { placeOf } from "../../../bot/doors/telegram/door.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { readContent } from "../../../bot/doors/telegram/sending/content.ts";
import { actAs } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { answerThread, closeThread, reopenThread } from "../../../bot/threads/answer-store.ts";
import { groupCloseCallback, groupReopenCallback, staffGroupCallback } from "../../../bot/threads/callbacks.ts";
import { findThread } from "../../../bot/threads/find-store.ts";
import { findThreadIn } from "../../../bot/threads/group/post-store.ts";
import {
  forgetStaffGroups,
  isStaffGroup,
  setStaffGroup,
  unsetStaffGroup,
} from "../../../bot/threads/group/staff-group-store.ts";
import { html } from "../../../bot/words/html.ts";
import { onCommand } from "../../kit/on-command.ts";
import { Screen } from "../../kit/screen.ts";
import { misfit } from "../../threads/write-to-staff.ts";
import { onStaffCallback, rightsOf } from "../authorize.ts";

/** Whether a message stands in a group where staff answers residents. */
export const isInStaffGroup =
  ({ database, clock }: Pick<Services, "database" | "clock">) =>
  async ({ chat, door }: Pick<BotContext, "chat" | "door">): Promise<boolean> => {
    const place = placeOf(chat, door.name);
    return place !== null && isStaffGroup(database, place, clock.now());
  };

/** The group of the staff: a topic a thread, or a message of the bot to reply to. */
export const staffGroupScreen = new Screen();

const inGroup = staffGroupScreen.partOf(({ chat }) => chat?.type === "group" || chat?.type === "supergroup");

onCommand(inGroup, "answers", async (ctx) => {
  const { t } = ctx.reader;
  if (!may(await rightsOf(ctx), "staff.manage")) return send(ctx, { text: html`${t("staff.not_open")}`, keyboard: [] });
  await send(ctx, settingView(ctx, await isInStaffGroup(ctx.services)(ctx)));
});

const set = async (ctx: BotContext, isOn: boolean): Promise<void> => {
  const { services, reader, chat } = ctx;
  const { database } = services;
  const place = placeOf(chat, ctx.door.name);
  if (place === null || chat === undefined) return;
  const actor = { by: reader.person.id, now: reader.now };
  const hasTopics = chat.type === "supergroup" && chat.is_forum === true;
  const group = { ...place, hasTopics, language: reader.t.language, setAt: reader.now };
  const acted = await actAs(database, actor, { action: "staff.manage" }, async (tx, audit) => {
    await (isOn ? setStaffGroup(tx, group) : unsetStaffGroup(tx, place));
    await audit({ subject: `staff_group:${place.door}`, verb: isOn ? "start" : "stop" });
    return null;
  });
  forgetStaffGroups(database);
  if (acted.kind !== "done") return answerTap(ctx, { text: reader.t("staff.not_open"), show_alert: true });
  await show(ctx, settingView(ctx, isOn));
};

onStaffCallback(staffGroupScreen, staffGroupCallback, "staff.manage", set, "group");

function settingView({ reader: { t } }: BotContext, isOn: boolean): View {
  const label = t(isOn ? "thread.group.button.off" : "thread.group.button.on");
  return {
    text: html`${t(isOn ? "thread.group.is_on" : "thread.group.is_off")}`,
    keyboard: [[button(label, staffGroupCallback.data(!isOn))]],
  };
}

const close = (ctx: BotContext, threadId: number) => change(ctx, threadId, true);
const reopen = (ctx: BotContext, threadId: number) => change(ctx, threadId, false);

onStaffCallback(staffGroupScreen, groupCloseCallback, "threads.answer", close, "group");
onStaffCallback(staffGroupScreen, groupReopenCallback, "threads.answer", reopen, "group");

/** Closes a thread, or opens it again: the message stays, with the other button below. */
async function change(ctx: BotContext, threadId: number, isClosing: boolean): Promise<void> {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const cityZone = services.city.timeZone;
  const acted = await once(ctx, "change-thread", (database) =>
    isClosing
      ? closeThread(database, { by: person.id, now }, { threadId, cityZone })
      : reopenThread(database, { by: person.id, now }, threadId),
  );
  if (acted.kind !== "done") return answerTap(ctx, { text: t("staff.not_open"), show_alert: true });
  await answerTap(ctx);
  const said = t(isClosing ? "thread.group.closed" : "thread.group.reopened", { writer: person.firstName });
  await reply(ctx, { text: html`${said}`, keyboard: [[endButton(ctx, threadId, isClosing)]] });
}

const endButton = ({ reader: { t } }: BotContext, threadId: number, isClosed: boolean) =>
  isClosed
    ? button(t("thread.button.reopen"), groupReopenCallback.data(threadId))
    : button(t("thread.button.close"), groupCloseCallback.data(threadId));

// Among themselves staff may talk as well: only a topic of a thread, or a reply to what came out of one, is for a resident.
inGroup.on("message", async (ctx, next) => {
  const { message, services, reader, door } = ctx;
  const { database, city } = services;
  const place = placeOf(ctx.chat, door.name);
  if (place === null || message.text?.startsWith("/") || !(await isInStaffGroup(services)(ctx))) return next();
  const threadId = await findThreadIn(database, place, {
    topicId: message.is_topic_message ? String(message.message_thread_id) : null,
    repliedTo: message.reply_to_message ? String(message.reply_to_message.message_id) : null,
  });
  if (threadId === null) return;
  const { t, person, now } = reader;
  const content = readContent(message);
  if (content === null) return reply(ctx, { text: html`${t("thread.again")}`, keyboard: [] });
  const unfit = misfit({ ctx }, content);
  if (unfit !== null) return reply(ctx, { text: unfit, keyboard: [] });
  const from = { ...place, postedId: String(message.message_id) };
  const answered = await once(
    ctx,
    "answer-in-group",
    (outer) => answerThread(outer, { by: person.id, now }, { threadId, content, cityZone: city.timeZone, from }),
    ({ kind }) => kind === "done",
  );
  if (answered.kind !== "done") return reply(ctx, { text: html`${t("thread.group.not_yours")}`, keyboard: [] });
  const head = await findThread(database, threadId, t.language);
  const said = t("thread.group.sent", { name: head?.name ?? "" });
  await reply(ctx, { text: html`${said}`, keyboard: [[endButton(ctx, threadId, false)]] });
});

/** Answers in the topic in which it was written or pressed. */
async function reply(ctx: BotContext, { text, keyboard }: View): Promise<void> {
  const said = ctx.message ?? ctx.callbackQuery?.message;
  const topic = said && "message_thread_id" in said && said.is_topic_message ? said.message_thread_id : undefined;
  await ctx.reply(String(text), {
    parse_mode: "HTML",
    ...(topic !== undefined && { message_thread_id: topic }),
    reply_markup: { inline_keyboard: keyboard },
    ...(ctx.message && { reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true } }),
  });
}
