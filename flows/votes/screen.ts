import { describeAudience } from "../../bot/announcements/audience/describe.ts";
import { announcedBallotCallback } from "../../bot/announcements/callbacks.ts";
import type { BotContext } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { deepLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { type Cast, castBallot, findOwnBallot, mayVote } from "../../bot/votes/ballot-store.ts";
import { castCallback, voteCallback, votesCallback } from "../../bot/votes/callbacks.ts";
import { hasEnded } from "../../bot/votes/vote.ts";
import { findVote, findVotes } from "../../bot/votes/vote-store.ts";
import { formatVote, formatWhose } from "../../bot/votes/words.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { textIn } from "../../bot/words/language.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { turnRow } from "../kit/pagination.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";

/** The votes that are open, or those that have ended. */
export async function votesView(
  { services, reader }: BotContext,
  { isEnded, page }: { isEnded: boolean; page: number },
): Promise<View> {
  const { t, now } = reader;
  const { votes, hasMore } = await findVotes(services.database, { isEnded, page, now });
  return {
    text: joinLines(
      html`<b>${t(isEnded ? "vote.title_ended" : "vote.title")}</b>`,
      "",
      t(votes.length > 0 ? "vote.hint" : isEnded ? "vote.none_ended" : "vote.none"),
    ),
    keyboard: [
      ...listRows(
        votes,
        ({ texts }) => textIn(texts, t.language)?.question ?? "",
        ({ id }) => voteCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, (to) => votesCallback.data({ isEnded, page: to })),
      [
        button(
          t(isEnded ? "vote.button.open" : "vote.button.ended"),
          votesCallback.data({ isEnded: !isEnded, page: 0 }),
        ),
        toMenu(t),
      ],
    ],
  };
}

/** One vote with its options as buttons; `said` tells what has just become of a voice. */
export async function voteView(ctx: BotContext, id: number, said: string | null = null): Promise<View> {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const [vote, own] = await Promise.all([
    findVote(services.database, id),
    findOwnBallot(services.database, id, person.id),
  ]);
  if (vote === null) return votesView(ctx, { isEnded: false, page: 0 });
  const { question = "", options = [] } = textIn(vote.texts, t.language) ?? {};
  const isOver = hasEnded(vote, now);
  const isTheirs =
    own !== null || (await mayVote(services.database, { audience: vote.audience, personId: person.id, now }));
  const isOpen = !isOver && isTheirs;
  const whose = isTheirs ? null : formatWhose(await describeAudience(services.database, vote.audience, t), t);
  // Each Cyrillic letter is six characters of an address.
  const text = t("vote.share_text", { question: cutAtWord(question, 120) });
  const url = deepLink(ctx.me.username, { kind: "vote", id });
  return {
    text: joinLines(said === null ? null : html`${said}\n`, formatVote(vote, own, reader), whose),
    keyboard: [
      ...(!isOpen
        ? []
        : listRows(
            options.map((option, index) => ({ option, index })),
            ({ option, index }) => (index === own ? t("button.chosen", { label: option }) : option),
            ({ index }) => castCallback.data({ voteId: id, option: index }),
          )),
      !isOpen ? [] : [urlButton(t("button.share"), shareLink(ctx.me.username, { url, text }))],
      [button(t("vote.button.list"), votesCallback.data({ isEnded: false, page: 0 })), toMenu(t)],
    ],
  };
}

const said = {
  cast: "vote.said.cast",
  changed: "vote.said.changed",
  same: "vote.said.same",
  outside: "vote.said.outside",
  ended: "vote.said.ended",
  gone: "vote.said.gone",
} as const satisfies Record<Cast, string>;

/** Counts the presser's voice and says what became of it. */
async function castAndSay(ctx: BotContext, ballot: { voteId: number; option: number }): Promise<View> {
  const { person, now, t } = ctx.reader;
  const cast = await once(ctx, "vote", (database) => castBallot(database, { ...ballot, personId: person.id }, now));
  return voteView(ctx, ballot.voteId, t(said[cast]));
}

export const votesScreen = new Screen();

const inPrivate = privatePartOf(votesScreen);

onCommand(inPrivate, "votes", async (ctx) => send(ctx, await votesView(ctx, { isEnded: false, page: 0 })));
onCallback(inPrivate, votesCallback, async (ctx, page) => show(ctx, await votesView(ctx, page)));
onCallback(inPrivate, voteCallback, async (ctx, id) => show(ctx, await voteView(ctx, id)));
onCallback(inPrivate, castCallback, async (ctx, ballot) => show(ctx, await castAndSay(ctx, ballot)));
onCallback(inPrivate, announcedBallotCallback, async (ctx, ballot) => {
  const view = await castAndSay(ctx, ballot);
  await Promise.all([answerTap(ctx), send(ctx, view)]);
});
