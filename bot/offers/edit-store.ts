import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { type Acted, type Actor, actAs } from "../staff/act-store.ts";
import { type Language, languages, type Texts } from "../words/language.ts";
import { indexOffer } from "./index-store.ts";
import type { OfferFields, OfferWords, RouteStop } from "./offer.ts";

const action = "programme.edit";

/** A standing offer as staff or the demo city hands it over. */
export interface NewOffer extends OfferFields {
  texts: Texts<OfferWords>;
  stops: RouteStop[];
}

/** Makes a standing offer, which residents see at once when `isPublished`, and returns its id. */
export const createOffer = (
  database: Database,
  actor: Actor,
  offer: NewOffer,
  { isPublished }: { isPublished: boolean },
): Promise<Acted<number>> =>
  actAs(database, actor, { action, target: { institutionId: offer.institutionId } }, async (tx, audit) => {
    const id = await insertOffer(tx, offer, { now: actor.now, isPublished });
    await audit({
      subject: `standing_offer:${id}`,
      verb: "create",
      after: { kind: offer.kind, title: titleOf(offer) },
    });
    return id;
  });

const titleOf = ({ texts }: Pick<NewOffer, "texts">): string => Object.values(texts)[0]?.title ?? "";

/** Writes the rows of a standing offer; for those who have looked at the right, or need none. */
export async function insertOffer(
  tx: Queries,
  { texts, stops, openingHours, ...columns }: NewOffer,
  { now, isPublished, origin }: { now: Date; isPublished: boolean; origin?: string },
): Promise<number> {
  const { id } = await tx.standingOffer.create({
    data: {
      ...columns,
      openingHours: jsonOf(openingHours),
      ...(origin !== undefined && { origin }),
      ...{ createdAt: now, updatedAt: now, publishedAt: isPublished ? now : null },
      texts: { create: rowsOf(texts) },
    },
  });
  await insertStops(tx, id, stops);
  await indexOffer(tx, id);
  return id;
}

async function insertStops(tx: Queries, offerId: number, stops: readonly RouteStop[]): Promise<void> {
  for (const [position, { texts, point }] of stops.entries())
    await tx.routeStop.create({ data: { offerId, position, ...point, texts: { create: rowsOf(texts) } } });
}

const rowsOf = (texts: Texts<OfferWords>): (OfferWords & { language: Language })[] =>
  languages.flatMap((language) => {
    const words = texts[language];
    return words === undefined ? [] : [{ language, title: words.title, body: words.body }];
  });

const jsonOf = (value: OfferFields["openingHours"]) =>
  value === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject);

/** A change of one standing offer, as the audit log tells of it. */
interface Change {
  verb: string;
  before?: Prisma.InputJsonValue | null;
  after?: Prisma.InputJsonValue | null;
}

/** Holds the row, so that two who change it come one after the other, and tells whose it is. */
async function hold(tx: Queries, id: number): Promise<{ institutionId: number | null } | null> {
  const [row] = await tx.$queryRaw<{ institutionId: number | null }[]>`
    SELECT "institutionId" FROM "StandingOffer" WHERE "id" = ${id} FOR UPDATE`;
  return row ?? null;
}

const change = (
  database: Database,
  actor: Actor,
  id: number,
  work: (tx: Queries) => Promise<Change>,
): Promise<Acted<void>> =>
  actAs(database, actor, { action, target: (tx) => hold(tx, id) }, async (tx, audit) => {
    const changed = await work(tx);
    await tx.standingOffer.update({ where: { id }, data: { updatedAt: actor.now } });
    await indexOffer(tx, id);
    await audit({ subject: `standing_offer:${id}`, ...changed });
  });

/** Sets fields of a standing offer. Whose it becomes must be somebody whose programme the actor may edit too. */
export async function setOfferFields(
  database: Database,
  actor: Actor,
  id: number,
  fields: Partial<OfferFields>,
): Promise<Acted<void>> {
  const { institutionId } = fields;
  if (institutionId !== undefined) {
    const allowed = await actAs(database, actor, { action, target: { institutionId } }, async () => undefined);
    if (allowed.kind === "forbidden") return allowed;
  }
  return change(database, actor, id, async (tx) => {
    const before = await tx.standingOffer.findUniqueOrThrow({ where: { id } });
    const { openingHours, ...columns } = fields;
    const data = { ...columns, ...(openingHours !== undefined && { openingHours: jsonOf(openingHours) }) };
    await tx.standingOffer.update({ where: { id }, data });
    const names = Object.keys(fields) as (keyof OfferFields)[];
    const old = Object.fromEntries(names.map((name) => [name, before[name]]));
    return { verb: "fields", before: plainOf(old), after: plainOf(fields) };
  });
}

/** As the audit log keeps it: hours as one text. */
const plainOf = (fields: Readonly<Record<string, unknown>>): Prisma.InputJsonObject =>
  JSON.parse(
    JSON.stringify(fields, (name, value: unknown) =>
      name === "openingHours" && value !== null ? JSON.stringify(value) : value,
    ),
  ) as Prisma.InputJsonObject;

/** Writes what a standing offer is called and what it says in a language. */
export const setOfferWords = (
  database: Database,
  actor: Actor,
  id: number,
  { language, words }: { language: Language; words: OfferWords },
): Promise<Acted<void>> =>
  change(database, actor, id, async (tx) => {
    const key = { offerId_language: { offerId: id, language } };
    const before = await tx.standingOfferText.findUnique({ where: key });
    await tx.standingOfferText.upsert({
      where: key,
      create: { offerId: id, language, ...words },
      update: words,
    });
    const old = before && { [language]: { title: before.title, body: before.body } };
    return { verb: "texts", before: old, after: { [language]: { ...words } } };
  });

/** Sets the stops of a route, all of them anew. */
export const setStops = (
  database: Database,
  actor: Actor,
  id: number,
  stops: readonly RouteStop[],
): Promise<Acted<void>> =>
  change(database, actor, id, async (tx) => {
    const { count } = await tx.routeStop.deleteMany({ where: { offerId: id } });
    await insertStops(tx, id, stops);
    return { verb: "stops", before: { stops: count }, after: { stops: stops.length } };
  });

/** Shows a standing offer to residents, or takes it from them. */
export const showOffer = (database: Database, actor: Actor, id: number, isShown: boolean): Promise<Acted<void>> =>
  change(database, actor, id, async (tx) => {
    const { publishedAt } = await tx.standingOffer.findUniqueOrThrow({ where: { id } });
    const data = isShown ? { publishedAt: publishedAt ?? actor.now, withdrawnAt: null } : { withdrawnAt: actor.now };
    await tx.standingOffer.update({ where: { id }, data });
    return { verb: isShown ? "publish" : "withdraw" };
  });
