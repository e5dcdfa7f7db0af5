/** What a learner can choose to be reminded of before each lesson, by name; in minutes. The way in comes in any case. */
export const leadChoices = {
  usual: [1440, 60],
  day: [1440],
  hours: [180],
  hour: [60],
  none: [],
} as const satisfies Record<string, readonly number[]>;

export type LeadChoice = keyof typeof leadChoices;
export const leadChoiceNames = ["usual", "day", "hours", "hour", "none"] as const satisfies readonly LeadChoice[];

/** Which choice these lead times are. */
export const choiceOf = (leads: readonly number[]): LeadChoice =>
  leadChoiceNames.find((name) => leadChoices[name].join() === leads.join()) ?? "usual";
