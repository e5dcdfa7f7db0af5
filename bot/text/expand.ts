/** So many phrases of one pattern are kept in memory and compared with each sentence; more are better said in two patterns. */
const mostPhrases = 1_000;

/**
 * All phrases of a pattern such as "суббот(а|у|ы)" or "бүген(ге|) кич(тә|)"; groups do not nest. Throws where they multiply
 * beyond what is worth keeping.
 */
export function expand(pattern: string): string[] {
  const phrases = expandGroups(pattern);
  if (phrases.length > mostPhrases) throw new Error(`${phrases.length} phrases in one pattern: ${pattern}`);
  return phrases;
}

function expandGroups(pattern: string): string[] {
  const group = /\(([^()]*)\)/u.exec(pattern);
  if (group === null) return [pattern.replaceAll(/\s+/gu, " ").trim()];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return (group[1] ?? "").split("|").flatMap((choice) => expandGroups(before + choice + after));
}
