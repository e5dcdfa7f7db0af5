import type { Queries } from "../../../database/database.ts";
import { editDistance, forgivableEdits } from "../../../text/edit-distance.ts";
import { fold } from "../../../text/fold.ts";
import { stemMark } from "../index/document.ts";
import type { QueryWord } from "../query/query-word.ts";
import type { Spelling, Spellings } from "../query/text-query.ts";

/** More near words than this say that the typed one is too vague to be corrected. */
const mostSuggestions = 12;
/** Shorter words are too near to too many others: «рок» is no «рек». */
const shortestCorrected = 5;
/** Two slips in a shorter word make another one: «казык» is no «казан», «Кариев» no «Карим». If only vowels slipped, «фогат» is «фагот». */
const shortestCorrectedTwice = 6;
/** A word as begun stands for so many longer ones, the shortest. As a prefix GIN would gather all of them each time. */
const mostBegun = 30;
const shortestBeginning = 3;

/** Finds the known words that mistyped or unfinished ones may stand for. Words that are known get none. One statement. */
export async function findSpellings(queries: Queries, words: readonly QueryWord[]): Promise<Spellings> {
  // What titles call otherwise was spelt well.
  const unsure = words.filter(({ alike }) => alike === undefined);
  const rows = await readKnown(queries, [...new Set(unsure.flatMap(formsOf))]);
  const near = rows.flatMap(({ kind, word }) => (kind === "near" ? [word] : []));
  const spellings = new Map<string, Spelling>();
  for (const word of unsure) {
    const ofForms = (kind: Known["kind"], forms: readonly string[]): string[] =>
      rows.flatMap((row) => (row.kind === kind && forms.includes(row.form) ? [row.word] : []));
    const alike = nearest(ofForms("stem", formsOf(word)), near);
    const isLong = Math.max(...word.forms.map(({ length }) => length)) >= shortestCorrected;
    if (alike !== null)
      spellings.set(word.forms[0] ?? "", {
        alike: isLong ? alike : [],
        begun: ofForms("begun", word.forms),
      });
  }
  return spellings;
}

/**
 * The words with the corrected ones as they are spelt in the titles of these events, for «Показываю по запросу …»; null
 * when nothing was corrected, only finished.
 */
export async function readCorrected(
  queries: Queries,
  words: readonly QueryWord[],
  spellings: Spellings,
  eventIds: readonly number[],
): Promise<string | null> {
  const meant = words.map((word) => ({
    raw: word.raw,
    known: closest(word, spellings.get(word.forms[0] ?? "")?.alike ?? []),
  }));
  if (meant.every(({ known }) => known === undefined)) return null;
  const rows = await queries.$queryRaw<{ title: string }[]>`
    SELECT "title" FROM "EventText" WHERE "eventId" = ANY(${[...eventIds]}::int[]) ORDER BY "eventId", "language"`;
  const spelt = rows.flatMap(({ title }) => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return meant
    .map(({ raw, known }) => (known === undefined ? raw : (spelt.find((word) => fold(word) === known) ?? raw)))
    .join(" ");
}

/** A stem of a form; a known word that begins with a form; a known word that may be near any of the stems. */
interface Known {
  kind: "stem" | "begun" | "near";
  form: string;
  word: string;
}

const formsOf = (word: QueryWord): string[] => [...new Set(word.forms)];

function readKnown(queries: Queries, forms: readonly string[]): Promise<Known[]> {
  return queries.$queryRaw<Known[]>`
    WITH typed AS MATERIALIZED (SELECT "form" FROM unnest(${[...forms]}::text[]) AS row("form")),
    stem AS MATERIALIZED (
      SELECT "form", "form" AS "word" FROM typed
      UNION SELECT "form", unnest(tsvector_to_array(to_tsvector('russian', "form"))) FROM typed
    )
    SELECT 'stem' AS "kind", "form", "word" FROM stem
    UNION ALL
    SELECT 'near', '', w."word" FROM "SearchWord" w
    WHERE w."deletions" && ARRAY(SELECT DISTINCT unnest("deletions"("word")) FROM stem)
    UNION ALL
    SELECT 'begun', typed."form", longer."word" FROM typed CROSS JOIN LATERAL (
      SELECT w."word" FROM "SearchWord" w
      WHERE length(typed."form") >= ${shortestBeginning} AND w."word" ^@ typed."form"
      ORDER BY length(w."word") LIMIT ${mostBegun}
    ) longer`;
}

/** The known words with the fewest edits from any of the stems; null when a stem is known itself. */
function nearest(stems: readonly string[], known: readonly string[]): string[] | null {
  let fewest = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const candidate of known) {
    const isStem = candidate.startsWith(stemMark);
    const lexeme = isStem ? candidate.slice(stemMark.length) : candidate;
    const edits = Math.min(
      ...stems.map((stem) =>
        stem.length < shortestCorrected && stem !== lexeme ? Number.POSITIVE_INFINITY : forgivableEdits(stem, lexeme),
      ),
    );
    if (edits > 1 && !stems.some((stem) => mayMissTwice(stem, lexeme))) continue;
    if (edits === 0) return null;
    // Corrected is to whole words only.
    if (isStem) continue;
    if (edits < fewest) [fewest, found] = [edits, []];
    if (edits === fewest && edits !== Number.POSITIVE_INFINITY) found.push(candidate);
  }
  return found.slice(0, mostSuggestions);
}

const mayMissTwice = (typed: string, known: string): boolean =>
  Math.min(typed.length, known.length) >= shortestCorrectedTwice || consonants(typed) === consonants(known);

const consonants = (word: string): string => word.replaceAll(/[аеёиоуыэюяaeiouy]/gu, "");

/** The most like what was typed among words and stems with equally few edits: it has the ending of a word. */
function closest({ forms }: QueryWord, spellings: readonly string[]): string | undefined {
  const distance = (known: string): number => Math.min(...forms.map((form) => editDistance(form, known, 5)));
  return spellings.toSorted((a, b) => distance(a) - distance(b))[0];
}
