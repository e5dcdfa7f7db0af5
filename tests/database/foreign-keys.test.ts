import { expect, it } from "vitest";
import { testDatabase } from "../support/database.ts";

const { database } = await testDatabase();

/** Columns in which somebody stands, by their names: whoever adds another kind of name adds it here. */
const namesSomebody = /^(person|teacher|author)Id$|By$/;

/** Columns of such a name that say which program holds a row, and not who. */
const programs = ['"Delivery"."claimedBy"'];

it("every foreign key that deletes or empties rows has an index that begins with it", async () => {
  const slow = await database.$queryRaw<{ column: string }[]>`
    SELECT format('%s.%I', c.conrelid::regclass, a.attname) AS "column"
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confdeltype IN ('c', 'n') AND NOT EXISTS (
      SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1]
        -- A partial index serves when it leaves out nothing but rows in which nobody stands.
        AND coalesce(pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname), true))
    ORDER BY 1`;
  expect(slow.map(({ column }) => column)).toEqual([]);
});

it("every column that names somebody refers to people, and is deleted or emptied with them", async () => {
  const columns = await database.$queryRaw<{ column: string; name: string; isKept: boolean }[]>`
    SELECT format('%s.%I', t.oid::regclass, a.attname) AS "column", a.attname AS "name", EXISTS (
      SELECT 1 FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = t.oid AND c.conkey = ARRAY[a.attnum]
        AND c.confrelid = '"Person"'::regclass AND c.confdeltype IN ('c', 'n')) AS "isKept"
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'`;
  const people = columns.filter(({ name, column }) => namesSomebody.test(name) && !programs.includes(column));
  expect(people.length).toBeGreaterThan(15);
  expect(people.filter(({ isKept }) => !isKept).map(({ column }) => column)).toEqual([]);
});

it("nothing that refers to people is called otherwise than what names somebody", async () => {
  const referring = await database.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT a.attname AS "name" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = '"Person"'::regclass ORDER BY 1`;
  expect(referring.map(({ name }) => name).filter((name) => !namesSomebody.test(name))).toEqual([]);
  expect(referring.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["authorId", "confirmedBy", "secondedBy", "grantedBy", "invitedBy", "usedBy", "addedBy"]),
  );
});
