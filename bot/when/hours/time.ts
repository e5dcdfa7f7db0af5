/**
 * How sure it is that an hour was meant: `sure` by its sign or a word, `point` by a point alone ("18.30" may be an
 * amount), `led` by a preposition ("в 19"), `bare` by nothing.
 */
export type Certainty = "sure" | "point" | "led" | "bare";

/** Minutes. */
export const day = 24 * 60;
export const noon = 12 * 60;

/**
 * Minutes after midnight, and where reading goes on. `isHalfSaid`: of which half of the day, as "07:00" and «7 утра» do and «в 7»
 * does not. `isAblative`: its last word has the Tatar case that means "from".
 */
export interface Time {
  minutes: number;
  certainty: Certainty;
  isHalfSaid: boolean;
  isEvening: boolean;
  isAblative: boolean;
  next: number;
}

/** The figures or the words of an hour, before it is known which half of the day is meant. */
export type Bare = Omit<Time, "isEvening">;
