/** Characters that every system takes, with room for an ending. */
const longest = 100;

/**
 * A name for a file that says what is in it: parts with a dash between them. What Windows takes for a path, and colons of
 * hours, become dots and spaces; the rest stays as people wrote it.
 */
export function fileName(parts: readonly string[], ending: string): string {
  const name = parts
    .filter((part) => part !== "")
    .join(" – ")
    .replace(/(?<=\d):(?=\d)/gu, ".")
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const cut = [...name].slice(0, longest).join("").trim().replace(/\.+$/u, "");
  return `${cut}.${ending}`;
}
