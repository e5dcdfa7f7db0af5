/** Characters, at most. */
export const longest = { question: 300, answer: 1_000 };

/** How a question stands; one that is held waits for a human, because a word of the city's list stands in it. */
export const questionStates = ["taken", "held", "waiting", "answered", "hidden", "merged"] as const;
export type QuestionState = (typeof questionStates)[number];

/** States in which everybody reads a question. */
export const shownStates = ["taken", "waiting", "answered"] as const satisfies readonly QuestionState[];
/** States in which a question takes voices. */
export const openStates = ["taken", "waiting"] as const satisfies readonly QuestionState[];

export const isShown = (state: QuestionState): boolean => shownStates.some((shown) => shown === state);
export const isOpen = (state: QuestionState): boolean => openStates.some((open) => open === state);

/** What a resident asks the guest of a live conversation. Nobody's name stands beside it. */
export interface GuestQuestion {
  id: number;
  eventId: number;
  text: string;
  state: QuestionState;
  /** What was answered in writing; null: nothing, or aloud alone. */
  answer: string | null;
  voices: number;
  /** Of the voices, those of people who had just come. */
  newVoices: number;
  /** The question that took over its voices. */
  mergedIntoId: number | null;
}

/** What somebody is to a question. */
export interface QuestionStand {
  isAuthor: boolean;
  supports: boolean;
}

/** What staff does with a question. */
export const questionSteps = ["take_up", "finish", "hide", "restore"] as const;
export type QuestionStep = (typeof questionSteps)[number];

/** From which states a step leads where. */
export const stepsOf: Readonly<Record<QuestionStep, { from: readonly QuestionState[]; to: QuestionState }>> = {
  take_up: { from: ["waiting"], to: "taken" },
  finish: { from: ["waiting", "taken"], to: "answered" },
  hide: { from: ["held", "waiting", "taken", "answered"], to: "hidden" },
  restore: { from: ["held", "hidden", "taken"], to: "waiting" },
};

/** Whether a question can be answered in writing: once, also after it was answered aloud. */
export const isAnswerable = ({ state, answer }: Pick<GuestQuestion, "state" | "answer">): boolean =>
  isShown(state) && answer === null;
