import { html, joinLines } from "../../../../bot/words/html.ts";
import { type Language, languages } from "../../../../bot/words/language.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { retire } from "../../../kit/steps/dialogue-message.ts";
import { hasAlbum, type Written, writtenIn } from "../draft.ts";
import { explainRefusal, sendPreviews } from "../preview.ts";
import { askButtons } from "./ask-buttons.ts";
import { askAnew } from "./ask-texts.ts";

type Chosen = { kind: "go on" | "buttons" } | { kind: "text"; language: Language };

/**
 * Shows how it will look until it is right: what Telegram refuses cannot be gone on with. `keep` stores each change;
 * false: it could not.
 */
export async function askPreview(
  conversation: Conversation,
  draft: Written,
  { keep, canGoBack }: { keep: (written: Written) => Promise<boolean>; canGoBack: boolean },
): Promise<Answer<Partial<Written>>> {
  const { ctx } = conversation;
  const { t } = ctx.reader;
  for (let written = draft; ; ) {
    await retire(conversation);
    const refusals = await sendPreviews(ctx, written);
    const isWrittenIn = (language: Language) => writtenIn(written).includes(language);
    const answer = await ask<Chosen>(conversation, {
      text:
        refusals.length > 0
          ? joinLines(
              t("announce.refused.head"),
              ...refusals.map((refusal) => explainRefusal(refusal, t)),
              t("announce.refused.what_to_do"),
            )
          : joinLines(t("announce.preview.ask"), hasAlbum(written) ? t("announce.preview.album") : null),
      choices: [
        ...(refusals.length > 0 ? [] : [[{ label: t("announce.preview.good"), value: { kind: "go on" as const } }]]),
        languages.map((language) => ({
          label: t(isWrittenIn(language) ? "announce.preview.change" : "announce.preview.add", {
            language: t(`language.name.${language}`),
          }),
          value: { kind: "text" as const, language },
        })),
        ...(hasAlbum(written) ? [] : [[{ label: t("announce.preview.buttons"), value: { kind: "buttons" as const } }]]),
      ],
      again: html`${t("announce.again")}`,
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    const chosen = answer.value;
    if (chosen.kind === "go on") return answered(written);
    const changed = await (chosen.kind !== "text"
      ? askButtons(conversation, written, true)
      : askAnew(conversation, written, chosen.language));
    if (changed.kind === "cancelled") return changed;
    if (changed.kind === "back") continue;
    written = { ...written, ...changed.value };
    if (!(await keep(written))) return { kind: "cancelled" };
  }
}
