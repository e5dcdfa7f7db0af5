import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../bot/doors/telegram/screen/show.ts";
import {
  askGuestCallback,
  askUnvoiceCallback,
  questionCallback,
  questionsCallback,
  unvoiceCallback,
  voiceQuestionCallback,
} from "../../bot/questions/callbacks.ts";
import { unvoiceQuestion, voiceQuestion } from "../../bot/questions/voice-store.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { askGuestQuestion } from "./ask-question.ts";
import { questionsView, questionView } from "./views.ts";

/** Questions to the guest of a live conversation, for residents. */
export const questionsScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(questionsScreen);

onCallback(inPrivate, questionsCallback, async (ctx, at) => show(ctx, await questionsView(ctx, at)));
onCallback(inPrivate, questionCallback, async (ctx, id) => show(ctx, await questionView(ctx, id)));
onCallback(inPrivate, askGuestCallback, (ctx, eventId) => enter(ctx, askGuestQuestion, eventId));

onCallback(inPrivate, voiceQuestionCallback, async (ctx, questionId) => {
  const { person, now, t } = ctx.reader;
  const given = await once(ctx, "voice-question", (database) =>
    voiceQuestion(database, { questionId, personId: person.id }, now),
  );
  await show(ctx, await questionView(ctx, questionId, { said: t(`question.said.${given}`) }));
});

onCallback(inPrivate, askUnvoiceCallback, async (ctx, id) =>
  show(ctx, await questionView(ctx, id, { isWithdrawing: true })),
);
onCallback(inPrivate, unvoiceCallback, async (ctx, questionId) => {
  const { person, t } = ctx.reader;
  const isGone = await once(ctx, "unvoice-question", (database) =>
    unvoiceQuestion(database, { questionId, personId: person.id }),
  );
  await show(ctx, await questionView(ctx, questionId, isGone ? { said: t("question.said.withdrawn") } : {}));
});
