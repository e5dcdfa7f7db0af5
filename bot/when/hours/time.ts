/**
 * How sure it is that an hour was meant: `sure` by its sign or a word, `point` by a point alone ("18.30" may be an
 * amount), `led` by a preposition ("в 19"), `bare` by nothing.
 */
export type Certainty = "sure" | "point" | "led" | "bare";

/** Minutes. */
export const day = 24 * 60;
export const noon = 12 * 60;

/** Minutes after midnight, and where reading goes on. `isAblative`: its last word has the Tatar case that means "from". */
export interface Time {
  minutes: number;
  certainty: Certainty;
  isEvening: boolean;
  isAblative: boolean;
  next: number;
}

/** The figures or the words of an hour, before it is known which half of the day is meant. */
export type Bare = Omit<Time, "isEvening">;
