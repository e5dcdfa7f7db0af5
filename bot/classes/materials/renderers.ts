import { z } from "zod";
import type { Services } from "../../context.ts";
import type { Renderer } from "../../delivery/delivery.ts";
import { cutAtWord } from "../../words/cut.ts";
import { html, joinLines } from "../../words/html.ts";
import { findHandout } from "./handout-store.ts";
import { findRecording } from "./recording-store.ts";
import { writeHandout } from "./words.ts";

const aboutMaterial = z.object({ materialId: z.int() });

/** Brings materials and recordings to those who are in the class when they are sent. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  return {
    async material({ payload, personId }, { t }) {
      const { materialId } = aboutMaterial.parse(payload);
      const handout = await findHandout(database, { materialId, personId, language: t.language });
      if (handout === null) return { kind: "nothing", reason: "withdrawn, or not in the class" };
      return { kind: "content", content: writeHandout(handout, t), keyboard: [] };
    },
    async "recording-of-lesson"({ lessonId, personId }, { t }) {
      const recording =
        lessonId === null ? null : await findRecording(database, { lessonId, personId, language: t.language });
      if (recording === null) return { kind: "nothing", reason: "withdrawn, or not in the class" };
      const { course, number, url } = recording;
      return {
        kind: "message",
        text: joinLines(html`<b>${cutAtWord(course, 160)}</b>`, t("material.recorded", { number })),
        keyboard: [[{ text: t("button.recording"), url }]],
      };
    },
  };
}
