import type { Database } from "../../../database/database.ts";
import { type Actor, findStaff } from "../../../staff/act-store.ts";
import { may } from "../../../staff/permissions.ts";
import type { Edition, Revised } from "../../../staff/revision.ts";
import type { Language } from "../../../words/language.ts";
import type { Accessibility, AgeRating, AttendanceMode, Audience, EventWords, LinkKind, Section } from "../../event.ts";
import { tellOfRecordings } from "../../recordings/tell-store.ts";
import { reviseEvent } from "./revise-event-store.ts";

/** Fields to change; what is left out stays, null empties. A price is changed as a whole. */
export interface FieldChanges {
  institutionId?: number | null;
  section?: Section;
  attendanceMode?: AttendanceMode;
  price?: {
    isFree: boolean;
    isFreeOnline?: boolean;
    priceMin?: number | null;
    priceMax?: number | null;
    currency?: string;
  };
  ageMin?: AgeRating | null;
  heldIn?: string | null;
  audiences?: Audience[];
  accessibility?: Accessibility[];
  isConversation?: boolean;
  /** Address of a picture on the web, which cards show as their preview. */
  posterUrl?: string | null;
}

/** Puts an event's words in a language; null takes the language away, unless it is the last one. */
export function setTexts(
  database: Database,
  actor: Actor,
  edition: Edition,
  { language, words }: { language: Language; words: EventWords | null },
): Promise<Revised<{ kind: "last language" }>> {
  return reviseEvent<{ kind: "last language" }>(database, actor, edition, "texts", async ({ tx, event }) => {
    const { id: eventId } = edition;
    if (words === null) {
      if (event.texts.every((text) => text.language === language)) return { kind: "last language" };
      await tx.eventText.deleteMany({ where: { eventId, language } });
      return undefined;
    }
    const { title, summary = null, body = null, who = null, posterAlt = null } = words;
    const values = { title, summary, body, who, posterAlt };
    const key = { eventId_language: { eventId, language } };
    await tx.eventText.upsert({ where: key, create: { eventId, language, ...values }, update: values });
    return undefined;
  });
}

/** Changes fields of an event. Giving it to another institution needs the right to that one's events too. */
export function setFields(
  database: Database,
  actor: Actor,
  edition: Edition,
  { price, ...fields }: FieldChanges,
): Promise<Revised<{ kind: "forbidden" }>> {
  return reviseEvent<{ kind: "forbidden" }>(database, actor, edition, "fields", async ({ tx }) => {
    const { institutionId } = fields;
    const isGiven = institutionId !== undefined;
    if (isGiven && !may(await findStaff(tx, actor.by), "programme.edit", { institutionId }))
      return { kind: "forbidden" };
    const { isFree, isFreeOnline = false, priceMin = null, priceMax = null, currency = "RUB" } = price ?? {};
    const amounts = isFree === undefined ? {} : { isFree, isFreeOnline, priceMin, priceMax, currency };
    await tx.event.update({ where: { id: edition.id }, data: { ...fields, ...amounts } });
    return undefined;
  });
}

/**
 * Replaces an event's links. A recording that was not there before is told to those who wait for it, had a reminder or rated.
 */
export function setLinks(
  database: Database,
  actor: Actor,
  edition: Edition,
  links: readonly { kind: LinkKind; url: string }[],
): Promise<Revised> {
  return reviseEvent(database, actor, edition, "links", async ({ tx, event }) => {
    const { id: eventId } = edition;
    await tx.link.deleteMany({ where: { eventId, ...(links.length > 0 && { NOT: { OR: [...links] } }) } });
    await tx.link.createMany({
      data: links.map((link) => ({ ...link, eventId, addedAt: actor.now })),
      skipDuplicates: true,
    });
    const isNew = ({ kind, url }: { kind: LinkKind; url: string }): boolean =>
      kind === "recording" && !event.links.some((link) => link.kind === kind && link.url === url);
    await tellOfRecordings(
      tx,
      eventId,
      links.filter(isNew).map(({ url }) => url),
      actor.now,
    );
    return undefined;
  });
}
