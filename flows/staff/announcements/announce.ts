import { changeDraft, createDraft, findAnnouncement } from "../../../bot/announcements/draft/draft-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import type { Acted } from "../../../bot/staff/act-store.ts";
import { languages } from "../../../bot/words/language.ts";
import { bringKeyboardBack, putKeyboardAway } from "../../kit/away-keyboard.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { askAudience } from "./ask/ask-audience.ts";
import { askButtons } from "./ask/ask-buttons.ts";
import { askConfirmation } from "./ask/ask-confirmation.ts";
import { askPreview } from "./ask/ask-preview.ts";
import { askStart } from "./ask/ask-start.ts";
import { askFirst, askOther } from "./ask/ask-texts.ts";
import { asDraft, empty, hasAlbum, readDraft, type Written } from "./draft.ts";
import { sayLast } from "./finish.ts";

/**
 * Writes an announcement: content, the other languages, buttons, preview, audience, start, confirmation. From the first
 * content on each answer is kept as a draft; going on with one begins at the preview, so that nothing goes out that
 * Telegram did not take from its author.
 */
export const announce = defineDialogue(
  "announce",
  { version: 3 },
  async (conversation: Conversation, draftId: number | null): Promise<void> => {
    const { dialogue } = conversation;
    const { person, t } = conversation.ctx.reader;
    const found =
      draftId === null
        ? empty
        : await dialogue.external(async ({ services }) =>
            readDraft(await findAnnouncement(services.database, draftId), person.id),
          );
    if (found === null) return sayLast(conversation, t("announce.gone"));
    await putKeyboardAway(conversation);

    let id = draftId;
    let trouble: string | null = null;
    async function keep(written: Written): Promise<boolean> {
      const known = id;
      const kept = await dialogue.external((outer) =>
        once(outer, "keep-draft", (database): Promise<Acted<number | boolean>> => {
          const actor = { by: person.id, now: outer.reader.now };
          const draft = asDraft(written);
          return known === null ? createDraft(database, actor, draft) : changeDraft(database, actor, known, draft);
        }),
      );
      if (kept.kind === "forbidden") trouble = t("staff.not_open");
      else if (kept.value === false) trouble = t("announce.gone");
      else if (typeof kept.value === "number") id = kept.value;
      return trouble === null;
    }
    const kept = (ask: (written: Written, canGoBack: boolean) => Promise<Answer<Partial<Written>>>) => {
      return async (written: Written, canGoBack: boolean): Promise<Answer<Partial<Written>>> => {
        const answer = await ask(written, canGoBack);
        if (answer.kind !== "answer") return answer;
        return (await keep({ ...written, ...answer.value })) ? answer : { kind: "cancelled" };
      };
    };
    const isNew = () => draftId === null;
    const isUnwritten = ({ texts }: Written) => isNew() && Object.keys(texts).length === 0;
    const others = languages.map(
      (language): Step<Written> => ({
        isNeeded: ({ texts }) => isNew() && texts[language] === undefined,
        ask: kept((written) => askOther(conversation, written, language)),
      }),
    );

    let last: string = t("announce.stopped");
    const answer = await walk<Written>(found, [
      { isNeeded: isUnwritten, ask: kept(() => askFirst(conversation)) },
      ...others,
      {
        isNeeded: (written) => isNew() && !hasAlbum(written),
        ask: kept((written) => askButtons(conversation, written, true)),
      },
      { ask: (written, canGoBack) => askPreview(conversation, written, { keep, canGoBack }) },
      {
        ask: kept(async (written) => {
          const audience = await askAudience(conversation, written.audience, true);
          return audience.kind === "answer" ? answered({ audience: audience.value }) : audience;
        }),
      },
      { ask: kept((written) => askStart(conversation, written)) },
      {
        async ask(written) {
          const confirmed = await askConfirmation(conversation, id ?? 0, written);
          if (confirmed.kind !== "answer") return confirmed;
          last = confirmed.value;
          return answered({});
        },
      },
    ]);
    if (answer.kind === "cancelled" && id === null) last = t("announce.stopped_empty");
    await bringKeyboardBack(conversation);
    await sayLast(conversation, trouble ?? last);
  },
);
