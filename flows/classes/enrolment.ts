import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { answerTap } from "../../bot/doors/telegram/screen/show.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { enrolCallback } from "./callbacks.ts";
import { enrol } from "./enrol.ts";

export const enrolmentScreen = new Composer<BotContext>();

onCallback(enrolmentScreen, enrolCallback, async (ctx, groupId) => {
  // A group reads along.
  if (ctx.chat?.type !== "private") {
    await answerTap(ctx, { text: ctx.reader.t("enrol.only_private"), show_alert: true });
    return;
  }
  await enter(ctx, enrol, groupId);
});
