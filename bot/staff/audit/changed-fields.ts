/** One thing that an action changed. A side without it is undefined. */
export interface ChangedField {
  /** The last name on the way to it: "title" of texts.ru.title. */
  name: string;
  /** All of the way, for what is inside of something: "texts.ru.title". */
  path: string;
  before: unknown;
  after: unknown;
}

/** What differs between two sides of a line in the audit log, leaf by leaf, in the order of the fields. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [was, is] = [leaves(before), leaves(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => JSON.stringify(was.get(path)) !== JSON.stringify(is.get(path)))
    .map((path) => ({ path, name: path.split(".").at(-1) ?? path, before: was.get(path), after: is.get(path) }));
}

/** Lists of plain values are one leaf; what else has parts is taken apart. */
function leaves(value: unknown, path = ""): Map<string, unknown> {
  const isWhole = value === null || typeof value !== "object" || (Array.isArray(value) && value.every(isPlain));
  if (isWhole) return value === undefined || (value === null && path === "") ? new Map() : new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([name, part]) => [...leaves(part, path === "" ? name : `${path}.${name}`)]),
  );
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== "object";
