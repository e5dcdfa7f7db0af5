import type { Reader } from "../../bot/context.ts";

/** Whose reminders are looked at: in a group nobody's. */
export const chooserOf = ({ isPrivate, isKnown, person }: Reader): number | null =>
  isPrivate && isKnown ? person.id : null;
