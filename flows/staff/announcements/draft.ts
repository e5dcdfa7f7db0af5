import type { AnnouncementDraft } from "../../../bot/announcements/announcement.ts";
import { everybody, type People } from "../../../bot/announcements/audience/audience.ts";
import type { Announcement } from "../../../bot/announcements/draft/draft-store.ts";
import { type Language, languages } from "../../../bot/words/language.ts";

/** An announcement while it is written: plain JSON, because a dialogue is replayed. */
export interface Written extends Omit<AnnouncementDraft, "startAt" | "audience"> {
  audience: People;
  /** Milliseconds since 1970. */
  startAt: number | null;
}

export const empty: Written = {
  texts: {},
  buttons: [],
  audience: everybody,
  startAt: null,
  hours: null,
  isWeekly: false,
};

export const asDraft = ({ startAt, ...written }: Written): AnnouncementDraft => ({
  ...written,
  startAt: startAt === null ? null : new Date(startAt),
});

/** What somebody may go on writing; null: it is theirs no more, or nobody's. */
export function readDraft(found: Announcement | null, personId: number): Written | null {
  if (found === null || found.state !== "draft" || found.authorId !== personId) return null;
  const { texts, buttons, audience, startAt, hours, isWeekly } = found;
  if (audience.kind !== "people") return null;
  return { texts, buttons, audience, startAt: startAt?.getTime() ?? null, hours, isWeekly };
}

/** Telegram puts no buttons under albums. */
export const hasAlbum = ({ texts }: Pick<Written, "texts">): boolean =>
  Object.values(texts).some(({ kind }) => kind === "album");

/** The languages that it is written in. */
export const writtenIn = ({ texts }: Pick<Written, "texts">): Language[] =>
  languages.filter((language) => texts[language] !== undefined);
