import type { BotContext } from "../../../bot/context.ts";
import { button, listRows, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import {
  answerQuestionCallback,
  guideQuestionCallback,
  liveQuestionsCallback,
  mergeQuestionCallback,
  stepQuestionCallback,
  talksCallback,
} from "../../../bot/questions/callbacks.ts";
import { findLive, findQuestion } from "../../../bot/questions/find-store.ts";
import {
  type GuestQuestion,
  isAnswerable,
  isOpen,
  type QuestionStep,
  questionSteps,
  stepsOf,
} from "../../../bot/questions/question.ts";
import { findTalkForStaff, findTalks, type Talk } from "../../../bot/questions/talk-store.ts";
import { formatQuestion, formatQuestionRow, formatTalk } from "../../../bot/questions/words.ts";
import { may, reachOf } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatDay, formatTime } from "../../../bot/words/time/dates.ts";
import { menuView } from "../../account/menu.ts";
import { turnRow } from "../../kit/pagination.ts";
import { rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { eventCallback } from "../programme/callbacks.ts";

/** The right to questions about an event. */
export const right = "questions.guide";

/** What is said to whoever may not guide the questions of an event, and where there is none. */
const closed = ({ reader: { t } }: BotContext): View => menuView(t, html`${t("staff.not_open")}`);

/** Finds an event whose questions the reader may guide; null: there is none such. */
async function findGuided(ctx: BotContext, eventId: number): Promise<Talk | null> {
  const talk = await findTalkForStaff(ctx.services.database, eventId, ctx.reader.now);
  return talk !== null && may(await rightsOf(ctx), right, talk) ? talk : null;
}

/** A question that the reader may guide, with what it is about; null: there is none such. */
export async function findGuidedQuestion(
  ctx: BotContext,
  id: number,
): Promise<{ question: GuestQuestion; talk: Talk } | null> {
  const question = await findQuestion(ctx.services.database, id);
  const talk = question && (await findGuided(ctx, question.eventId));
  return question === null || talk === null ? null : { question, talk };
}

/** Conversations that are to come, run, or were in the last days. */
export async function talksView(ctx: BotContext, page: number): Promise<View> {
  const { services, reader } = ctx;
  const { t, now, zone } = reader;
  const institutionIds = reachOf(await rightsOf(ctx), right);
  const { talks, hasMore } = await findTalks(services.database, { institutionIds, page, now });
  const when = ({ startsAt }: Talk) =>
    t("date.day_and_time", { day: formatDay(startsAt, t, zone, now), time: formatTime(startsAt, zone) });
  return {
    text: joinLines(
      html`<b>${t("question.staff.talks")}</b>`,
      "",
      talks.length === 0 ? t("question.staff.no_talks") : null,
      ...talks.map(
        (talk) =>
          html`• ${formatTalk(talk, t)} — ${when(talk)} · ${t("question.staff.waiting", { count: talk.waiting })}`,
      ),
    ),
    keyboard: [
      ...listRows(
        talks,
        (talk) => formatTalk(talk, t),
        ({ eventId }) => liveQuestionsCallback.data({ eventId, page: 0 }),
      ),
      turnRow(t, { page, hasMore }, talksCallback.data),
      [toStaffMenu(t)],
    ],
  };
}

/** The questions of a conversation as they stand now: what is being answered first, then by voices. */
export async function liveView(
  ctx: BotContext,
  { eventId, page }: { eventId: number; page: number },
  said: string | null = null,
): Promise<View> {
  const { services, reader } = ctx;
  const { t, now, zone } = reader;
  const talk = await findGuided(ctx, eventId);
  if (talk === null) return closed(ctx);
  const { questions, total, hasMore } = await findLive(services.database, eventId, page);
  const staff = await rightsOf(ctx);
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${t("question.title")} · ${formatTalk(talk, t)}</b>`,
      t("question.staff.now", { count: total, time: formatTime(now, zone) }),
      questions.length === 0 ? html`\n${t("question.none")}` : null,
      ...questions.map((question) => html`\n${formatLiveRow(question, t)}`),
    ),
    keyboard: [
      ...listRows(
        questions,
        ({ text }) => text,
        ({ id }) => guideQuestionCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, (to) => liveQuestionsCallback.data({ eventId, page: to })),
      [
        button(t("question.button.refresh"), liveQuestionsCallback.data({ eventId, page })),
        ...(may(staff, "programme.edit", talk)
          ? [button(t("question.button.event"), eventCallback.data(eventId))]
          : [button(t("question.staff.talks"), talksCallback.data(0))]),
      ],
      [toStaffMenu(t)],
    ],
  };
}

const formatLiveRow = (question: GuestQuestion, t: Translate) =>
  question.state === "taken" ? html`<b>${formatQuestionRow(question, t)}</b>` : formatQuestionRow(question, t);

/** One question for staff, with what may be done with it. */
export async function guideView(ctx: BotContext, id: number, said: string | null = null): Promise<View> {
  const { t } = ctx.reader;
  const found = await findGuidedQuestion(ctx, id);
  if (found === null) return closed(ctx);
  const { question, talk } = found;
  const to = liveQuestionsCallback.data({ eventId: talk.eventId, page: 0 });
  const steps = questionSteps.filter((step) => stepsOf[step].from.includes(question.state));
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${formatTalk(talk, t)}</b>`,
      "",
      formatQuestion(question, t),
      question.newVoices > 0 ? t("question.staff.new_voices", { count: question.newVoices }) : null,
    ),
    keyboard: [
      ...rows(
        steps.map((step) => button(t(labels[step]), stepQuestionCallback.data({ step, id }))),
        2,
      ),
      [
        ...(isAnswerable(question) ? [button(t("question.staff.button.answer"), answerQuestionCallback.data(id))] : []),
        ...(isOpen(question.state) ? [button(t("question.staff.button.merge"), mergeQuestionCallback.data(id))] : []),
      ],
      [button(t("question.button.list"), to), toStaffMenu(t)],
    ],
  };
}

const labels = {
  take_up: "question.staff.button.take_up",
  finish: "question.staff.button.finish",
  hide: "question.staff.button.hide",
  restore: "question.staff.button.restore",
} as const satisfies Record<QuestionStep, string>;
