import { z } from "zod";

/** What a page has for programs. */
export interface FoundEvents {
  /** Nodes of schema.org/Event and its kinds. */
  nodes: Record<string, unknown>[];
  /** Scripts that cannot be read. */
  broken: number;
  /** Events are told as microdata. */
  hasMicrodata: boolean;
  /** The address that the page gives itself. */
  canonical: string | undefined;
}

/** Deeper nesting is no event; more nodes are no page. */
const deepest = 20;
const mostNodes = 2_000;
const longestScript = 2_000_000;

/** schema.org's kinds of events, of which a site may name the most special one. */
const eventType = /^(?:https?:\/\/schema\.org\/)?(?:\w{0,40}Event|Festival|Hackathon|EventSeries|CourseInstance)$/u;

/**
 * Finds the events in a page's JSON-LD: in graphs, lists, and as parts of a series. It looks for the few tags that matter
 * and parses no page: a parser takes minutes for a large one whose tags are never closed.
 */
export function findEvents(html: string): FoundEvents {
  const scripts = tagsOf(html, "script").filter(({ tag }) =>
    /type\s{0,5}=\s{0,5}["']?application\/ld\+json/iu.test(tag),
  );
  const values = scripts.map(({ content }) => parsePatiently(content.slice(0, longestScript)));
  const nodes: Record<string, unknown>[] = [];
  for (const value of values) if (value !== undefined) gather(value, nodes, 0);
  const canonical = tagsOf(html, "link").find(({ tag }) => /rel\s{0,5}=\s{0,5}["']?canonical/iu.test(tag));
  return {
    nodes,
    broken: values.filter((value) => value === undefined).length,
    hasMicrodata: /itemtype=["']https?:\/\/schema\.org\/\w{0,40}Event\b/iu.test(html),
    canonical: /href\s{0,5}=\s{0,5}["']([^"']{1,2000})["']/iu.exec(canonical?.tag ?? "")?.[1]?.replaceAll("&amp;", "&"),
  };
}

/** Characters of a tag with its attributes. */
const longestTag = 3_000;

/** The tags of a name, each with what stands between it and the next closing tag of that name. */
function tagsOf(html: string, name: "script" | "link"): { tag: string; content: string }[] {
  const found: { tag: string; content: string }[] = [];
  const opening = new RegExp(`<${name}[\\s>]`, "giu");
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const end = html.indexOf(">", match.index);
    if (end < 0) break;
    const tag = html.slice(match.index, Math.min(end, match.index + longestTag));
    if (name === "link") {
      found.push({ tag, content: "" });
      opening.lastIndex = end;
      continue;
    }
    const closing = /<\/script/giu;
    closing.lastIndex = end;
    const close = closing.exec(html)?.index ?? html.length;
    found.push({ tag, content: html.slice(end + 1, close) });
    opening.lastIndex = close;
  }
  return found;
}

const node = z.record(z.string(), z.unknown());

function gather(value: unknown, nodes: Record<string, unknown>[], depth: number): void {
  if (depth > deepest || nodes.length >= mostNodes) return;
  if (Array.isArray(value)) {
    for (const one of value) gather(one, nodes, depth + 1);
    return;
  }
  const parsed = node.safeParse(value);
  if (!parsed.success) return;
  const { "@type": type, "@graph": graph, subEvent, itemListElement, item, ...rest } = parsed.data;
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
  const parts = [graph, itemListElement, item].filter((one) => one !== undefined);
  for (const part of parts) gather(part, nodes, depth + 1);
  if (!types.some((one) => eventType.test(one))) return;
  // The parts of a series have what the series says, unless they say it themselves.
  const before = nodes.length;
  if (subEvent !== undefined) gather(inherit(rest, subEvent), nodes, depth + 1);
  if (nodes.length === before) nodes.push({ ...rest, "@type": types });
}

const inherited = [
  "name",
  "description",
  "image",
  "location",
  "organizer",
  "offers",
  "url",
  "inLanguage",
  "typicalAgeRange",
];

function inherit(series: Record<string, unknown>, parts: unknown): unknown[] {
  const usual = Object.fromEntries(inherited.flatMap((name) => (name in series ? [[name, series[name]]] : [])));
  return (Array.isArray(parts) ? parts : [parts]).map((part) => {
    const parsed = node.safeParse(part);
    return parsed.success ? { "@type": "Event", ...usual, ...parsed.data } : part;
  });
}

/** Reads JSON as sites write it: comments of HTML around it, entities in it, commas too many, line breaks in its texts. */
function parsePatiently(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/u, "")
    .replace(/(?:-->|\/\*\]\]>\*\/|\]\]>)$/u, "");
  const entities = bare.includes("&quot;") ? bare.replaceAll("&quot;", '"').replaceAll("&amp;", "&") : bare;
  for (const text of [bare, mend(bare), mend(entities)]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next reading is more patient; that none fits is the answer.
    }
  }
  return undefined;
}

/** Takes out commas before a bracket and raw control characters in texts; what stands in quotes is left alone otherwise. */
function mend(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"|,(?=\s*[\]}])/gu, (part) =>
    part === "," ? "" : part.replaceAll(/[\n\r\t]/gu, " "),
  );
}
