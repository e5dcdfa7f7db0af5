/** Raises the first letter. All formatters give words as they stand inside a sentence; this one starts a line with them. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lowers the first letter: of what stands within a line, and is a label elsewhere. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
