import { z } from "zod";
import type { Services } from "../context.ts";
import type { Renderer } from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { formatName } from "../staff/words.ts";
import { joinLines } from "../words/html.ts";
import { languages } from "../words/language.ts";
import { agreeCallback, announcementCallback, refuseCallback } from "./callbacks.ts";
import { findAuthorName } from "./draft/proposal-store.ts";
import { RateMeter } from "./progress/progress.ts";
import { findAnnounced } from "./sending/text-store.ts";
import { summarise } from "./summary.ts";
import { formatTitle } from "./title.ts";
import { findShown } from "./view-store.ts";
import { writeAnnouncement } from "./words.ts";

const preview = z.object({ announcementId: z.int(), language: z.enum(languages) });
const proposed = z.object({ announcementId: z.int() });
const answered = z.object({
  announcementId: z.int() /** Null: erased since. */,
  by: z.int().nullable(),
  isAgreed: z.boolean(),
});

const over = { kind: "nothing", reason: "the announcement is not proposed any more" } as const;

/** Writes what staff is told: a colleague's announcement as it will look, the question about it, and the answer. */
export function staffRenderers({ database, words }: Pick<Services, "database" | "words">): Record<string, Renderer> {
  const look = (id: number, now: Date) => findShown(database, id, { now, meter: new RateMeter() });

  return {
    async "announcement-preview"({ payload }, { now }) {
      const { announcementId, language } = preview.parse(payload);
      const shown = await look(announcementId, now);
      const announced = await findAnnounced(database, announcementId);
      if (shown?.progress.state !== "proposed" || announced === null) return over;
      const written = writeAnnouncement({ ...announced, texts: shown.texts }, words.for(language));
      return written === null ? over : { kind: "content", ...written };
    },

    async "announcement-proposed"({ payload }, { t, zone, now }) {
      const { announcementId: id } = proposed.parse(payload);
      const shown = await look(id, now);
      if (shown?.progress.state !== "proposed") return over;
      const { announcement, texts } = shown;
      const correction = announcement.audience.kind === "recipients" ? announcement.audience.correction : "send";
      const summary = await summarise(database, announcement, { t, zone, now });
      return {
        kind: "message",
        text: joinLines(
          t.html(`announce.proposal.${correction}`, {
            name: formatName(await findAuthorName(database, announcement.authorId), announcement.authorId, t),
            title: formatTitle(texts, t),
            count: announcement.audienceSize,
          }),
          ...(summary === null ? [] : ["", summary.text, ""]),
          t("announce.proposal.why"),
        ),
        keyboard: [
          [
            button(t("announce.button.agree"), agreeCallback.data(id)),
            button(t("announce.button.refuse"), refuseCallback.data(id)),
          ],
        ],
      };
    },

    async "announcement-answered"({ payload }, { t, now }) {
      const { announcementId: id, by, isAgreed } = answered.parse(payload);
      const shown = await look(id, now);
      if (shown === null) return over;
      const name = formatName(await findAuthorName(database, by), by, t);
      const { refusal } = shown.announcement;
      return {
        kind: "message",
        text: joinLines(
          t.html(isAgreed ? "announce.proposal.agreed" : "announce.proposal.refused", {
            name,
            title: formatTitle(shown.texts, t),
          }),
          isAgreed || refusal === null ? null : t("announce.proposal.reason", { reason: refusal }),
        ),
        keyboard: [[button(t("announce.button.open"), announcementCallback.data(id))]],
      };
    },
  };
}
