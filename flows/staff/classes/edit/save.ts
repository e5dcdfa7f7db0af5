import type { Services } from "../../../../bot/context.ts";
import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import type { Actor } from "../../../../bot/staff/act-store.ts";
import type { Revised } from "../../../../bot/staff/revision.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { formatChanged } from "../said.ts";

/** What came of saving; `kept`: somebody else was faster, and theirs was left as it is. */
export type Saved<Refusal> = Exclude<Revised<Refusal>, { kind: "changed meanwhile" }> | { kind: "kept" };

/** Nothing is, where somebody else was faster. */
export const isWritten = ({ kind }: { kind: string }): boolean => kind !== "changed meanwhile";

/**
 * Saves what somebody entered. If another one changed the same thing meanwhile, it is told what and by whom, and may be
 * saved all the same: nothing that was typed is lost.
 */
export async function save<Refusal extends { kind: string } = never>(
  conversation: Conversation,
  seen: number,
  attempt: (database: Services["database"], actor: Actor, revision: number) => Promise<Revised<Refusal>>,
): Promise<Saved<Refusal>> {
  const { t, person } = conversation.ctx.reader;
  for (let revision = seen; ; ) {
    const revised: Revised<Refusal> = await conversation.dialogue.external((outer) =>
      once(
        outer,
        "save",
        (database) => attempt(database, { by: person.id, now: outer.reader.now }, revision),
        isWritten,
      ),
    );
    if (revised.kind !== "changed meanwhile") return revised as Saved<Refusal>;
    const changed = revised as Extract<Revised, { kind: "changed meanwhile" }>;
    const answer = await ask<boolean>(conversation, {
      text: joinLines(formatChanged(changed, t), "", t("class_edit.save_anyway_ask")),
      again: html`${t("class_edit.press")}`,
      choices: [
        [{ label: t("class_edit.save_anyway"), value: true }],
        [{ label: t("class_edit.leave_theirs"), value: false }],
      ],
    });
    if (answer.kind !== "answer" || !answer.value) return { kind: "kept" };
    revision = changed.revision;
  }
}
