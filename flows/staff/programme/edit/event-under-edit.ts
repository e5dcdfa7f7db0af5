import type { Reader, Services } from "../../../../bot/context.ts";
import type { EditableEvent, EditableOccurrence } from "../../../../bot/programme/editing/changes/event-snapshot.ts";
import { findForEditing } from "../../../../bot/programme/editing/find-event-store.ts";
import { findHouses, findPlaceNames } from "../../../../bot/programme/editing/name-store.ts";
import { findStaff } from "../../../../bot/staff/act-store.ts";
import { may } from "../../../../bot/staff/permissions.ts";
import { type Language, preference } from "../../../../bot/words/language.ts";

/** An event as it goes through a dialogue's log: instants are ISO texts. */
type Plain<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;

/** An event as its editor sees it. */
export interface Seen {
  event: Plain<EditableEvent>;
  title: string;
  /** Names of its places by id. */
  places: Record<string, string>;
  state: "draft" | "scheduled" | "shown" | "withdrawn";
  /** Whose it is; null: nobody's in particular. */
  house: string | null;
}

/** The language of an event's words that its editor reads first. */
export const mainLanguage = ({ event }: Pick<Seen, "event">, language: Language): Language =>
  preference(language).find((candidate) => event.texts.some((text) => text.language === candidate)) ?? language;

/** Loads an event for whoever may edit it; null for everybody else, and where there is none. */
export async function loadSeen(
  { database }: Services,
  { person, t, now }: Reader,
  eventId: number,
): Promise<Seen | null> {
  const event = await findForEditing(database, eventId);
  const staff = await findStaff(database, person.id);
  if (event === null || !may(staff, "programme.edit", { institutionId: event.institutionId })) return null;
  const ids = event.occurrences.flatMap(({ placeId }) => placeId ?? []);
  const places = await findPlaceNames(database, ids, t.language);
  const houses = event.institutionId === null ? [] : await findHouses(database, [event.institutionId], t.language);
  return {
    event: JSON.parse(JSON.stringify(event)) as Plain<EditableEvent>,
    title: titleIn(event, t.language),
    places: Object.fromEntries(places.map(({ id, name }) => [id, name])),
    state: stateOf(event, now),
    house: houses[0]?.name ?? null,
  };
}

const titleIn = ({ texts }: EditableEvent, language: Reader["t"]["language"]): string =>
  preference(language).flatMap((candidate) => texts.find((text) => text.language === candidate)?.title ?? [])[0] ?? "";

function stateOf({ withdrawnAt, publishedAt }: EditableEvent, now: Date): Seen["state"] {
  if (withdrawnAt !== null) return "withdrawn";
  if (publishedAt === null) return "draft";
  return publishedAt > now ? "scheduled" : "shown";
}

type SeenDate = Plain<EditableOccurrence>;

/** Dates that have not ended, postponed ones included. */
export const comingDates = ({ event }: Seen, now: Date): SeenDate[] =>
  event.occurrences.filter(({ endsAt, status }) => new Date(endsAt) > now || status === "postponed");

export const isOff = ({ status }: SeenDate): boolean => status === "cancelled" || status === "postponed";

/** What can be called off: a postponed date too, which people still wait for. */
export const cancellableDates = (seen: Seen, now: Date): SeenDate[] =>
  comingDates(seen, now).filter(({ status }) => status !== "cancelled");

/** The times of a date, for words. */
export const timesOf = ({ startsAt, endsAt, hasStartTime, hasEndTime }: SeenDate) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  hasStartTime,
  hasEndTime,
});
