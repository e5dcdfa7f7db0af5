/** Whether a folded word counts the years of a life: «лет», «яшь», "years"; undefined is none. */
export const isUnitOfAge = (word: string | undefined): boolean =>
  /^(?:лет|года|годик(?:а|ов)?|год|яшь|яшьлек|яшьтаге|яшьта|яшьтан|яшька|years?|yo|yrs?)$/u.test(word ?? "");
