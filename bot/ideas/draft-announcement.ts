import type { AnnouncementButton, AnnouncementDraft } from "../announcements/announcement.ts";
import type { People } from "../announcements/audience/audience.ts";
import { languages } from "../words/language.ts";
import type { Words } from "../words/messages/translator.ts";
import type { Idea } from "./idea.ts";

/** An announcement of what came of ideas, the latest first, with a button for each that can be opened. */
export function draftOfDone(ideas: readonly Idea[], audience: People, words: Words): AnnouncementDraft {
  const lines = ideas.map(({ title, answer }) => (answer === null ? `• ${title}` : `• ${title} — ${answer}`));
  return {
    audience,
    texts: Object.fromEntries(
      languages.map((language) => {
        const title = words.for(language)("idea.shelf.done");
        const entities = [{ type: "bold", offset: 0, length: title.length }];
        return [language, { kind: "text", text: [title, "", ...lines].join("\n"), entities }];
      }),
    ),
    buttons: ideas.flatMap(({ title, made }): AnnouncementButton[][] => {
      const label = Object.fromEntries(languages.map((language) => [language, title]));
      if (made?.kind === "event") return [[{ label, eventId: made.id }]];
      return made?.kind === "course" ? [[{ label, courseId: made.id }]] : [];
    }),
    startAt: null,
    hours: null,
    isWeekly: false,
    repeatUntil: null,
  };
}
