import { findDraft } from "../../bot/classes/learners/draft-store.ts";
import { endDialogue, hadDialogue } from "../../bot/doors/telegram/dialogue/dialogue-store.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { enrolCallback } from "../classes/callbacks.ts";
import { rightsOf } from "../staff/authorize.ts";
import { resumeButton } from "../staff/programme/make/unfinished.ts";
import { replyWithKeyboard } from "./away-keyboard.ts";
import { isAnswer } from "./exit-dialogue.ts";
import { Screen } from "./screen.ts";
import { isPassedOn } from "./steps/wait-answer.ts";

/**
 * Answers that come after their dialogue has ended by itself: it waited for a day, or a new version of the program asks
 * differently. To take a name for a search would puzzle whoever was asked for it yesterday.
 */
export const lateAnswers = new Screen();

lateAnswers.use(async (ctx, next) => {
  const isSaid = ctx.message !== undefined || ctx.callbackQuery?.data !== undefined;
  if (!hadDialogue(ctx) || !isSaid || !isAnswer(ctx) || isPassedOn(ctx)) return next();
  // A dialogue of another version is still in the plugin's hands, which would write it back.
  await ctx.conversation.exitAll();
  endDialogue(ctx);
  const { services, reader } = ctx;
  const { t, person } = reader;
  // A dialogue of staff may have taken the residents' reply keyboard away.
  if (ctx.door.can.replyKeyboard && (await rightsOf(ctx)).grants.length > 0)
    await replyWithKeyboard(ctx, t("staff.keyboard.back"));
  const draft = await findDraft(services.database, person.id);
  const resume = await resumeButton(ctx);
  if (draft === null && resume !== undefined)
    return show(ctx, { text: html`${t("programme.resume.late")}`, keyboard: [[resume], [toMenu(t)]] });
  if (draft === null) return show(ctx, menuView(t, html`${t("step.late")}`));
  await show(ctx, {
    text: html`${t("enrol.late")}`,
    keyboard: [[button(t("enrol.go_on"), enrolCallback.data(draft.groupId))], [toMenu(t)]],
  });
});
