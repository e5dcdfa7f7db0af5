import { describeAudience } from "../../../bot/announcements/audience/describe.ts";
import type { BotContext } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { may } from "../../../bot/staff/permissions.ts";
import {
  announceVoteCallback,
  askEndVoteCallback,
  editVoteCallback,
  editVotesCallback,
  endVoteCallback,
  newVoteCallback,
} from "../../../bot/votes/callbacks.ts";
import { hasEnded } from "../../../bot/votes/vote.ts";
import { findVote, findVotes } from "../../../bot/votes/vote-store.ts";
import { formatVote, formatWhose } from "../../../bot/votes/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { textIn } from "../../../bot/words/language.ts";
import { turnRow } from "../../kit/pagination.ts";
import { rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";

/** Votes for staff, with how many voices each has; `said` tells what has just happened. */
export async function editVotesView(
  { services, reader }: BotContext,
  { isEnded, page }: { isEnded: boolean; page: number },
  said: string | null = null,
): Promise<View> {
  const { t, now } = reader;
  const { votes, hasMore } = await findVotes(services.database, { isEnded, page, now });
  const questionOf = ({ texts }: (typeof votes)[number]) => textIn(texts, t.language)?.question ?? "";
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${t(isEnded ? "vote.title_ended" : "vote.title")}</b>`,
      "",
      votes.length === 0 ? t(isEnded ? "vote.none_ended" : "vote.none") : null,
      ...votes.map((vote) => html`• ${questionOf(vote)} – ${t("vote.voices", { count: vote.voices })}`),
    ),
    keyboard: [
      [button(t("vote.button.new"), newVoteCallback.data(true))],
      ...listRows(votes, questionOf, ({ id }) => editVoteCallback.data(id)),
      turnRow(t, { page, hasMore }, (to) => editVotesCallback.data({ isEnded, page: to })),
      [
        button(
          t(isEnded ? "vote.button.open" : "vote.button.ended"),
          editVotesCallback.data({ isEnded: !isEnded, page: 0 }),
        ),
        toStaffMenu(t),
      ],
    ],
  };
}

/** One vote for staff, who see how it stands; `isEnding`: asks whether to end it. */
export async function editVoteView(
  ctx: BotContext,
  id: number,
  { said = null, isEnding = false }: { said?: string | null; isEnding?: boolean } = {},
): Promise<View> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const vote = await findVote(services.database, id);
  if (vote === null) return editVotesView(ctx, { isEnded: false, page: 0 }, t("vote.said.gone"));
  const isOver = hasEnded(vote, now);
  const isForAll = vote.audience.only.length + vote.audience.except.length === 0;
  const whose = isForAll ? null : formatWhose(await describeAudience(services.database, vote.audience, t), t);
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      formatVote(vote, null, reader, true),
      vote.newVoices > 0 ? t("vote.newcomers", { count: vote.newVoices }) : null,
      whose,
      isEnding ? html`\n${t("vote.ask_end")}` : null,
    ),
    keyboard: [
      isOver
        ? []
        : isEnding
          ? [
              button(t("vote.button.end_now"), endVoteCallback.data(id)),
              button(t("button.back"), editVoteCallback.data(id)),
            ]
          : [
              ...(may(await rightsOf(ctx), "announcements.send")
                ? [button(t("vote.button.announce"), announceVoteCallback.data(id))]
                : []),
              button(t("vote.button.end"), askEndVoteCallback.data(id)),
            ],
      [button(t("vote.button.list"), editVotesCallback.data({ isEnded: isOver, page: 0 })), toStaffMenu(t)],
    ],
  };
}
