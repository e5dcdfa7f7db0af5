import type { AnnouncementDraft } from "../../../bot/announcements/announcement.ts";
import { everybody, type People } from "../../../bot/announcements/audience/audience.ts";
import type { Announcement } from "../../../bot/announcements/draft/draft-store.ts";
import { type Language, languages } from "../../../bot/words/language.ts";

/** An announcement while it is written: plain JSON, because a dialogue is replayed. */
export interface Written extends Omit<AnnouncementDraft, "startAt" | "repeatUntil" | "audience"> {
  audience: People;
  /** Milliseconds since 1970. */
  startAt: number | null;
  /** As above; null: without end. */
  repeatUntil: number | null;
}

export const empty: Written = {
  texts: {},
  buttons: [],
  audience: everybody,
  startAt: null,
  hours: null,
  isWeekly: false,
  repeatUntil: null,
};

export const asDraft = ({ startAt, repeatUntil, ...written }: Written): AnnouncementDraft => ({
  ...written,
  startAt: startAt === null ? null : new Date(startAt),
  repeatUntil: repeatUntil === null ? null : new Date(repeatUntil),
});

/** What somebody may go on writing; null: it is theirs no more, or nobody's. */
export function readDraft(found: Announcement | null, personId: number): Written | null {
  if (found === null || found.state !== "draft" || found.authorId !== personId) return null;
  return asWritten(found);
}

/** An announcement as it would be written anew; null for a correction. */
export function asWritten({
  texts,
  buttons,
  audience,
  startAt,
  hours,
  isWeekly,
  repeatUntil,
}: Announcement): Written | null {
  if (audience.kind !== "people") return null;
  const times = { startAt: startAt?.getTime() ?? null, repeatUntil: repeatUntil?.getTime() ?? null };
  return { texts, buttons, audience, ...times, hours, isWeekly };
}

/** Telegram puts no buttons under albums. */
export const hasAlbum = ({ texts }: Pick<Written, "texts">): boolean =>
  Object.values(texts).some(({ kind }) => kind === "album");

/** The languages that it is written in. */
export const writtenIn = ({ texts }: Pick<Written, "texts">): Language[] =>
  languages.filter((language) => texts[language] !== undefined);
