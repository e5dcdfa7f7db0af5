import { z } from "zod";
import type { Services } from "../context.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { html, joinLines } from "../words/html.ts";
import { findOwnBallot } from "./ballot-store.ts";
import { votesCallback } from "./callbacks.ts";
import { findVote } from "./vote-store.ts";
import { formatVote } from "./words.ts";

const payload = z.object({ voteId: z.int() });

/** Writes how a vote came out to somebody who voted. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "vote-result"(delivery, recipient) {
    const { voteId } = payload.parse(delivery.payload);
    const vote = await findVote(database, voteId);
    if (vote === null) return nothing("the vote is gone");
    const own = await findOwnBallot(database, voteId, delivery.personId);
    const { t } = recipient;
    return {
      kind: "message",
      text: joinLines(html`${t("vote.result")}\n`, formatVote(vote, own, recipient)),
      keyboard: [[button(t("vote.button.list"), votesCallback.data({ isEnded: false, page: 0 }))]],
    };
  },
});
