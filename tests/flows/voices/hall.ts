import type { Language } from "../../../bot/words/language.ts";
import type { MaxPerson } from "../../../playground/max/people/max-person.ts";
import type { Person } from "../../../playground/people/person.ts";
import type { BothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { announce } from "../drive.ts";

/** What all tells of comments need: an event that is over, people at either door, and how they write and moderate. */

export const hour = 3_600_000;
export const titles = { ru: "Орган ночью", tt: "Төнге орган", en: "Organ at night" };

export type Guest = Person | MaxPerson;

export const opens = (person: Guest, date: number) => person.says(`/start o_${date.toString(36)}`);
export const labelsOf = (person: Guest): string[] => person.latest?.keyboard.flat().map(({ text }) => text) ?? [];

/** A concert that ended an hour ago; resolves to its date. */
export async function concert(city: BothDoors, institution?: string): Promise<number> {
  const now = city.clock.now().getTime();
  const occurrences = [{ startsAt: new Date(now - 3 * hour), endsAt: new Date(now - hour) }];
  const texts = { ru: { title: titles.ru }, tt: { title: titles.tt }, en: { title: titles.en } };
  const { eventId, occurrenceIds } = await announce(city, { texts, occurrences });
  if (institution !== undefined)
    await city.services.database.event.update({
      where: { id: eventId },
      data: { institution: { create: { texts: { create: { language: "ru", name: institution } } } } },
    });
  return occurrenceIds[0] ?? 0;
}

export async function guest(
  city: BothDoors,
  door: "telegram" | "max",
  name: string,
  language: Language,
): Promise<Guest> {
  const person = city[door].person(name, { languageCode: language });
  await person.says("/start");
  return person;
}

/** Opens the card, gives stars and writes, signed as `name`. */
export async function writes(
  person: Guest,
  language: Language,
  { date, text, name }: { date: number; text: string; name?: string },
): Promise<void> {
  const t = words.for(language);
  await opens(person, date);
  await person.taps(t("comment.button.rate"));
  await person.taps(t("feedback.stars", { count: 2 }));
  await person.taps(t("comment.button.write"));
  await person.says(text);
  await (name === undefined ? person.taps(t("comment.resident")) : person.says(name));
  person.sees(text);
  await person.taps(t("comment.button.send"));
}

/** Opens what waits longest, of that text. */
export async function opensInQueue(moderator: Person, language: Language, author: string): Promise<void> {
  const t = words.for(language);
  await moderator.says("/staff");
  await moderator.taps(t("comment.title"));
  const label = labelsOf(moderator).find((each) => each.startsWith(`${author}:`));
  if (label === undefined) throw new Error(`nothing by ${author} waits:\n${moderator.screen}`);
  await moderator.taps(label);
}
