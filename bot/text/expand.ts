/** All phrases of a pattern such as "суббот(а|у|ы)" or "бүген(ге|) кич(тә|)"; groups do not nest. */
export function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)/u.exec(pattern);
  if (group === null) return [pattern.replaceAll(/\s+/gu, " ").trim()];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return (group[1] ?? "").split("|").flatMap((choice) => expand(before + choice + after));
}
