import type { Queries } from "../../database/database.ts";
import { deletions } from "./deletions.ts";
import { forgivableEdits } from "./edit-distance.ts";
import type { QueryWord } from "./query-word.ts";
import { tatarStem } from "./tatar-stem.ts";
import type { Spellings } from "./text-query.ts";

/** More near words than this say that the typed one is too vague to be corrected. */
const mostSuggestions = 12;
const shortestPrefix = 3;

/**
 * Finds the known words that mistyped or unfinished ones may stand for. Words that are known get none. Two statements.
 */
export async function findSpellings(queries: Queries, words: readonly QueryWord[]): Promise<Spellings> {
  const stems = await readStems(queries, words);
  const readings = words.map((word) => {
    const forms = [...new Set(word.forms)];
    return {
      word,
      readings: [...new Set(forms.flatMap((form) => [form, tatarStem(form), ...(stems.get(form) ?? [])]))],
    };
  });
  const keys = readings.flatMap((each) => each.readings.flatMap(deletions));
  const known = await queries.$queryRaw<{ word: string }[]>`
    SELECT DISTINCT near."word" FROM unnest(${[...new Set(keys)]}::text[]) AS "form"
    CROSS JOIN LATERAL (
      SELECT w."word" FROM "SearchWord" w WHERE w."deletions" @> ARRAY["form"] OFFSET 0
    ) near`;
  const spellings = new Map<string, string[]>();
  for (const { word, readings: each } of readings) {
    const typed = word.forms[0] ?? "";
    const near = nearest(
      each,
      known.map((row) => row.word),
    );
    const unfinished = typed.length >= shortestPrefix ? word.forms.map((form) => `${form}*`) : [];
    if (near !== null) spellings.set(typed, [...near, ...new Set(unfinished)]);
  }
  return spellings;
}

async function readStems(queries: Queries, words: readonly QueryWord[]): Promise<Map<string, string[]>> {
  const forms = [...new Set(words.flatMap((word) => word.forms))];
  const rows = await queries.$queryRaw<{ form: string; stems: string[] }[]>`
    SELECT "form", tsvector_to_array(to_tsvector('russian', "form")) AS "stems" FROM unnest(${forms}::text[]) AS "form"`;
  return new Map(rows.map(({ form, stems }) => [form, stems]));
}

/** The known words with the fewest edits; null when the word itself is known. */
function nearest(readings: readonly string[], known: readonly string[]): string[] | null {
  let fewest = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const candidate of known) {
    const edits = Math.min(...readings.map((reading) => forgivableEdits(reading, candidate)));
    if (edits === 0) return null;
    if (edits < fewest) [fewest, found] = [edits, []];
    if (edits === fewest && edits !== Number.POSITIVE_INFINITY) found.push(candidate);
  }
  return found.slice(0, mostSuggestions);
}
