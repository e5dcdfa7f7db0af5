import type { Translate } from "./messages/translator.ts";

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * A place with its address, each word said once: "Kremlin, Manege" with the address "Kremlin, Manege" is one of them, and
 * an address that begins with the whole name stands alone.
 */
export function formatWhere({ title, address }: { title: string; address?: string | null }, t: Translate): string {
  if (!address) return title;
  const name = wordsOf(title);
  const way = wordsOf(address);
  if (way.every((word) => name.includes(word))) return title;
  return name.every((word, index) => way[index] === word) ? address : t("card.where", { title, address });
}
