import type { MaxPerson } from "../../playground/max/people/max-person.ts";
import type { Person } from "../../playground/people/person.ts";
import type { BothDoors } from "../support/both-doors.ts";
import { words } from "../support/city.ts";

const t = words.for("ru");

/** The payload of the link that somebody sees. */
export function startPayload(screen: string): string {
  const payload = /\?start=([\w-]+)/.exec(screen)?.[1];
  if (payload === undefined) throw new Error(`there is no link in:\n${screen}`);
  return payload;
}

/** The number that whoever followed a link sees. */
export function numberOn(screen: string): string {
  const number = /\d\d/.exec(screen)?.[0];
  if (number === undefined) throw new Error(`there is no number in:\n${screen}`);
  return number;
}

/** Somebody of Telegram's makes a link to MAX; resolves to its payload. */
export async function makesLink(person: Person): Promise<string> {
  await person.says("/settings");
  await person.taps(t("link.button"));
  await person.taps(t("link.make", { door: "MAX" }));
  return startPayload(person.screen);
}

/** Somebody of MAX follows a link. At one moment MAX would tell of one beginning alone: a second has passed. */
export async function follows(city: BothDoors, there: MaxPerson, payload: string): Promise<void> {
  city.clock.advance({ seconds: 1 });
  await there.starts(payload);
}

/** Somebody of MAX follows a link and says that it is them. */
export async function isMe(city: BothDoors, there: MaxPerson, payload: string): Promise<string> {
  await follows(city, there, payload);
  await there.taps(t("link.ask.is_me"));
  return numberOn(there.screen);
}

/** Both become one person; the settings of the first stay. */
export async function link(city: BothDoors, person: Person, there: MaxPerson): Promise<void> {
  const number = await isMe(city, there, await makesLink(person));
  await city.deliver();
  await person.taps(number);
  person.sees(t("link.done", { one: "Telegram", other: "MAX" }));
  await city.deliver();
}

let count = 0;

/** Somebody who has said hello at Telegram, and at MAX under another name. */
export async function somebody(city: BothDoors, name = "Алсу"): Promise<{ here: Person; there: MaxPerson }> {
  count += 1;
  const here = city.telegram.person(`${name} ${count}`, { languageCode: "ru" });
  const there = city.max.person(`${name} ${count} там`, { languageCode: "ru" });
  await here.says("/start");
  await there.starts();
  return { here, there };
}

/** What the bot calls somebody of MAX, whom it knows. */
export async function maxIdOf({ services: { database } }: BothDoors, { user }: MaxPerson): Promise<number> {
  const account = { door: "max", externalId: String(user.id) } as const;
  return Number((await database.address.findUniqueOrThrow({ where: { door_externalId: account } })).personId);
}
