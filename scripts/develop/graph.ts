/** Nodes by the nodes that they point to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Puts nodes in a row so that few arrows run against it: those that nobody points to first. It is the heuristic of Eades,
 * Lin and Smyth (1993): sinks go to the end, sources to the beginning, and of a circle whoever points to more than point
 * to it.
 */
export function order(graph: Graph): string[] {
  const left = new Set(graph.keys());
  const first: string[] = [];
  const last: string[] = [];
  const out = (node: string) => [...(graph.get(node) ?? [])].filter((target) => left.has(target)).length;
  const into = (node: string) => [...left].filter((other) => graph.get(other)?.has(node)).length;
  const byName = () => [...left].sort();
  while (left.size > 0) {
    const sink = byName().find((node) => out(node) === 0);
    const source = byName().find((node) => into(node) === 0);
    const widest = byName().sort((a, b) => out(b) - into(b) - (out(a) - into(a)))[0];
    const next = sink ?? source ?? widest;
    if (next === undefined) break;
    left.delete(next);
    if (next === sink) last.unshift(next);
    else first.push(next);
  }
  return [...first, ...last];
}

/** The sets of nodes that reach each other (Tarjan's strongly connected components of two and more). */
export function circles(graph: Graph): string[][] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    let low = own;
    stack.push(node);
    for (const target of graph.get(node) ?? []) {
      if (!graph.has(target)) continue;
      if (!index.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, lowest.get(target) ?? index.get(target) ?? low);
    }
    lowest.set(node, low);
    if (low === own) {
      const circle = stack.splice(stack.indexOf(node));
      if (circle.length > 1) found.push(circle.sort());
    }
    return low;
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}
