import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findCardOfEvent } from "../../../bot/programme/card/card-store.ts";
import { formatCard } from "../../../bot/programme/card/words.ts";
import { publishEvent } from "../../../bot/programme/editing/publish-event-store.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { bringKeyboardBack } from "../../kit/away-keyboard.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { eventCallback, programmeCallback } from "./callbacks.ts";
import { editButtons } from "./event-view.ts";
import type { Chosen } from "./make/choose-drafts.ts";
import { type Draft, hasPlace, isComplete } from "./make/draft.ts";
import { saveDraft } from "./make/save-draft.ts";
import { letGoDrafts } from "./make/unfinished.ts";

/** Saves a draft and shows it as residents will see it, with the buttons that publish it. Resolves to whether it was saved. */
export async function endWithDraft(conversation: Conversation, draft: Draft): Promise<boolean> {
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
  await letGoDrafts(conversation);
  await bringKeyboardBack(conversation);
  if (saved.kind === "forbidden") return refused(conversation);
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
  return true;
}

async function refused(conversation: Conversation): Promise<false> {
  await say(conversation, { text: html`${conversation.ctx.reader.t("staff.not_open")}` });
  return false;
}

/**
 * Saves several drafts, shows residents those that are complete where that was asked for, and tells what became of each. Resolves
 * to whether any was saved.
 */
export async function endWithDrafts(conversation: Conversation, { drafts, isPublished }: Chosen): Promise<boolean> {
  const { t } = conversation.ctx.reader;
  const saved = await conversation.dialogue.external(async (outer) => {
    const { services, reader } = outer;
    const actor = { by: reader.person.id, now: reader.now };
    const rows: SavedRow[] = [];
    for (const draft of drafts) {
      const outcome = await once(outer, "save-draft", async (database) => {
        const made = await saveDraft({ database, city: services.city }, reader, draft);
        if (made.kind === "forbidden") return made;
        const isShown = isPublished && isComplete(draft);
        if (isShown) await publishEvent(database, actor, { id: made.eventId, revision: 0 }, reader.now);
        return { ...made, isShown };
      });
      if (outcome.kind === "saved") rows.push({ ...outcome, title: draft.title ?? "", hasPlace: hasPlace(draft) });
    }
    return rows;
  });
  await letGoDrafts(conversation);
  await bringKeyboardBack(conversation);
  if (saved.length === 0) return refused(conversation);
  const shown = saved.filter(({ isShown }) => isShown).length;
  const kept = saved.length - shown;
  await say(conversation, {
    text: joinLines(
      shown > 0 ? html`<b>${t("programme.list.published", { count: shown })}</b>` : null,
      kept > 0 ? html`<b>${t("programme.list.kept", { count: kept })}</b>` : null,
      "",
      ...saved.map((row) => html`${row.isShown ? "✓" : "•"} ${row.title}${lackOf(row, t)}`),
    ),
    keyboard: [
      ...listRows(
        saved.slice(0, mostButtons),
        ({ title }) => title,
        ({ eventId }) => eventCallback.data(eventId),
      ),
      [
        button(t("programme.title"), programmeCallback.data({ shelf: kept > 0 ? "drafts" : "coming", page: 0 })),
        toStaffMenu(t),
      ],
    ],
  });
  return true;
}

interface SavedRow {
  eventId: number;
  title: string;
  isShown: boolean;
  hasPlace: boolean;
}

const mostButtons = 8;

const lackOf = ({ hasPlace: isSomewhere }: SavedRow, t: Translate): string =>
  isSomewhere ? "" : ` · ${t("programme.list.no_place")}`;

/** Ends without an event; `isAside`: before anything was begun, so that the residents' buttons are where they were. */
export async function endWithNothing(conversation: Conversation, isAside = false): Promise<void> {
  const { t } = conversation.ctx.reader;
  await letGoDrafts(conversation);
  if (!isAside) await bringKeyboardBack(conversation);
  const back = button(t("programme.title"), programmeCallback.data({ shelf: "coming", page: 0 }));
  await say(conversation, { text: html`${t("programme.stopped")}`, keyboard: [[back, toStaffMenu(t)]] });
}
