import type { AnnouncementDraft } from "../announcements/announcement.ts";
import { languages } from "../words/language.ts";
import type { Vote } from "./vote.ts";

/** An announcement that asks a vote of whoever may vote: the question with its options, and a button for each. */
export function draftOf({ id, texts, counts, audience }: Vote): AnnouncementDraft {
  const written = languages.flatMap((language) => {
    const text = texts[language];
    return text ? [{ language, ...text }] : [];
  });
  return {
    audience,
    texts: Object.fromEntries(
      written.map(({ language, question, options }) => {
        const lines = options.map((option, index) => `${index + 1}. ${option}`);
        const entities = [{ type: "bold", offset: 0, length: question.length }];
        return [language, { kind: "text", text: [question, "", ...lines].join("\n"), entities }];
      }),
    ),
    buttons: counts.map((_, option) => [
      {
        label: Object.fromEntries(written.map(({ language, options }) => [language, options[option] ?? ""])),
        voteId: id,
        option,
      },
    ]),
    startAt: null,
    hours: null,
    isWeekly: false,
    repeatUntil: null,
  };
}
