import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";

const { database } = await testDatabase();

type Kind = "insert" | "delete" | "replace" | "swap";
interface Edit {
  place: number;
  letter: string;
  kind: Kind;
}

function edited(word: string, { place, letter, kind }: Edit): string {
  const at = place % word.length;
  const [before, here, after] = [word.slice(0, at), word[at] ?? "", word.slice(at + 1)];
  switch (kind) {
    case "insert":
      return before + letter + here + after;
    case "delete":
      return before + after;
    case "replace":
      return before + letter + after;
    case "swap":
      return before + after.slice(0, 1) + here + after.slice(1);
  }
}

describe("deletions", () => {
  it("are a word with up to two of its first seven letters left out", async () => {
    const [row] = await database.$queryRaw<{ forms: string[] }[]>`SELECT "deletions"('мост') AS "forms"`;
    expect(row?.forms.toSorted()).toEqual(
      ["мост", "ост", "мст", "мот", "мос", "мо", "мс", "мт", "ос", "от", "ст"].toSorted(),
    );
  });

  it("of words two edits apart have one in common, so that the index misses no near word", async () => {
    const letter = fc.constantFrom(..."аоктр");
    const word = fc.array(letter, { minLength: 4, maxLength: 12 }).map((letters) => letters.join(""));
    const kind = fc.constantFrom<Kind>("insert", "delete", "replace", "swap");
    const edits = fc.array(fc.record({ place: fc.nat(11), letter, kind }), { maxLength: 2 });
    const pairs = fc.sample(fc.tuple(word, edits), 2_000).map(([start, each]) => [start, each.reduce(edited, start)]);
    const missed = await database.$queryRaw`
      SELECT "from", "to" FROM unnest(${pairs.map(([start]) => start)}::text[], ${pairs.map(([, end]) => end)}::text[])
        AS pair("from", "to")
      WHERE NOT "deletions"("from") && "deletions"("to")`;
    expect(missed).toEqual([]);
  });
});
