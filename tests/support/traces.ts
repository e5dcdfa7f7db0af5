import type { Database } from "../../bot/database/database.ts";

/**
 * Every column of every table in which one of these texts stands, "Person.firstName": numbers, arrays and JSON are looked
 * through as text. A table or column that is added later is looked at too. By chance a short number of somebody stands in
 * the microseconds of a moment, in a random id or in a hash: moments are left out, and a number counts where no other
 * digit and no letter of a hexadecimal number touches it.
 */
export async function findTraces(database: Database, ...texts: string[]): Promise<string[]> {
  const columns = await database.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND c.data_type NOT LIKE 'timestamp%' ORDER BY 1, 2`;
  const patterns = texts.map((text) => (/^\d+$/.test(text) ? `(?<![0-9a-f])${text}(?![0-9a-f])` : literally(text)));
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await database.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" x
       WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) t WHERE x."${column}"::text ~ t) LIMIT 1`,
      patterns,
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const literally = (text: string) => text.replaceAll(/[^\p{L}\p{N} _]/gu, "\\$&");
