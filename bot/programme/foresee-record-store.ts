import type { Queries } from "../database/database.ts";
import { differenceOf, type Fields } from "../staff/revision.ts";
import { type EditableEvent, fieldsOf, partsOf } from "./editing/changes/event-snapshot.ts";
import { findForEditing } from "./editing/find-event-store.ts";
import type { EventDraft } from "./event.ts";
import { changesOf, type ForeseenChange, foreseeSteps } from "./foresee-store.ts";
import type { SaveOptions } from "./occurrence-store.ts";
import { textsOf } from "./place-store.ts";
import type { ChangeKind, KnownOccurrence, OccurrenceStep } from "./reconcile-occurrences.ts";
import { columnsOf } from "./save-store.ts";

/** A date that a record adds or changes, before and after; "revised": nothing that anybody has to hear of. */
export interface ForeseenDate {
  kind: ChangeKind | "revised";
  before: KnownOccurrence | null;
  after: Omit<KnownOccurrence, "id">;
}

/** What saving a record would do to the event that is there. */
export interface Foreseen {
  changes: ForeseenChange[];
  /** The fields that would differ, by the names of the event's snapshot; an institution by its name. */
  before: Fields;
  after: Fields;
  dates: ForeseenDate[];
  /** Parts that somebody changed by hand, and for which the record has something else: they stay. */
  kept: string[];
}

/** Tells what saving this draft would change of an event, and what hand edits would keep it from; writes nothing. */
export async function foreseeRecord(
  queries: Queries,
  eventId: number,
  draft: EventDraft,
  { institutionId, ...options }: SaveOptions & { institutionId?: number },
): Promise<Foreseen> {
  const event = await findForEditing(queries, eventId);
  if (event === null) return { changes: [], before: {}, after: {}, dates: [], kept: [] };
  const edited = new Set(event.editedFields);
  const { known, steps } = await foreseeSteps(queries, eventId, draft, options);
  const areDatesKept = edited.has("occurrences");
  const said = await saidBy(queries, event, draft, institutionId);
  const { names, ...values } = differenceOf(said.before, said.after);
  const isKept = (name: string): boolean =>
    partsOf([name]).some((part) => edited.has(part)) || (name.startsWith("texts.") && edited.has("texts"));
  const changed = names.filter((name) => !isKept(name));
  const pick = (fields: Fields): Fields => Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
  const kept = new Set(names.filter(isKept).map((name) => partsOf([name])[0] ?? name));
  if (areDatesKept && steps.length > 0) kept.add("occurrences");
  return {
    changes: areDatesKept ? [] : changesOf(steps),
    ...{ before: pick(values.before), after: pick(values.after) },
    dates: areDatesKept ? [] : steps.map((step) => dateOf(step, known)),
    kept: [...kept],
  };
}

function dateOf(step: OccurrenceStep, known: readonly KnownOccurrence[]): ForeseenDate {
  if (step.kind === "add") return { kind: "added", before: null, after: step.values };
  const before = known.find(({ id }) => id === step.id) ?? null;
  return { kind: step.change ?? "revised", before, after: step.values };
}

/** The fields that a record says anything of, as they are and as it says. Languages that it does not have stay. */
async function saidBy(queries: Queries, event: EditableEvent, draft: EventDraft, institutionId: number | undefined) {
  const { occurrences: _dates, institutionId: _house, publishedAt: _at, withdrawnAt: _off, ...own } = event;
  const texts = textsOf(draft.texts).map(([language, { title, summary, body, who, posterAlt }]) => ({
    language,
    title,
    ...{ summary: summary ?? null, body: body ?? null, who: who ?? null, posterAlt: posterAlt ?? null },
  }));
  const spoken = new Set(texts.map(({ language }) => language));
  const shape = { occurrences: [], institutionId: null, publishedAt: null, withdrawnAt: null };
  const before = fieldsOf({ ...own, ...shape, texts: own.texts.filter(({ language }) => spoken.has(language)) });
  const links = [...new Map((draft.links ?? []).map((link) => [`${link.kind} ${link.url}`, link])).values()];
  const after = fieldsOf({ ...own, ...shape, ...columnsOf(draft), texts, links });
  const house = await houseNames(queries, [event.institutionId, institutionId ?? null]);
  const named = draft.institution ? (Object.values(draft.institution.names)[0] ?? null) : null;
  const isSame = institutionId !== undefined && institutionId === event.institutionId;
  const is = event.institutionId === null ? null : (house.get(event.institutionId) ?? null);
  const becomes = institutionId === undefined ? named : (house.get(institutionId) ?? named);
  return { before: { ...before, institution: is }, after: { ...after, institution: isSame ? is : becomes } };
}

async function houseNames(queries: Queries, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const rows = await queries.institutionText.findMany({
    where: { institutionId: { in: ids.filter((id) => id !== null) } },
    orderBy: { language: "desc" },
  });
  return new Map(rows.map(({ institutionId, name }) => [institutionId, name]));
}
