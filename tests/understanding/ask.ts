import { plantDemoCity } from "../../prisma/seed/plant-store.ts";
import type { TestCity } from "../support/city.ts";
import { findFault } from "./check.ts";
import { readFirstScreen } from "./first-screen.ts";
import { type DemoRecordShown, demoRecords, type Moment } from "./records.ts";
import type { Saying } from "./saying.ts";

/** A sentence that was said, what it was answered with, and what is wrong with that; null when nothing is. */
export interface Answered {
  saying: Saying;
  screen: string;
  fault: string | null;
}

/** Moves the city to another moment, with a programme made for it. */
export async function moveCity({ services, clock }: TestCity, moment: Moment): Promise<void> {
  clock.advance({ seconds: (moment.now.getTime() - clock.now().getTime()) / 1_000 });
  await services.database.course.deleteMany({});
  await plantDemoCity(services.database, moment);
}

/** Says each sentence as a newcomer who reads its language, and looks at all that answers it. */
export async function askAll(city: TestCity, sayings: readonly Saying[], moment: Moment): Promise<Answered[]> {
  const records = demoRecords(moment);
  const answered: Answered[] = [];
  for (const saying of sayings) answered.push(await ask(city, saying, records, moment));
  return answered;
}

async function ask(
  { telegram }: TestCity,
  saying: Saying,
  records: readonly DemoRecordShown[],
  moment: Moment,
): Promise<Answered> {
  const after = saying.after ?? [];
  const person = telegram.person(`says ${[...after, saying.q].join(", ")} at ${moment.now.toISOString()}`, {
    languageCode: saying.lang,
  });
  for (const sentence of after) await person.says(sentence);
  const before = person.chat.length;
  await person.says(saying.q);
  const answer = person.chat.slice(before).filter(({ isFromBot }) => isFromBot);
  const screen = readFirstScreen(answer, records);
  return { saying, screen: screen.text, fault: findFault(saying, screen, records, moment) };
}

/** "ru 120 of 123 (98 %), tt …": how many hold, by language and in all. */
export function figuresOf(answered: readonly Answered[]): { text: string; share: (language?: string) => number } {
  const of = (language?: string) => answered.filter(({ saying }) => language === undefined || saying.lang === language);
  const good = (language?: string) => of(language).filter(({ fault }) => fault === null).length;
  const share = (language?: string) => good(language) / of(language).length;
  const line = (language?: string) =>
    `${language ?? "all"} ${good(language)} of ${of(language).length} (${(share(language) * 100).toFixed(1)} %)`;
  return { text: ["ru", "tt", "en", undefined].map(line).join(", "), share };
}
