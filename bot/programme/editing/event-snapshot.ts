import type { Language } from "../../words/language.ts";
import type { EventTraits } from "../event.ts";
import type { KnownOccurrence } from "../reconcile-occurrences.ts";

/** An event as it lies in the database, for staff: what may be edited, and nothing else. */
export interface EditableEvent extends EventTraits {
  id: number;
  revision: number;
  institutionId: number | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  editedFields: string[];
  texts: EditableText[];
  occurrences: EditableOccurrence[];
}

export interface EditableText {
  language: Language;
  title: string;
  summary: string | null;
  body: string | null;
  who: string | null;
  posterAlt: string | null;
}

export interface EditableOccurrence extends KnownOccurrence {
  /** An IANA name. */
  timeZone: string;
}

type Plain = string | number | boolean | null | string[];

/** An event as a flat table of fields ("section", "texts.ru.title", "occurrences.12.startsAt"), as the audit log keeps it. */
export function fieldsOf(event: EditableEvent): Map<string, Plain> {
  const { id: _id, revision: _revision, editedFields: _edited, texts, links, occurrences, ...columns } = event;
  const rows: [string, unknown][] = [
    ...Object.entries(columns),
    ...texts.flatMap(({ language, ...text }) => prefixed(`texts.${language}`, text)),
    ...occurrences.flatMap(({ id, ...date }) => prefixed(`occurrences.${id}`, date)),
    ["links", links.map(({ kind, url }) => `${kind} ${url}`).sort()],
  ];
  return new Map(rows.map(([name, value]) => [name, plain(value)]));
}

const prefixed = (prefix: string, row: object): [string, unknown][] =>
  Object.entries(row).map(([name, value]) => [`${prefix}.${name}`, value]);

function plain(value: unknown): Plain {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** The fields that differ, as they were and as they are. */
export function differenceOf(before: EditableEvent | null, after: EditableEvent) {
  const [old, fresh] = [before === null ? new Map<string, Plain>() : fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (name) => JSON.stringify(old.get(name) ?? null) !== JSON.stringify(fresh.get(name) ?? null),
  );
  const pick = (fields: Map<string, Plain>) =>
    Object.fromEntries(names.map((name) => [name, fields.get(name) ?? null]));
  return { names, before: pick(old), after: pick(fresh) };
}

/** What a price consists of: edited in one of them, an import may not touch the others. */
const price = ["isFree", "priceMin", "priceMax", "currency"];
const own = new Set(["publishedAt", "withdrawnAt"]);

/** The parts of an event that people see as one thing, by the names an import keeps off from: "texts.ru", "occurrences". */
export function partsOf(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => {
    if (price.includes(name)) return price;
    if (name === "institutionId") return ["institution"];
    const [first = "", second = ""] = name.split(".");
    return first === "texts" ? [`texts.${second}`] : [first];
  });
  return [...new Set(parts)];
}

/** The parts that an import writes too. */
export const editedParts = (names: readonly string[]): string[] => partsOf(names.filter((name) => !own.has(name)));
