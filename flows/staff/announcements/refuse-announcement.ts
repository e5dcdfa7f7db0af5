import { type Refused, refuse } from "../../../bot/announcements/draft/proposal-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { sayLast } from "./finish.ts";

/** Characters of a reason: one line. */
const longest = 200;

const keys = {
  refused: "announce.proposal.you_refused",
  "your own": "announce.proposal.your_own",
  elsewhere: "announce.elsewhere",
} as const satisfies Record<Refused["kind"], string>;

/** Does not agree to a colleague's announcement, and says in a line why, or does not. */
export const refuseAnnouncement = defineDialogue(
  "refuse-announcement",
  { version: 1 },
  async (conversation: Conversation, id: number): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const reason = await askLine<null>(conversation, {
      question: t("announce.proposal.ask_reason"),
      longest,
      without: { label: t("announce.proposal.no_reason"), value: null },
      canGoBack: false,
    });
    if (reason.kind !== "answer") return sayLast(conversation, t("announce.proposal.undecided"));
    const acted = await conversation.dialogue.external((outer) =>
      once(outer, "refuse", (database) =>
        refuse(database, { by: person.id, now: outer.reader.now }, { id, reason: reason.value }),
      ),
    );
    await sayLast(conversation, acted.kind === "forbidden" ? t("staff.not_open") : t(keys[acted.value.kind]));
  },
);
