import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import { followMerging } from "./duplicates/compose-store.ts";
import type { EventDraft } from "./event.ts";
import { foreseeChanges, pictureOf } from "./foresee-store.ts";
import { type EventOrigin, findKnownRecord } from "./known-record-store.ts";
import { beginNote } from "./loads/note-store.ts";
import { type OccurrenceChange, type SaveOptions, saveOccurrences } from "./occurrence-store.ts";
import { saveInstitution, textsOf } from "./place-store.ts";
import { tellOfRecordings } from "./recordings/tell-store.ts";
import { indexEvents } from "./search/index/index-store.ts";

export type { EventOrigin };

export type SavedEvent =
  | { kind: "unchanged"; eventId: number }
  | {
      kind: "created" | "updated";
      eventId: number;
      changes: OccurrenceChange[];
      /** The title of the event that has the record's number. */
      replaced?: string;
    };

/** What came of a record that somebody sent. */
export type SavedRecord =
  | SavedEvent
  /** Saving would do something else by now than was agreed to. */
  | { kind: "differs" }
  /** The event is of another institution than whoever loads may write to. */
  | { kind: "foreign" };

export interface RecordOptions extends SaveOptions {
  /** What the record may do to the dates of a known event, as `pictureOf` tells it. Default: anything. */
  agreed?: string | undefined;
  /** Events that other records of the same file are. */
  taken?: ReadonlySet<number>;
  /** Whose event it is, whatever the record says. Default: as the record says. */
  institutionId?: number;
  /** The institutions whose events may be written; null: all. Default null. */
  reach?: readonly number[] | null;
  /** The load that it is a part of, so that it can be undone with it. */
  loadId?: number | undefined;
  /** New events are drafts that residents do not see. Default false. */
  asDraft?: boolean;
}

type Transaction = Prisma.TransactionClient;

/** Prisma gives up after 5 s by default; a record with a thousand dates on a busy machine takes longer. */
const patience = { maxWait: 10_000, timeout: 30_000 };

/** Saves an event of a source whose numbers are unique by themselves, as `saveRecord` does. */
export async function saveEvent(
  database: Database,
  draft: EventDraft,
  origin: Omit<EventOrigin, "institution">,
  options: SaveOptions,
): Promise<SavedEvent> {
  const saved = await saveRecord(database, draft, origin, options);
  if (saved.kind === "differs" || saved.kind === "foreign") throw new Error(`${origin.source}: numbered twice`);
  return saved;
}

/**
 * Saves a record that comes from a source, in one transaction: creates an event, or brings the one made of the same record
 * up to date. The same fingerprint → nothing is written. Fields in `editedFields` stay as a person left them.
 * May run for the same record in several processes at once: they make one event.
 */
export async function saveRecord(
  database: Database,
  draft: EventDraft,
  origin: EventOrigin,
  options: RecordOptions,
): Promise<SavedRecord> {
  const found = await findKnownRecord(database, draft, origin, options.taken ? { taken: options.taken } : {});
  if (found.kind === "known" && found.fingerprint === origin.fingerprint)
    return { kind: "unchanged", eventId: found.eventId };
  return onceMoreAfterConflict(() => database.$transaction((tx) => save(tx, draft, origin, options), patience));
}

async function save(
  tx: Transaction,
  draft: EventDraft,
  origin: EventOrigin,
  { agreed, taken = new Set(), institutionId: owner, reach = null, loadId, asDraft = false, ...options }: RecordOptions,
): Promise<SavedRecord> {
  const { source, fingerprint, institution = "" } = origin;
  const found = await findKnownRecord(tx, draft, origin, { isHeld: true, taken });
  const { recordId } = found;
  const known = found.kind === "known" ? found : undefined;
  if (known?.fingerprint === fingerprint) return { kind: "unchanged", eventId: known.eventId };

  const held = known && (await holdEvent(tx, known.eventId));
  const edited = new Set(held?.editedFields);
  if (reach !== null && held && !reach.includes(held.institutionId ?? 0)) return { kind: "foreign" };
  if (agreed !== undefined) {
    const changes = known ? await foreseeChanges(tx, known.eventId, draft, options) : [];
    if (pictureOf(changes) !== agreed) return { kind: "differs" };
  }
  const endNote = loadId === undefined ? undefined : await beginNote(tx, { loadId, known: known ?? null, draft });
  const institutionId = edited.has("institution")
    ? null
    : (owner ?? (draft.institution ? await saveInstitution(tx, draft.institution) : null));
  const fields = withoutEdited({ institutionId, ...columnsOf(draft) }, edited);

  let eventId: number;
  if (known) {
    eventId = known.eventId;
    await tx.event.update({ where: { id: eventId }, data: { ...fields, updatedAt: options.now } });
    await tx.origin.update({
      where: { source_recordId_institution: { source, recordId, institution: known.institution } },
      // Whose it is may be told for the first time; it is not forgotten where it is left out.
      data: { fingerprint, importedAt: options.now, institution: institution || known.institution },
    });
  } else {
    const created = await tx.event.create({
      data: {
        institutionId,
        ...columnsOf(draft),
        publishedAt: asDraft ? null : options.now,
        createdAt: options.now,
        updatedAt: options.now,
        origin: { create: { source, recordId, institution, fingerprint, importedAt: options.now } },
      },
    });
    eventId = created.id;
  }
  if (!edited.has("texts")) await saveTexts(tx, eventId, draft, edited);
  const added = edited.has("links") ? [] : await saveLinks(tx, eventId, draft, options.now);
  const changes = edited.has("occurrences") ? [] : await saveOccurrences(tx, eventId, draft, options);
  await indexEvents(tx, [eventId]);
  if (known) await followMerging(tx, eventId, options.now);
  // Nobody waits for those of an event that has just come.
  if (known) await tellOfRecordings(tx, eventId, added, options.now);
  // Everything that the record says anew was changed by hand.
  if (endNote && !(await endNote(eventId))) return { kind: "unchanged", eventId };
  const replaced = found.kind === "new" ? found.replaced : undefined;
  return { kind: known ? "updated" : "created", eventId, changes, ...(replaced !== undefined && { replaced }) };
}

/** Holds the row until the commit, so that what somebody edits meanwhile comes after and stays. */
async function holdEvent(
  tx: Transaction,
  eventId: number,
): Promise<{ editedFields: string[]; institutionId: number | null } | undefined> {
  const [event] = await tx.$queryRaw<{ editedFields: string[]; institutionId: number | null }[]>`
    SELECT "editedFields", "institutionId" FROM "Event" WHERE "id" = ${eventId} FOR UPDATE`;
  return event;
}

/** The columns of the event's own row. What a source no longer says is emptied. */
export function columnsOf(draft: EventDraft) {
  return {
    section: draft.section,
    attendanceMode: draft.attendanceMode,
    isFree: draft.isFree,
    isFreeOnline: draft.isFreeOnline ?? false,
    priceMin: draft.priceMin ?? null,
    priceMax: draft.priceMax ?? null,
    currency: draft.currency ?? "RUB",
    ageMin: draft.ageMin ?? null,
    heldIn: draft.heldIn ?? null,
    audiences: draft.audiences ?? [],
    accessibility: draft.accessibility ?? [],
    posterUrl: draft.posterUrl ?? null,
  };
}

/**
 * The names of an event's hand-edited fields are those of EventDraft; only the institution's column is called
 * otherwise.
 */
function withoutEdited<T extends object>(fields: T, edited: ReadonlySet<string>): Partial<T> {
  const kept = Object.entries(fields).filter(([name]) => !edited.has(name === "institutionId" ? "institution" : name));
  return Object.fromEntries(kept) as Partial<T>;
}

/** A language that the source does not have is left alone: somebody may have translated. */
async function saveTexts(tx: Transaction, eventId: number, draft: EventDraft, edited: ReadonlySet<string>) {
  for (const [language, words] of textsOf(draft.texts)) {
    if (edited.has(`texts.${language}`)) continue;
    const values = {
      title: words.title,
      summary: words.summary ?? null,
      body: words.body ?? null,
      who: words.who ?? null,
      posterAlt: words.posterAlt ?? null,
    };
    await tx.eventText.upsert({
      where: { eventId_language: { eventId, language: language satisfies Language } },
      create: { eventId, language, ...values },
      update: values,
    });
  }
}

/** Saves the links; resolves to the addresses of recordings that were not there before. */
async function saveLinks(tx: Transaction, eventId: number, draft: EventDraft, now: Date): Promise<string[]> {
  const links = draft.links ?? [];
  await tx.link.deleteMany({ where: { eventId, NOT: { OR: links } } });
  const data = links.map((link) => ({ eventId, addedAt: now, ...link }));
  const added = await tx.link.createManyAndReturn({ data, skipDuplicates: true, select: { kind: true, url: true } });
  return added.flatMap(({ kind, url }) => (kind === "recording" ? [url] : []));
}

/** Whether PostgreSQL undid the transaction only because another one came first: done again it succeeds. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // P2002: the other created the same record, place or institution. P2034: a deadlock was broken.
  if (error.code === "P2002" || error.code === "P2034") return true;
  // A deadlock in a raw statement has a code of its own for everything, and the reason in its details.
  return error.code === "P2010" && JSON.stringify(error.meta ?? {}).includes("TransactionWriteConflict");
}

async function onceMoreAfterConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error) || attempt === 5) throw error;
    }
  }
}
