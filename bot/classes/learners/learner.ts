/** Whom the journal knows. */
export interface Learner {
  name: string;
  /** Null: without a phone. */
  phone: string | null;
}

/** The document that learners agree to. A change of its text raises the version, and everybody is asked anew. */
export const consentDocument = { document: "classes", version: 3 } as const;

/** The day of that version, by the calendar. */
export const consentDocumentDay = new Date("2026-11-30T12:00:00Z");

/** What was entered before a dialogue was left. */
export interface EnrolmentDraft {
  groupId: number;
  name?: string;
  phone?: string | null;
}

const longestName = 100;

/** A name for the journal, without what does not belong in one; undefined where no letter is left. */
export function readName(text: string): string | undefined {
  const name = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}'’.\- ]/gu, " ")
    .replace(/ +/g, " ")
    .trim();
  if (!/\p{L}.*\p{L}/u.test(name) || name.length > longestName) return undefined;
  // In small letters alone it was typed in haste; whoever writes "van der Berg" uses both.
  return name === name.toLowerCase()
    ? name.replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}

/** Whether a name has what a certificate needs, a first and a last one. */
export const isFullName = (name: string): boolean => /\p{L}[^ ]* +[^ ]*\p{L}/u.test(name);

/** Digits with a plus, as Telegram hands them over with or without one. */
export const readPhone = (phone: string): string => `+${phone.replace(/\D/g, "")}`;
