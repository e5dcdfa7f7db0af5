/** JSON that PostgreSQL takes: it refuses NUL and half of a surrogate pair, and what people write may have both. */
export const toJson = (value: unknown, slim: (key: string, part: unknown) => unknown = (_, part) => part): string =>
  JSON.stringify(value, (key, part) => (typeof part === "string" ? storable(part) : slim(key, part)));

const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
