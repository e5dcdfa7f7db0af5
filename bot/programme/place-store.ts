import type { Prisma } from "../../prisma/client/client.ts";
import type { Language } from "../words/language.ts";
import type { InstitutionDraft, PlaceDraft } from "./event.ts";

/**
 * Saves places by their origin and returns their ids. What a source leaves out this time is kept: a bare number never
 * erases a name that came before. Nothing is written where nothing changed, so that imports do not wait for each other.
 */
export async function savePlaces(
  tx: Prisma.TransactionClient,
  drafts: readonly PlaceDraft[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  // In a fixed order, or two imports that share two places could wait for each other for ever.
  const byOrigin = new Map(drafts.map((draft) => [draft.origin, draft]));
  for (const origin of [...byOrigin.keys()].sort()) {
    const draft = byOrigin.get(origin);
    if (draft) ids.set(origin, await savePlace(tx, draft));
  }
  return ids;
}

async function savePlace(tx: Prisma.TransactionClient, draft: PlaceDraft): Promise<number> {
  const { origin, knownId, latitude, longitude } = draft;
  const position = latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
  const texts = textsOf(draft.texts).map(([language, { title, address }]) => ({
    language,
    title,
    address: address ?? null,
  }));

  if (knownId !== undefined) {
    // Where it is may be told for the first time.
    if (latitude !== undefined && longitude !== undefined)
      await tx.place.updateMany({ where: { id: knownId, latitude: null, isPinned: false }, data: position });
    return knownId;
  }
  const known = await tx.place.findUnique({ where: { origin }, include: { texts: true, mergedInto: true } });
  // The place was merged into another, whose words are those of whoever merged them.
  if (known?.mergedInto) return known.mergedInto.intoId;
  if (!known) {
    const created = await tx.place.create({ data: { origin, ...position, texts: { createMany: { data: texts } } } });
    return created.id;
  }
  if (
    !known.isPinned &&
    position.latitude !== undefined &&
    (known.latitude !== latitude || known.longitude !== longitude)
  ) {
    await tx.place.update({ where: { id: known.id }, data: position });
  }
  for (const { language, title, address } of texts) {
    const old = known.texts.find((text) => text.language === language);
    const values = { title, address: address ?? old?.address ?? null };
    if (old?.isEdited) continue;
    if (old?.title === values.title && old.address === values.address) continue;
    await tx.placeText.upsert({
      where: { placeId_language: { placeId: known.id, language } },
      create: { placeId: known.id, language, ...values },
      update: values,
    });
  }
  return known.id;
}

/** Saves an institution by its origin and returns its id, under the same rules as places; names that staff wrote stay. */
export async function saveInstitution(tx: Prisma.TransactionClient, draft: InstitutionDraft): Promise<number> {
  const { origin } = draft;
  const names = textsOf(draft.names).map(([language, name]) => ({ language, name }));
  const known = await tx.institution.findUnique({ where: { origin }, include: { texts: true } });
  if (!known) {
    const created = await tx.institution.create({ data: { origin, texts: { createMany: { data: names } } } });
    return created.id;
  }
  for (const { language, name } of names) {
    const old = known.texts.find((text) => text.language === language);
    if (old?.isEdited || old?.name === name) continue;
    await tx.institutionText.upsert({
      where: { institutionId_language: { institutionId: known.id, language } },
      create: { institutionId: known.id, language, name },
      update: { name },
    });
  }
  return known.id;
}

/** The languages that are there. */
export function textsOf<T>(texts: Partial<Record<Language, T>>): [Language, T][] {
  const languages = Object.keys(texts) as Language[];
  return languages.flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [[language, text] satisfies [Language, T]];
  });
}
