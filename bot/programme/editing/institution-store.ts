import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { indexOffer } from "../../offers/index-store.ts";
import { hoursOf, type OpeningHours } from "../../opening/opening-hours.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Language, Texts } from "../../words/language.ts";
import { textsOf } from "../place-store.ts";
import { indexEvents } from "../search/index/index-store.ts";

/** What an institution is called in a language, and its address there. */
export interface InstitutionWords {
  name: string;
  address: string | null;
}

/** A point on the map: degrees, WGS 84. */
export interface Position {
  latitude: number;
  longitude: number;
}

export interface Institution {
  id: number;
  texts: Texts<InstitutionWords>;
  position: Position | null;
  /** What it is, in a few sentences. */
  about: Texts<string>;
  hours: OpeningHours | null;
  /** How many events are its own. */
  events: number;
}

type Tables = Pick<Database | Prisma.TransactionClient, "institution">;

/** Reads an institution for those who edit it. */
export async function findInstitution(tables: Tables, institutionId: number): Promise<Institution | null> {
  const found = await tables.institution.findUnique({
    where: { id: institutionId },
    include: { texts: true, place: { include: { texts: true } }, _count: { select: { events: true } } },
  });
  if (found === null) return null;
  const addressIn = (language: Language) => found.place?.texts.find((text) => text.language === language)?.address;
  const { latitude = null, longitude = null } = found.place ?? {};
  return {
    id: found.id,
    texts: Object.fromEntries(
      found.texts.map(({ language, name }) => [language, { name, address: addressIn(language) ?? null }]),
    ),
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    about: Object.fromEntries(found.texts.flatMap(({ language, about }) => (about ? [[language, about]] : []))),
    hours: hoursOf(found.openingHours),
    events: found._count.events,
  };
}

/** Makes an institution, and its home where an address or a point is known. */
export function createInstitution(
  database: Database,
  actor: Actor,
  { texts, position = null }: { texts: Texts<InstitutionWords>; position?: Position | null },
): Promise<Acted<{ institutionId: number }>> {
  return actAs(database, actor, { action: "institutions.manage" }, async (tx, audit) => {
    const names = textsOf(texts).map(([language, { name }]) => ({ language, name, isEdited: true }));
    const { id } = await tx.institution.create({ data: { texts: { create: names } } });
    await settle(tx, id, { texts, position });
    await audit({ subject: `institution:${id}`, verb: "create", after: { ...jsonOf(texts), ...position } });
    return { institutionId: id };
  });
}

/** Writes what an institution is called in a language; imports leave that name alone from then on. */
export function setInstitutionWords(
  database: Database,
  actor: Actor,
  institutionId: number,
  { language, words }: { language: Language; words: InstitutionWords },
): Promise<Acted<void>> {
  const target = (tx: Prisma.TransactionClient) => holdInstitution(tx, institutionId);
  return actAs(database, actor, { action: "institutions.edit", target }, async (tx, audit) => {
    const before = await findInstitution(tx, institutionId);
    const { name } = words;
    await tx.institutionText.upsert({
      where: { institutionId_language: { institutionId, language } },
      create: { institutionId, language, name, isEdited: true },
      update: { name, isEdited: true },
    });
    await settle(tx, institutionId, { texts: { [language]: words }, position: null });
    await audit({
      subject: `institution:${institutionId}`,
      verb: "texts",
      before: jsonOf(before?.texts ?? {}),
      after: jsonOf({ ...before?.texts, [language]: words }),
    });
  });
}

/** Says where on the map an institution is. */
export function placeInstitution(
  database: Database,
  actor: Actor,
  institutionId: number,
  position: Position,
): Promise<Acted<void>> {
  const target = (tx: Prisma.TransactionClient) => holdInstitution(tx, institutionId);
  return actAs(database, actor, { action: "institutions.manage", target }, async (tx, audit) => {
    const before = await findInstitution(tx, institutionId);
    await settle(tx, institutionId, { texts: {}, position });
    await audit({
      subject: `institution:${institutionId}`,
      verb: "place",
      before: before?.position ? { ...before.position } : null,
      after: { ...position },
    });
  });
}

/** An institution as the audit log keeps it. */
const jsonOf = (texts: Texts<InstitutionWords>) =>
  Object.fromEntries(textsOf(texts).map(([language, words]) => [language, { ...words }]));

/** Two who edit the same one wait for each other, or both would make it a home. */
export async function holdInstitution(
  tx: Prisma.TransactionClient,
  id: number,
): Promise<{ institutionId: number } | null> {
  const [row] = await tx.$queryRaw<{ institutionId: number }[]>`
    SELECT "id" AS "institutionId" FROM "Institution" WHERE "id" = ${id} FOR UPDATE`;
  return row ?? null;
}

/** Brings an institution's home, where it has one or is given one, in line with its names, and search with both. */
async function settle(
  tx: Prisma.TransactionClient,
  id: number,
  { texts, position }: { texts: Texts<InstitutionWords>; position: Position | null },
): Promise<void> {
  const { placeId, texts: names } = await tx.institution.findUniqueOrThrow({ where: { id }, include: { texts: true } });
  const isGiven = position !== null || Object.values(texts).some(({ address }) => address !== null);
  if (placeId !== null || isGiven) {
    const home = placeId ?? (await tx.place.create({ data: { institution: { connect: { id } } } })).id;
    if (position !== null) await tx.place.update({ where: { id: home }, data: position });
    for (const { language, name: title } of names) {
      const said = texts[language];
      await tx.placeText.upsert({
        where: { placeId_language: { placeId: home, language } },
        create: { placeId: home, language, title, address: said?.address ?? null },
        update: { title, ...(said && { address: said.address }) },
      });
    }
  }
  const events = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Event" WHERE "institutionId" = ${id}
    UNION SELECT o."eventId" FROM "Occurrence" o JOIN "Institution" i ON i."placeId" = o."placeId" WHERE i."id" = ${id}`;
  await indexEvents(
    tx,
    events.map((event) => event.id),
  );
  const offers = await tx.standingOffer.findMany({ where: { institutionId: id }, select: { id: true } });
  for (const offer of offers) await indexOffer(tx, offer.id);
}
