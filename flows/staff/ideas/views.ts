import type { BotContext } from "../../../bot/context.ts";
import { button, listRows, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import {
  acceptIdeaCallback,
  announceDoneCallback,
  answerIdeaCallback,
  considerCallback,
  declineCallback,
  finishCallback,
  ideaQueueCallback,
  mergeCallback,
  turnCallback,
} from "../../../bot/ideas/callbacks.ts";
import { countWaiting, findIdea, findQueue } from "../../../bot/ideas/find-store.ts";
import { type Idea, isOpen, isUnanswered, type Queue, queues } from "../../../bot/ideas/idea.ts";
import { formatIdea, formatIdeaRow, nameIdea } from "../../../bot/ideas/words.ts";
import { type Action, may, type Staff } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { turnRow } from "../../kit/pagination.ts";
import { rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";

/** A queue of ideas and a page of it. */
export interface QueuePage {
  queue: Queue;
  page: number;
}

export const firstQueue: QueuePage = { queue: "voices", page: 0 };

const day = 86_400_000;

/** A queue of ideas, with how many wait; `said` tells what has just happened. */
export async function queueView(ctx: BotContext, at: QueuePage, said: string | null = null): Promise<View> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const { queue, page } = at;
  const [{ ideas, hasMore }, waiting, staff] = await Promise.all([
    findQueue(services.database, at),
    countWaiting(services.database, now),
    rightsOf(ctx),
  ]);
  const ageOf = (createdAt: Date) => Math.max(0, Math.floor((now.getTime() - createdAt.getTime()) / day));
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${t(`idea.staff.queue.${queue}`)}</b>`,
      t("idea.staff.waiting", { count: waiting.waiting, late: waiting.late }),
      "",
      // Where none waits anywhere, that has just been said.
      ideas.length === 0 && waiting.waiting > 0 ? t("idea.staff.none") : null,
      ...ideas.map((idea) =>
        isUnanswered(idea.state)
          ? html`${formatIdeaRow(idea, reader)} · ${t("idea.staff.age", { days: ageOf(idea.createdAt) })}`
          : formatIdeaRow(idea, reader),
      ),
    ),
    keyboard: [
      ...listRows(
        ideas,
        (idea) => nameIdea(idea, t),
        ({ id }) => answerIdeaCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, (to) => ideaQueueCallback.data({ queue, page: to })),
      ...rows(
        queues
          .filter((each) => each !== queue)
          .map((to) => button(t(`idea.staff.button.${to}`), ideaQueueCallback.data({ queue: to, page: 0 }))),
        2,
      ),
      may(staff, "announcements.send")
        ? [button(t("idea.staff.button.announce_done"), announceDoneCallback.data(null))]
        : [],
      [toStaffMenu(t)],
    ],
  };
}

/** One idea for staff, with what may be done with it. */
export async function answerIdeaView(ctx: BotContext, id: number, said: string | null = null): Promise<View> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const idea = await findIdea(services.database, id, now, { seesDrafts: true });
  if (idea === null || idea.title === "") return queueView(ctx, firstQueue, t("idea.said.gone"));
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      formatIdea(idea, reader),
      idea.isHeld ? html`\n${t("idea.staff.held")}` : null,
      idea.freshVoices > 0 ? t("idea.staff.fresh", { count: idea.freshVoices }) : null,
      idea.made === null ? null : t("idea.staff.made", { what: t(`idea.staff.kind.${idea.made.kind}`) }),
    ),
    keyboard: [
      ...answerRows(idea, await rightsOf(ctx), t),
      [button(t("idea.staff.button.list"), ideaQueueCallback.data(firstQueue)), toStaffMenu(t)],
    ],
  };
}

/** Who may make what of an idea. */
export const makers = {
  event: "programme.edit",
  course: "classes.edit",
  vote: "votes.manage",
} as const satisfies Record<string, Action>;

function answerRows({ id, state }: Idea, staff: Staff, t: Translate): Row[] {
  const makeable = (["event", "course", "vote"] as const).filter((kind) => may(staff, makers[kind]));
  const answers: Row = [
    ...(state === "new" || state === "declined"
      ? [button(t("idea.staff.button.consider"), considerCallback.data(id))]
      : []),
    ...(isUnanswered(state) ? [button(t("idea.staff.button.accept"), acceptIdeaCallback.data(id))] : []),
    ...(isOpen(state)
      ? [
          button(t("idea.staff.button.decline"), declineCallback.data(id)),
          button(t("idea.staff.button.finish"), finishCallback.data(id)),
          button(t("idea.staff.button.merge"), mergeCallback.data(id)),
        ]
      : []),
  ];
  const made =
    state === "accepted"
      ? makeable.map((kind) => [button(t(`idea.staff.button.${kind}`), turnCallback.data({ kind, id }))])
      : [];
  return [...made, ...rows(answers, 2)];
}
