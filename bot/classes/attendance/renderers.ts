import type { Services } from "../../context.ts";
import type { Renderer } from "../../delivery/delivery.ts";
import { button } from "../../doors/telegram/screen/keyboard.ts";
import { html, joinLines } from "../../words/html.ts";
import { formatTime } from "../../words/time/dates.ts";
import { tickSheetCallback } from "./callbacks.ts";
import { findTickSheet } from "./sheet-store.ts";

/** Asks a teacher after a lesson who came, unless it is known by then. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  return {
    async tick({ lessonId, personId }, { t }) {
      const sheet =
        lessonId === null ? null : await findTickSheet(database, { lessonId, page: 0, language: t.language });
      if (sheet === null || sheet.isCancelled) return { kind: "nothing", reason: "the lesson is not held" };
      if (sheet.noted > 0) return { kind: "nothing", reason: "it is known who came" };
      if (sheet.teacherId !== personId) return { kind: "nothing", reason: "somebody else teaches it" };
      const { title, startsAt, timeZone, number } = sheet;
      return {
        kind: "message",
        text: joinLines(html`<b>${title}</b>`, t("attendance.ask", { number, time: formatTime(startsAt, timeZone) })),
        keyboard: [
          [button(t("attendance.button.tick"), tickSheetCallback.data({ lessonId: sheet.lessonId, page: 0 }))],
        ],
      };
    },
  };
}
