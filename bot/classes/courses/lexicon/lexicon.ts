import type { Area } from "../../areas.ts";

/** The words by which one language asks for a subject, as patterns of a `PhraseBook`; titles of courses need none. */
export type AreaWords = Readonly<Record<Area, string>>;
