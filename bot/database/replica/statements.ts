import { Prisma } from "../../../prisma/client/client.ts";

/**
 * The tables that lists and searches are made of: the programme, which changes seldom and is looked at by everybody. What
 * belongs to a person is not among them, nor what a card has besides: those are read where they are written.
 */
const listed: ReadonlySet<string> = new Set([
  ...["Event", "EventText", "Occurrence", "Link", "Score", "EventSearch", "SearchWord", "Composition"],
  ...["Institution", "InstitutionText", "Place", "PlaceText", "StandingOffer", "StandingOfferText"],
  ...["Collection", "CollectionText", "CollectionMember"],
]);

/** What an update notes of itself and of what was looked at: no list shows it. */
const unseen: ReadonlySet<string> = new Set([
  ...["UpdateBegun", "UpdateReceipt", "InboxUpdate", "Dialogue", "MaxMessage", "FileCopy", "PollingMarker"],
  ...["SearchQuery", "Reading", "Interest", "Person", "Address", "ActiveDay"],
]);

const tables: ReadonlySet<string> = new Set(Object.values(Prisma.ModelName));

/** The tables that a statement names: in this schema tables alone are quoted and begin with a capital letter, but for types. */
const tablesIn = (sql: string): string[] =>
  [...sql.matchAll(/"([A-Z]\w*)"/g)].flatMap(([, name = ""]) => (tables.has(name) ? [name] : []));

/** Locks and writes; a replica takes neither. */
const writes = /\b(?:INSERT|UPDATE|DELETE|MERGE|TRUNCATE|SHARE)\b/i;

/** What search looks into before it looks at events; the function reads the table of that name. */
const index: ReadonlySet<string> = new Set(["EventSearch", "SearchWord"]);
const isByFunction = (sql: string): boolean => sql.includes('"findDocuments"');

/** Whether only what residents are shown is asked for: published, and not withdrawn. Editors look at all of it. */
const isOfShown = (sql: string): boolean => sql.includes('"withdrawnAt" IS NULL') && sql.includes('"publishedAt" <= ');

/**
 * Whether a statement belongs to a list or a search: a raw one (a single row is asked for by a model call, which names the
 * schema), which reads the programme and nothing else, as residents are shown it, or the index of search.
 */
export function isOfList(sql: string): boolean {
  if (!/^\s*(?:SELECT|WITH)\b/i.test(sql) || writes.test(sql) || sql.includes('"public".')) return false;
  const named = [...tablesIn(sql), ...(isByFunction(sql) ? ["EventSearch"] : [])];
  if (named.length === 0 || !named.every((name) => listed.has(name))) return false;
  return isOfShown(sql) || named.every((name) => index.has(name));
}

/** Whether a statement changes what somebody might look for afterwards; one that is not known does. */
export const isChange = (sql: string): boolean => writes.test(sql) && tablesIn(sql).some((name) => !unseen.has(name));
