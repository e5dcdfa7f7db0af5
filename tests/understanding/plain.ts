/** Small letters, ё as е, without quotes: as screens and titles are compared. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/[«»„“”"'’]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
