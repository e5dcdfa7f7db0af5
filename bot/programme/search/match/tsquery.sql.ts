import { Prisma } from "../../../../prisma/client/client.ts";
import { anyFacet, type WordCondition } from "../query/text-query.ts";

/** A tsquery: every condition, by one of its alternatives. Without conditions it matches nothing. */
export function allOf(conditions: readonly WordCondition[]): Prisma.Sql {
  if (conditions.length === 0) return Prisma.sql`(''::tsquery)`;
  return Prisma.sql`(${Prisma.join(conditions.map(oneOf), " && ")})`;
}

/** A tsquery: any of the conditions. */
export function anyOf(conditions: readonly WordCondition[]): Prisma.Sql {
  if (conditions.length === 0) return Prisma.sql`(''::tsquery)`;
  return Prisma.sql`(${Prisma.join(conditions.map(oneOf), " || ")})`;
}

/** A tsquery less what no event may be. */
export function butNot(query: Prisma.Sql, conditions: readonly WordCondition[]): Prisma.Sql {
  return conditions.length === 0 ? query : Prisma.sql`(${query} && !!${anyOf(conditions)})`;
}

function oneOf({ stems, plain, facets }: WordCondition): Prisma.Sql {
  const quoted = anyFacet(facets);
  const filters = Prisma.sql`${quoted}::tsquery`;
  if (plain === "") return filters;
  const exact = Prisma.sql`to_tsquery('simple', ${plain})`;
  const words = stems === "" ? exact : Prisma.sql`to_tsquery('russian', ${stems}) || ${exact}`;
  return quoted === "" ? Prisma.sql`(${words})` : Prisma.sql`(${words} || ${filters})`;
}
