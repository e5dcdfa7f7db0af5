import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { settlePost } from "../../../../bot/feeds/channels/post-store.ts";
import { html } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { putKeyboardAway } from "../../../kit/away-keyboard.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { passOn } from "../../../kit/steps/pass-on.ts";
import { findOwnHouses, type Houses } from "../ask/ask-institution.ts";
import { endWithNothing } from "../finish.ts";
import type { Draft } from "./draft.ts";
import { finishDrafts } from "./finish-drafts.ts";
import { type Pasted, pastedIn, readPasted } from "./read-pasted.ts";

/** What somebody sent outside of any dialogue, and how many events it seems to tell of. */
export interface Offered {
  pasted: Pasted;
  count: number;
  /** The post of a channel that it is; nobody has to be asked whether they meant it. */
  postId?: number;
}

/** Makes events of a text that is pasted or forwarded: what was guessed is shown, each field a tap from being corrected. */
export const pasteEvent = defineDialogue(
  "paste-event",
  { version: 7 },
  async (conversation: Conversation, offered: Offered | null): Promise<void> => {
    const houses = await findOwnHouses(conversation);
    if (offered === null) await putKeyboardAway(conversation);
    const found = await (offered === null
      ? askPasted(conversation, houses)
      : askOffered(conversation, houses, offered));
    if (found === null) return endWithNothing(conversation, offered !== null);
    if (offered !== null) await putKeyboardAway(conversation);
    const isSaved = await finishDrafts(conversation, houses, found);
    const postId = offered?.postId;
    if (isSaved && postId !== undefined) await settle(conversation, postId);
  },
);

/** A post of which events were made waits for nobody any more. */
const settle = ({ dialogue }: Conversation, postId: number) =>
  dialogue.external((outer) =>
    once(outer, "settle-post", (database) =>
      settlePost(database, { by: outer.reader.person.id, now: outer.reader.now }, postId),
    ),
  );

/** Asks whether to make events of what was sent for no purpose that anybody knows; something else that comes is itself. */
async function askOffered(
  conversation: Conversation,
  houses: Houses,
  { pasted, count, postId }: Offered,
): Promise<Draft[] | null> {
  if (postId !== undefined) return readOffered(conversation, pasted, houses);
  const { t } = conversation.ctx.reader;
  const question = html`${t("programme.offer.ask", { count })}`;
  const answer = await ask<"make" | "other">(conversation, {
    text: question,
    again: question,
    choices: [[{ label: t("programme.offer.make", { count }), value: "make" }]],
    read: () => "other",
    leave: t("programme.offer.leave"),
  });
  if (answer.kind !== "answer") return null;
  if (answer.value === "other") return passOn(conversation.dialogue);
  return readOffered(conversation, pasted, houses);
}

async function readOffered(conversation: Conversation, pasted: Pasted, houses: Houses): Promise<Draft[] | null> {
  const read = await readPasted(conversation, pasted, houses);
  return read.kind === "meant" ? read.value.drafts : askPasted(conversation, houses);
}

/** What was pasted says of events; null: they left. A text that cannot be read is asked for anew, with the reason. */
async function askPasted(conversation: Conversation, houses: Houses): Promise<Draft[] | null> {
  const { t } = conversation.ctx.reader;
  const question = html`${t("programme.ask.paste")}`;
  for (let text = question; ; ) {
    const pasted = await ask<Pasted>(conversation, { text, again: question, read: pastedIn });
    if (pasted.kind !== "answer") return null;
    const read = await readPasted(conversation, pasted.value, houses);
    if (read.kind === "meant") return read.value.drafts;
    if (read.kind === "unread") text = html`${t(`step.unread.${read.excess}`)}`;
  }
}
