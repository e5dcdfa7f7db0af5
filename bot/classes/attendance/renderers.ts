import { z } from "zod";
import type { Services } from "../../context.ts";
import type { Renderer } from "../../delivery/delivery.ts";
import { button } from "../../doors/telegram/screen/keyboard.ts";
import { html, joinLines } from "../../words/html.ts";
import { formatTime } from "../../words/time/dates.ts";
import { findAbsentName } from "./absence-store.ts";
import { tickSheetCallback } from "./callbacks.ts";
import { findTickSheet } from "./sheet-store.ts";

const absent = z.object({ enrolmentId: z.int() });

/** Tells a teacher who cannot come, and asks them after a lesson who came, unless it is known by then. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  return {
    async absence({ lessonId, personId, payload }, { t }) {
      const { enrolmentId } = absent.parse(payload);
      const [sheet, name] = await Promise.all([
        lessonId === null ? null : findTickSheet(database, { lessonId, page: 0, language: t.language }),
        findAbsentName(database, enrolmentId),
      ]);
      if (sheet === null || sheet.isCancelled || name === null)
        return { kind: "nothing", reason: "there is nothing to miss" };
      if (sheet.teacherId !== personId) return { kind: "nothing", reason: "somebody else teaches it" };
      const { title, startsAt, timeZone, number } = sheet;
      const time = formatTime(startsAt, timeZone);
      return {
        kind: "message",
        text: joinLines(html`<b>${title}</b>`, t("attendance.absent", { name, number, time })),
        keyboard: [],
      };
    },

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
