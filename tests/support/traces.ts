import type { Database } from "../../bot/database/database.ts";

/**
 * Every column of every table in which one of these texts stands, "Person.firstName": numbers, arrays and JSON are looked
 * through as text. A table or column that is added later is looked at too. Moments are left out: a number of somebody may
 * stand in their microseconds by chance.
 */
export async function findTraces(database: Database, ...texts: string[]): Promise<string[]> {
  const columns = await database.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND c.data_type NOT LIKE 'timestamp%' ORDER BY 1, 2`;
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await database.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" x
       WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) t WHERE strpos(x."${column}"::text, t) > 0) LIMIT 1`,
      texts,
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}
