import type { Services } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { Acted, Actor } from "../../../bot/staff/act-store.ts";
import { Html, html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { institutionsCallback } from "./callbacks.ts";
import { institutionView } from "./institution-view.ts";

/** Ends a dialogue with the institution as it is now. */
export async function endWithInstitution(
  conversation: Conversation,
  institutionId: number,
  said: string,
): Promise<void> {
  const { dialogue } = conversation;
  const view = await dialogue.external(async ({ services, reader }) => {
    const found = await institutionView(services, reader, institutionId, said);
    return found && { text: String(found.text), keyboard: found.keyboard };
  });
  if (view === null) return endRefused(conversation);
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}

/** Writes what was answered, once, and ends the dialogue with the institution as it is then; without an answer nothing changes. */
export async function finishEditing<T>(
  conversation: Conversation,
  { institutionId, step }: { institutionId: number; step: string },
  answer: Answer<T>,
  write: (database: Services["database"], actor: Actor, value: T) => Promise<Acted<void>>,
): Promise<void> {
  const { t } = conversation.ctx.reader;
  if (answer.kind !== "answer") return endWithInstitution(conversation, institutionId, t("programme.unchanged"));
  const written = await conversation.dialogue.external((outer) =>
    once(outer, step, (database) =>
      write(database, { by: outer.reader.person.id, now: outer.reader.now }, answer.value),
    ),
  );
  return written.kind === "done"
    ? endWithInstitution(conversation, institutionId, t("programme.done"))
    : endRefused(conversation);
}

/** Ends a dialogue that is not open to this person, or not any more. */
export async function endRefused(conversation: Conversation): Promise<void> {
  await say(conversation, { text: html`${conversation.ctx.reader.t("staff.not_open")}` });
}

/** Ends a dialogue that wrote nothing. */
export async function endUnsaved(conversation: Conversation): Promise<void> {
  const { t } = conversation.ctx.reader;
  const back = button(t("institution.title"), institutionsCallback.data(0));
  await say(conversation, { text: html`${t("programme.stopped")}`, keyboard: [[back, toStaffMenu(t)]] });
}
