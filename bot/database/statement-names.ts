/** How often a statement must come before it gets a name; a search by a rare number of words never does. */
const often = 5;
/** PostgreSQL keeps a plan for each name on each connection, some 100 kB for a large one. */
const mostNames = 100;
const mostCounted = 2_000;
const unnamed = "";

/**
 * Names the statements that come again and again, so that PostgreSQL parses and plans them once a connection instead of
 * each time. Without a limit the searches, whose text depends on the words, would fill its memory with plans.
 */
export function createStatementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    if (names.size === mostNames) return unnamed;
    const count = (counts.get(sql) ?? 0) + 1;
    if (counts.size === mostCounted) counts.clear();
    counts.set(sql, count);
    if (count === often) names.set(sql, `ishek_${names.size}`);
    return unnamed;
  };
}
