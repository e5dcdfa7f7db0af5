import { ProgressBoard } from "../../../../bot/announcements/progress/progress-message.ts";
import { createClientOptions } from "../../../../bot/doors/telegram/client/client.ts";
import { telegramDisplay } from "../../../../bot/doors/telegram/sending/live-message.ts";
import type { Language } from "../../../../bot/words/language.ts";
import { formatNumber } from "../../../../bot/words/numbers.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { type TestCity, words } from "../../../support/city.ts";

let count = 0;

/** People who have said hello, so many of each language. */
export async function residents(city: TestCity, languages: readonly Language[]): Promise<Person[]> {
  const people: Person[] = [];
  for (const languageCode of languages) {
    count += 1;
    const person = city.telegram.person(`Житель ${count}`, { languageCode });
    await person.says("/start");
    people.push(person);
  }
  return people;
}

/** Only these are in the city. */
export const empties = (city: TestCity) =>
  city.services.database.$executeRaw`TRUNCATE "Person", "Delivery", "Announcement", "AuditEntry", "Dialogue" CASCADE`;

/** What shows the progress; each call is another instance of the program. */
export function boardOf({ services, telegram }: TestCity): ProgressBoard {
  const client = createClientOptions(telegram.apiRoot, undefined, { waitsOut429: false });
  return new ProgressBoard(services, { telegram: telegramDisplay(telegram.token, client) });
}

/** Begins a new announcement from /staff. */
export async function begins(author: Person, language: Language): Promise<void> {
  const t = words.for(language);
  await author.says("/staff");
  await author.taps(t("announce.title"));
  await author.taps(t("announce.button.new"));
}

/** From the preview to the question for the number: everybody, at once. */
export async function goesOnToNumber(author: Person, language: Language, people: number): Promise<void> {
  const t = words.for(language);
  await author.taps(t("announce.preview.good"));
  await author.taps(t("announce.go_on"));
  await author.taps(t("announce.go_on"));
  await author.taps(t("announce.confirm.send_to", { count: people }));
}

/** Writes one text in one language and sends it to everybody. */
export async function sendsToAll(author: Person, language: Language, text: string, people: number): Promise<void> {
  const t = words.for(language);
  await begins(author, language);
  await author.says(text);
  await author.taps(t("announce.content.skip"));
  await author.taps(t("announce.content.skip"));
  await author.taps(t("announce.buttons.without"));
  await goesOnToNumber(author, language, people);
  await author.says(formatNumber(people, language));
}

/** The latest announcement's row. */
export const latest = ({ services }: TestCity) =>
  services.database.announcement.findFirstOrThrow({ orderBy: { id: "desc" } });
