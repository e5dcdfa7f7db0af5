/** Whom the journal knows. */
export interface Learner {
  name: string;
  /** Null: without a phone. */
  phone: string | null;
}

/** The document that learners agree to. A change of its text raises the version, and everybody is asked anew. */
export const consentDocument = { document: "classes", version: 2 } as const;

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
  return /\p{L}.*\p{L}/u.test(name) && name.length <= longestName ? name : undefined;
}

/** Digits with a plus, as Telegram hands them over with or without one. */
export const readPhone = (phone: string): string => `+${phone.replace(/\D/g, "")}`;
