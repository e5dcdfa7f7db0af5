import { fold } from "./fold.ts";

const words = `
  и в во на с со к ко у о об от до за из изо по под при про для без над не ни а но или же бы ли что как это мне я мы вы
  где когда куда какие какой какая есть будет хочу покажи найди найти посмотреть сходить пойти можно
  һәм белән өчен да дә та тә бу ул мин без сез ни нәрсә кайда кайчан нинди бар
  the a an of at on in to for and or with by from is are what where when which show find me i we see go
`;

const stopWords = new Set(fold(words).split(" "));

/** Whether a folded word says nothing about what is looked for. */
export const isStopWord = (word: string): boolean => stopWords.has(word);
