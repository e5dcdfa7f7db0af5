/** A piece of a text, in UTF-16 units as Telegram counts them; `end` is behind it. */
export interface Span {
  start: number;
  end: number;
}

/** What was read out of a text, and where it stands there. */
export interface Found<T> {
  value: T;
  at: Span;
}

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Spans in order as they read: with nothing but spaces between them they are one. */
export function joinSpans(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && /^\s*$/u.test(text.slice(last.end, span.start))) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
