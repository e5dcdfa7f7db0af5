import type { Fields } from "../../../staff/revision.ts";
import type { Language } from "../../../words/language.ts";
import type { EventTraits } from "../../event.ts";
import type { KnownOccurrence } from "../../reconcile-occurrences.ts";

/** An event as it lies in the database, for staff: what may be edited, and nothing else. */
export interface EditableEvent extends EventTraits {
  id: number;
  revision: number;
  institutionId: number | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  /** A live conversation: residents ask its guest. */
  isConversation: boolean;
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
  /** Why it is cancelled or postponed. */
  reasons: { language: Language; text: string }[];
}

/** An event as a flat table of fields ("section", "texts.ru.title", "occurrences.12.startsAt"), as the audit log keeps it. */
export function fieldsOf(event: EditableEvent): Fields {
  const { id: _id, revision: _revision, editedFields: _edited, texts, links, occurrences, ...columns } = event;
  const rows: [string, unknown][] = [
    ...Object.entries(columns),
    ...texts.flatMap(({ language, ...text }) => prefixed(`texts.${language}`, text)),
    ...occurrences.flatMap(({ id, reasons, ...date }) =>
      prefixed(`occurrences.${id}`, { ...date, reasons: reasons.map(({ language, text }) => `${language} ${text}`) }),
    ),
    ["links", links.map(({ kind, url }) => `${kind} ${url}`).sort()],
  ];
  return Object.fromEntries(rows.map(([name, value]) => [name, plain(value)]));
}

const prefixed = (prefix: string, row: object): [string, unknown][] =>
  Object.entries(row).map(([name, value]) => [`${prefix}.${name}`, value]);

function plain(value: unknown): Fields[string] {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** What a price consists of: edited in one of them, an import may not touch the others. */
const price = ["isFree", "isFreeOnline", "priceMin", "priceMax", "currency"];
const own = new Set(["publishedAt", "withdrawnAt", "isConversation"]);

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
