import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findCardOfEvent } from "../../../bot/programme/card/card-store.ts";
import { formatCard } from "../../../bot/programme/card/words.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { eventCallback, programmeCallback } from "./callbacks.ts";
import { editButtons } from "./event-view.ts";
import type { Draft } from "./make/draft.ts";
import { saveDraft } from "./make/save-draft.ts";

/** Saves a draft and shows it as residents will see it, with the buttons that publish it. */
export async function endWithDraft(conversation: Conversation, draft: Draft): Promise<void> {
  const { t } = conversation.ctx.reader;
  const saved = await conversation.dialogue.external(async (outer) => {
    const { services, reader } = outer;
    const outcome = await once(outer, "save-draft", (database) =>
      saveDraft({ database, city: services.city }, reader, draft),
    );
    if (outcome.kind === "forbidden") return outcome;
    const card = await findCardOfEvent(services.database, outcome.eventId, reader.now);
    const zone = services.city.timeZone;
    const preview = card && String(formatCard(card, { t, now: reader.now, zone }, false));
    return { ...outcome, preview };
  });
  if (saved.kind === "forbidden") return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
  const to = editButtons(saved.eventId, t);
  const change = button(t("programme.button.change"), eventCallback.data(saved.eventId));
  await say(conversation, {
    text:
      saved.preview === null
        ? html`${t("programme.saved_without_dates")}`
        : joinLines(html`<i>${t("programme.saved")}</i>\n`, Html.trusted(saved.preview)),
    keyboard: [
      ...(saved.preview === null ? [[to("add")]] : [[to("publish"), to("publish_at")]]),
      [change, toStaffMenu(t)],
    ],
  });
}

export async function endWithNothing(conversation: Conversation): Promise<void> {
  const { t } = conversation.ctx.reader;
  const back = button(t("programme.title"), programmeCallback.data({ shelf: "coming", page: 0 }));
  await say(conversation, { text: html`${t("programme.stopped")}`, keyboard: [[back, toStaffMenu(t)]] });
}
