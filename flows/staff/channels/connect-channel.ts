import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { connectChannel } from "../../../bot/feeds/channels/channel-store.ts";
import { Html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { answered } from "../../kit/steps/answer.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { endRefused } from "../feeds/finish.ts";
import { askInstitution, findOwnHouses } from "../programme/ask/ask-institution.ts";
import type { House } from "../programme/make/draft.ts";
import { channelView } from "./channel-view.ts";

/** Asks of whose events a channel tells, where there is a choice, and reads it from then on. */
export const connectToHouse = defineDialogue(
  "connect-channel",
  { version: 1 },
  async (conversation: Conversation, channelId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    // Connecting a channel makes no institution on the way.
    const houses = { ...(await findOwnHouses(conversation)), mayMake: false };
    const [only, ...others] = houses.own;
    const isOne = !houses.isAll && only !== undefined && others.length === 0;
    const asked = isOne ? answered<House | null>(only) : await askInstitution(conversation, houses, false);
    if (asked.kind !== "answer") return endWithChannel(conversation, channelId, t("programme.unchanged"));
    const house = asked.value;
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "connect-channel", (database) => {
        const actor = { by: outer.reader.person.id, now: outer.reader.now };
        return connectChannel(database, actor, channelId, house?.id ?? null);
      }),
    );
    return written.kind === "done"
      ? endWithChannel(conversation, channelId, t("channel.connected"))
      : endRefused(conversation);
  },
);

async function endWithChannel(conversation: Conversation, channelId: number, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async ({ services, reader }) => {
    const found = await channelView(services, reader, channelId, said);
    return found && { text: String(found.text), keyboard: found.keyboard };
  });
  if (view === null) return endRefused(conversation);
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
