import { randomUUID } from "node:crypto";
import { beforeEach } from "vitest";
import type { EventDraft, OccurrenceDraft } from "../../../bot/programme/event.ts";
import type { Person } from "../../../playground/people/person.ts";
import type { TestCity } from "../../support/city.ts";
import { announce, opensCard } from "../drive.ts";

export const day = 86_400_000;

const minutes = (count: number) => ({ seconds: count * 60 });

/** Concerts in a city, and people who want to be reminded of them. Each test begins at one in the afternoon of another day. */
export function concertsIn(city: TestCity) {
  // Nothing of the test before is left then, and quiet hours are far.
  beforeEach(async () => {
    const sinceNoon = (city.clock.now().getTime() + 14 * 3_600_000) % day;
    city.clock.advance({ seconds: (day - sinceNoon) / 1_000 });
    await city.deliver();
  });

  /** A stream or concert that begins so many minutes from now, and a hand to change it with. */
  async function concert(startsIn: number, draft: Partial<EventDraft> = {}) {
    const title = `Концерт ${randomUUID().slice(0, 8)}`;
    const recordId = randomUUID();
    const at = (fromNow: number) => new Date(city.clock.now().getTime() + fromNow * 60_000);
    const dated = (fromNow: number): OccurrenceDraft => ({ startsAt: at(fromNow), endsAt: at(fromNow + 60) });
    const event = { texts: { ru: { title } }, ...draft };
    const first = dated(startsIn);
    const {
      occurrenceIds: [id = 0],
    } = await announce(city, { ...event, occurrences: [first] }, recordId);
    const change = (occurrences: OccurrenceDraft[]) => announce(city, { ...event, occurrences }, recordId);
    return {
      id,
      title,
      movesTo: (fromNow: number) => change([dated(fromNow)]),
      movesBack: () => change([first]),
      becomes: (status: "cancelled" | "postponed") => change([{ ...first, status }]),
      isOnAgain: () => change([{ ...first, status: "scheduled" }]),
      isHeldAlsoIn: (fromNow: number) => change([{ ...first, status: "cancelled" }, dated(fromNow)]),
    };
  }

  const told = (person: Person) => person.chat.filter(({ from }) => from?.is_bot).length;

  /** What the bot sends by itself while the clock goes on. */
  async function hears(person: Person, wait: number): Promise<string[]> {
    const before = told(person);
    city.clock.advance(minutes(wait));
    await city.deliver();
    return person.chat
      .filter(({ from }) => from?.is_bot)
      .slice(before)
      .map(({ text }) => text);
  }

  let people = 0;
  async function resident(languageCode = "ru"): Promise<Person> {
    people += 1;
    const person = city.telegram.person(`Resident ${people}`, { languageCode });
    await person.says("/start");
    return person;
  }

  /** Somebody who is reminded of a concert in the usual way. */
  async function owner(id: number): Promise<Person> {
    const person = await resident();
    await opensCard(person, id);
    await person.taps("Напомнить");
    return person;
  }

  return { concert, owner, resident, hears };
}
