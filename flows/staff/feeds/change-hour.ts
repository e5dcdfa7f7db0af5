import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { setHour } from "../../../bot/feeds/scheduled/feed-store.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { askHour } from "./ask-hour.ts";
import { endRefused, endWithFeed } from "./finish.ts";

/** Asks at which hour a feed is to be read. */
export const changeFeedHour = defineDialogue(
  "feed-hour",
  { version: 1 },
  async (conversation: Conversation, feedId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const answer = await askHour(conversation, false);
    if (answer.kind !== "answer") return endWithFeed(conversation, feedId, t("programme.unchanged"));
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "feed-hour", (database) => {
        const actor = { by: outer.reader.person.id, now: outer.reader.now };
        return setHour(database, actor, feedId, answer.value, outer.services.city.timeZone);
      }),
    );
    return written.kind === "done" ? endWithFeed(conversation, feedId, t("programme.done")) : endRefused(conversation);
  },
);
