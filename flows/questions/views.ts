import type { BotContext } from "../../bot/context.ts";
import { openCardData } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, listRows, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import {
  askGuestCallback,
  askUnvoiceCallback,
  questionCallback,
  questionsCallback,
  unvoiceCallback,
  voiceQuestionCallback,
} from "../../bot/questions/callbacks.ts";
import { findQuestion, findQuestionStand, findShown } from "../../bot/questions/find-store.ts";
import { type GuestQuestion, isOpen, isShown, type QuestionStand } from "../../bot/questions/question.ts";
import { findTalk, type Talk } from "../../bot/questions/talk-store.ts";
import { formatQuestion, formatQuestionRow, formatTalk } from "../../bot/questions/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { turnRow } from "../kit/pagination.ts";

/** What people ask the guest of an event, most voices first; `said` tells what has just happened. */
export async function questionsView(
  { services, reader }: BotContext,
  { eventId, page }: { eventId: number; page: number },
  said: string | null = null,
): Promise<View> {
  const { t, now } = reader;
  const [talk, { questions, hasMore }] = await Promise.all([
    findTalk(services.database, eventId, now),
    findShown(services.database, eventId, page),
  ]);
  if (talk === null) return menuView(t, html`${t("card.gone")}`);
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${t("question.title")} · ${formatTalk(talk, t)}</b>`,
      "",
      t(talk.isOpen ? "question.hint" : "question.closed"),
      questions.length === 0 ? html`\n${t("question.none")}` : null,
      ...questions.map((question) => html`\n${formatQuestionRow(question, t)}`),
    ),
    keyboard: [
      ...listRows(
        questions,
        ({ text }) => text,
        ({ id }) => questionCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, (to) => questionsCallback.data({ eventId, page: to })),
      talk.isOpen
        ? [
            button(t("question.button.ask"), askGuestCallback.data(eventId)),
            button(t("question.button.refresh"), questionsCallback.data({ eventId, page })),
          ]
        : [],
      [button(t("question.button.event"), openCardData(talk.occurrenceId)), toMenu(t)],
    ],
  };
}

/** One question with what the reader may do; `isWithdrawing`: asks whether to take their voice back. */
export async function questionView(
  ctx: BotContext,
  id: number,
  { said = null, isWithdrawing = false }: { said?: string | null; isWithdrawing?: boolean } = {},
): Promise<View> {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const [question, stand] = await Promise.all([
    findQuestion(services.database, id),
    findQuestionStand(services.database, id, person.id),
  ]);
  // Whoever comes to one that was merged reads what it was merged into.
  if (question?.mergedIntoId != null) return questionView(ctx, question.mergedIntoId, { said });
  const talk = question && (await findTalk(services.database, question.eventId, now));
  if (question === null || talk === null) return menuView(t, html`${t("question.said.gone")}`);
  const { eventId } = question;
  if (!isShown(question.state) && !(stand.isAuthor && question.state === "held"))
    return questionsView(ctx, { eventId, page: 0 }, t("question.said.gone"));
  const mine = stand.isAuthor ? "question.own" : "question.yours";
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${formatTalk(talk, t)}</b>`,
      "",
      formatQuestion(question, t),
      stand.supports ? html`\n${t(mine)}` : null,
      isWithdrawing && stand.supports ? html`\n<b>${t("question.ask_withdraw")}</b>` : null,
    ),
    keyboard: [
      voiceRow(question, stand, talk, isWithdrawing, t),
      [button(t("question.button.list"), questionsCallback.data({ eventId, page: 0 })), toMenu(t)],
    ],
  };
}

/** The button that gives a voice. Given, it stands; taking it back is a step further. */
function voiceRow(
  { id, state }: GuestQuestion,
  { isAuthor, supports }: QuestionStand,
  talk: Talk,
  isWithdrawing: boolean,
  t: Translate,
): Row {
  if (!isOpen(state) || !talk.isOpen || isAuthor) return [];
  if (!supports) return [button(t("question.button.support"), voiceQuestionCallback.data(id))];
  if (!isWithdrawing) return [button(t("question.button.withdraw"), askUnvoiceCallback.data(id))];
  return [
    button(t("question.button.withdraw_now"), unvoiceCallback.data(id)),
    button(t("question.button.keep"), questionCallback.data(id)),
  ];
}
