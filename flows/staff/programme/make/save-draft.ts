import type { Reader, Services } from "../../../../bot/context.ts";
import { noteMade } from "../../../../bot/ideas/answer-store.ts";
import { createEvent } from "../../../../bot/programme/editing/create-event-store.ts";
import { createInstitution } from "../../../../bot/programme/editing/institution-store.ts";
import { createPlace, findInstitutions } from "../../../../bot/programme/editing/name-store.ts";
import type { Actor } from "../../../../bot/staff/act-store.ts";
import type { Language } from "../../../../bot/words/language.ts";
import { type Draft, eventOf, type House, type Where } from "./draft.ts";

export type SavedDraft = { kind: "forbidden" } | { kind: "saved"; eventId: number };

/** Makes an event that nobody sees yet, and its place where that is new. */
export async function saveDraft(
  { database, city }: Pick<Services, "database" | "city">,
  reader: Reader,
  draft: Draft,
): Promise<SavedDraft> {
  const actor = { by: reader.person.id, now: reader.now };
  const where = draft.where ?? { kind: "online" };
  const placeId = await placeOf(database, actor, where, draft.language);
  const institutionId = await institutionOf(database, actor, draft.institution ?? null, draft.language);
  if (placeId === undefined || institutionId === undefined) return { kind: "forbidden" };
  const made = await createEvent(database, actor, eventOf(draft, placeId, institutionId), city.timeZone);
  if (made.kind === "forbidden") return made;
  const { eventId } = made.value;
  if (draft.ideaId !== undefined) await noteMade(database, actor, draft.ideaId, { kind: "event", id: eventId });
  return { kind: "saved", eventId };
}

/** The id of a place, which is made if it is new; null is online, undefined forbidden. */
export async function placeOf(
  database: Services["database"],
  actor: Actor,
  where: Where,
  language: Language,
): Promise<number | null | undefined> {
  if (where.kind === "online") return null;
  if (where.kind === "known") return where.placeId;
  const { name, address } = where;
  const texts = { [language]: { title: name, ...(address !== null && { address }) } };
  const made = await createPlace(database, actor, { texts });
  return made.kind === "done" ? made.value.placeId : undefined;
}

/**
 * The id of an institution, which is made if it is new; null is none, undefined forbidden. One of exactly that name is
 * taken for it: whoever writes again, after somebody else was faster, makes no second one.
 */
export async function institutionOf(
  database: Services["database"],
  actor: Actor,
  house: House | null,
  language: Language,
): Promise<number | null | undefined> {
  if (house === null || house.id !== null) return house?.id ?? null;
  const { name } = house;
  const [nearest] = await findInstitutions(database, name, language, 1);
  if (nearest?.name === name) return nearest.id;
  const made = await createInstitution(database, actor, { texts: { [language]: { name, address: null } } });
  return made.kind === "done" ? made.value.institutionId : undefined;
}
