import type { Database } from "../../database/database.ts";
import { nothing, type Renderer } from "../../delivery/delivery.ts";
import { openCardData } from "../../doors/telegram/screen/callbacks.ts";
import { isButtonUrl } from "../../net/web-address.ts";
import { cutAtWord } from "../../words/cut.ts";
import { html } from "../../words/html.ts";
import { findCard } from "../card/card-store.ts";
import { titleOf } from "../card/words.ts";

/** Writes that there is a recording of what somebody wanted to see, or saw. */
export function renderers({ database }: { database: Database }): Record<string, Renderer> {
  return {
    recording: async ({ occurrenceId, payload }, { t, now }) => {
      const card = occurrenceId === null ? null : await findCard(database, occurrenceId, now);
      if (card === null || card.withdrawn) return nothing("the event is gone");
      // Until version 0.2.0 none was named.
      const { url: told } = payload as { url?: string };
      const isTold = (url: string) => (told === undefined || url === told) && isButtonUrl(url);
      const recording = card.links.find(({ kind, url }) => kind === "recording" && isTold(url));
      if (recording === undefined) return nothing("the recording was taken back");
      return {
        kind: "message",
        text: html`<b>${cutAtWord(titleOf(card, t.language), 256)}</b>\n\n${t("event_change.recording")}`,
        keyboard: [
          [
            { text: t("button.recording"), url: recording.url },
            { text: t("remind.open"), callback_data: openCardData(card.occurrenceId) },
          ],
        ],
      };
    },
  };
}
