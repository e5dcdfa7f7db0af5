import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import {
  answerQuestionCallback,
  guideQuestionCallback,
  liveQuestionsCallback,
  mergeQuestionCallback,
  stepQuestionCallback,
  talksCallback,
} from "../../../bot/questions/callbacks.ts";
import { stepQuestion } from "../../../bot/questions/guide-store.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { answerGuestQuestion } from "./answer.ts";
import { mergeQuestions } from "./merge.ts";
import { guideView, liveView, right, talksView } from "./views.ts";

/** Questions to guests for whoever guides a conversation. */
export const guideQuestionsScreen = new Screen();

onStaffCallback(guideQuestionsScreen, talksCallback, right, async (ctx, page) => show(ctx, await talksView(ctx, page)));
onStaffCallback(guideQuestionsScreen, liveQuestionsCallback, right, async (ctx, at) =>
  show(ctx, await liveView(ctx, at)),
);
onStaffCallback(guideQuestionsScreen, guideQuestionCallback, right, async (ctx, id) =>
  show(ctx, await guideView(ctx, id)),
);
onStaffCallback(guideQuestionsScreen, answerQuestionCallback, right, (ctx, id) => enter(ctx, answerGuestQuestion, id));
onStaffCallback(guideQuestionsScreen, mergeQuestionCallback, right, (ctx, id) => enter(ctx, mergeQuestions, id));

onStaffCallback(guideQuestionsScreen, stepQuestionCallback, right, async (ctx, { step, id }) => {
  const { person, now, t } = ctx.reader;
  const done = await once(ctx, "step-question", (database) =>
    stepQuestion(database, { by: person.id, now }, { id, step }),
  );
  if (done.kind === "forbidden") return refuse(ctx);
  await show(ctx, await guideView(ctx, id, t(`question.staff.said.${done.value ? step : "late"}`)));
});
