/** What somebody edits, and how they saw it. */
export interface Edition {
  id: number;
  revision: number;
}

/** Who wrote a line of the audit log. */
export interface Editor {
  personId: number;
  name: string | null;
}

/** Somebody else was faster: what changed since, and who changed it last. */
export interface ChangedMeanwhile {
  kind: "changed meanwhile";
  /** The revision now, to apply one's own change to all the same. */
  revision: number;
  /** Null: the operator, or somebody who is gone. */
  by: Editor | null;
  /** Milliseconds since 1970: dialogues keep no dates. */
  at: number | null;
  /** Names of fields, as the kind of thing calls them: "texts.ru.title", "capacity"; none where only lessons changed. */
  what: string[];
}

/** What came of an edit; `what`: what is different now; nothing: it was so already. */
export type Revised<Refusal = never> =
  | { kind: "forbidden" }
  | ChangedMeanwhile
  | Refusal
  | { kind: "done"; revision: number; what: string[] };

/** Values as the audit log keeps them, by the name of their field. */
export type Fields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The fields that differ, as they were and as they are, fit for the audit log. */
export function differenceOf(before: Fields, after: Fields): { before: Fields; after: Fields; names: string[] } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
  const pick = (fields: Fields): Fields =>
    Object.fromEntries(names.map((name) => [name, withoutSecret(name, fields[name] ?? null)]));
  return { before: pick(before), after: pick(after), names };
}

/** A link to lessons is a secret: the log tells only where it leads. */
const withoutSecret = (name: string, value: Fields[string]) =>
  name === "typedLink" && typeof value === "string" ? new URL(value).hostname : value;
