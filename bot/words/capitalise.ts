/** Raises the first letter. All formatters give words as they stand inside a sentence; this one starts a line with them. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
