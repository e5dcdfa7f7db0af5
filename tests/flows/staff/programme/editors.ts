import type { Person } from "../../../../playground/people/person.ts";
import type { TestCity } from "../../../support/city.ts";
import { words } from "../../../support/city.ts";
import { announce } from "../../drive.ts";
import { colleague } from "../team.ts";

export const starts = [new Date("2026-11-25T16:00:00Z"), new Date("2026-12-02T16:00:00Z")];

type Speech = "ru" | "tt" | "en";

/** What tests of an event's editors need: an event, somebody who follows it, the way to it, and time that passes. */
export function editorsOf(city: TestCity) {
  const concert = (title: string, dates = starts.slice(0, 1)) =>
    announce(city, { texts: { ru: { title } }, occurrences: dates.map((startsAt) => ({ startsAt })) });

  /** Somebody who wants to be reminded of a date. */
  async function follower(language: Speech, occurrenceId: number | undefined): Promise<Person> {
    const person = await colleague(city, language);
    await person.says(`/start o_${(occurrenceId ?? 0).toString(36)}`);
    await person.taps(words.for(language)("remind.button"));
    return person;
  }

  /** Goes from /staff to an event, and counts the taps. */
  async function opens(person: Person, title: string, language: Speech): Promise<number> {
    await person.says("/staff");
    await person.taps(words.for(language)("programme.title"));
    await person.taps(title);
    return 2;
  }

  const dateOf = (id: number | undefined) =>
    city.services.database.occurrence.findUniqueOrThrow({ where: { id: id ?? 0 } });

  async function passes(seconds: number): Promise<void> {
    city.clock.advance({ seconds });
    await city.deliver();
  }
  return { concert, follower, opens, dateOf, passes };
}
