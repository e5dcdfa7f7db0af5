import { z } from "zod";
import type { Prisma } from "../../../prisma/client/client.ts";
import { type Language, languages } from "../../words/language.ts";
import { accessibilities, audiences, type LinkKind, sections } from "../event.ts";
import type { SourcedParts } from "./compose.ts";
import { type Borrowed, compositionParts, type Parts, type PartValue, pricePart } from "./parts.ts";
import { rankOf } from "./rank.ts";

type Transaction = Prisma.TransactionClient;

/** An event as it is stored, with what of it is borrowed. */
export interface StoredParts extends SourcedParts {
  eventId: number;
  borrowed: Borrowed;
}

const columns = ["title", "summary", "body", "who"] as const;
const linkKinds: readonly LinkKind[] = ["stream", "ticket", "recording", "site"];

/** Loads what events say, part by part. */
export async function findParts(tx: Transaction, eventIds: readonly number[]): Promise<StoredParts[]> {
  const events = await tx.event.findMany({
    where: { id: { in: [...eventIds] } },
    include: { texts: true, links: { orderBy: { id: "asc" } }, origin: true, composition: true },
  });
  return events.map(({ id, texts, links, origin, composition, editedFields, ...event }) => {
    const { isFree, isFreeOnline, priceMin, priceMax, currency } = event;
    const parts: Record<string, PartValue> = {
      section: event.section,
      price: { isFree, isFreeOnline, priceMin, priceMax, currency },
      ageMin: event.ageMin,
      heldIn: event.heldIn,
      audiences: event.audiences.toSorted(),
      accessibility: event.accessibility.toSorted(),
      posterUrl: event.posterUrl,
      institution: event.institutionId,
    };
    for (const language of languages) {
      const text = texts.find((one) => one.language === language);
      for (const column of columns) parts[`texts.${language}.${column}`] = text?.[column] ?? null;
    }
    for (const kind of linkKinds)
      parts[`links.${kind}`] = links.filter((link) => link.kind === kind).map(({ url }) => url);
    const borrowed = compositionParts.parse(composition?.parts ?? {});
    return { eventId: id, rank: rankOf(origin), parts, edited: editedFields, borrowed };
  });
}

const text = z.string().nullable();
const urls = z.array(z.string());

/** Writes the parts that change; the rest of the event stays as it is. */
export async function writeParts(tx: Transaction, eventId: number, changed: Parts, now: Date): Promise<void> {
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    changed[name] === undefined ? undefined : schema.parse(changed[name]);
  const section = read("section", z.enum(sections));
  const ageMin = read("ageMin", z.number().nullable());
  const heldIn = read("heldIn", text);
  const audience = read("audiences", z.array(z.enum(audiences)));
  const accessibility = read("accessibility", z.array(z.enum(accessibilities)));
  const posterUrl = read("posterUrl", text);
  const institutionId = read("institution", z.number().nullable());
  await tx.event.update({
    where: { id: eventId },
    data: {
      updatedAt: now,
      ...read("price", pricePart),
      ...(section !== undefined && { section }),
      ...(ageMin !== undefined && { ageMin }),
      ...(heldIn !== undefined && { heldIn }),
      ...(audience !== undefined && { audiences: audience }),
      ...(accessibility !== undefined && { accessibility }),
      ...(posterUrl !== undefined && { posterUrl }),
      ...(institutionId !== undefined && { institutionId }),
    },
    select: { id: true },
  });
  for (const language of languages) await writeText(tx, eventId, language, changed);
  for (const kind of linkKinds) {
    const said = read(`links.${kind}`, urls);
    if (said === undefined) continue;
    await tx.link.deleteMany({ where: { eventId, kind, url: { notIn: said } } });
    await tx.link.createMany({ data: said.map((url) => ({ eventId, kind, url, addedAt: now })), skipDuplicates: true });
  }
}

async function writeText(tx: Transaction, eventId: number, language: Language, changed: Parts): Promise<void> {
  const said = columns.flatMap((column) => {
    const value = changed[`texts.${language}.${column}`];
    return value === undefined ? [] : [[column, text.parse(value)] as const];
  });
  if (said.length === 0) return;
  const { title, ...words } = Object.fromEntries(said);
  const where = { eventId_language: { eventId, language } };
  if (title === null) await tx.eventText.deleteMany({ where: { eventId, language } });
  else if (title === undefined) await tx.eventText.updateMany({ where: { eventId, language }, data: words });
  else {
    const values = { ...words, title };
    await tx.eventText.upsert({ where, create: { eventId, language, ...values }, update: values });
  }
}
