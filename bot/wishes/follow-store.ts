import type { Queries } from "../database/database.ts";
import type { Section } from "../programme/event.ts";
import { houseFacet, sectionFacet } from "../programme/search/index/facets.ts";
import { mostFollowed } from "./wish.ts";

/** What can be followed: everything that is new of it is told, at most once a day with all else. */
export type Followable = { kind: "institution"; id: number } | { kind: "section"; section: Section };

const textOf = (what: Followable): string => (what.kind === "institution" ? String(what.id) : what.section);
const facetOf = (what: Followable): string =>
  what.kind === "institution" ? houseFacet(what.id) : sectionFacet(what.section);

/** Follows something: events that come into the programme from now on are told. Pressed twice, it goes on as it was. */
export async function follow(
  queries: Queries,
  personId: number,
  what: Followable,
  now: Date,
): Promise<"followed" | "too many" | "gone"> {
  const person = BigInt(personId);
  if (what.kind === "institution" && (await queries.institution.count({ where: { id: what.id } })) === 0) return "gone";
  const known = await queries.wish.count({ where: { personId: person, kind: { not: "search" } } });
  if (known >= mostFollowed) return "too many";
  const facet = facetOf(what);
  await queries.$executeRaw`
    INSERT INTO "Wish" ("personId", "kind", "text", "dropped", "isTimed", "anchors", "query", "createdAt")
    VALUES (${person}, ${what.kind}::"WishKind", ${textOf(what)}, 0, false, ARRAY[${facet}], ${`'${facet}'`}::tsquery, ${now})
    ON CONFLICT DO NOTHING`;
  return "followed";
}

/** Follows it no more. */
export async function unfollow(queries: Queries, personId: number, what: Followable): Promise<void> {
  await queries.wish.deleteMany({ where: { personId: BigInt(personId), kind: what.kind, text: textOf(what) } });
}

/** The sections that somebody follows. */
export async function findFollowedSections(queries: Queries, personId: number): Promise<Set<string>> {
  const wishes = await queries.wish.findMany({
    where: { personId: BigInt(personId), kind: "section" },
    select: { text: true },
  });
  return new Set(wishes.map(({ text }) => text));
}
