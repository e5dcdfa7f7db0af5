import type pg from "pg";

/** What is nobody's extension: `classid` and `objid` as pg_depend has them. */
const isOurs = (catalogue: string, alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${alias}.oid AND d.deptype = 'e')`;

/** The tables of the schema, but for the history of migrations, with the columns that are stored and not computed. */
export async function listTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT c.relname AS "name", array_agg(a.attname::text ORDER BY a.attnum) AS "columns"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND ${isOurs("pg_class", "c")}
    GROUP BY c.relname ORDER BY c.relname`);
  return rows;
}

export async function listSequences(client: pg.Client): Promise<{ name: string; value: string; isCalled: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname AS "name" FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S' AND ${isOurs("pg_class", "c")} ORDER BY 1`);
  const found = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS "value", is_called AS "isCalled" FROM ${client.escapeIdentifier(name)}`,
    );
    found.push(...states.map((state) => ({ name, ...state })));
  }
  return found;
}

/** Statements that take the foreign keys of the schema away, and those that set them again. */
export async function listForeignKeys(client: pg.Client): Promise<{ drop: string; add: string }[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "drop",
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "add"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname`);
  return rows;
}

/** Statements that drop all that the schema holds, and those that bring what is in `from` into it; extensions stay. */
export async function listMoves(client: pg.Client, from: string): Promise<{ drop: string[]; move: string[] }> {
  const { rows } = await client.query<{ schema: string; kind: string; name: string }>(
    `SELECT n.nspname AS "schema", o."kind", o."name" FROM pg_namespace n JOIN (
       SELECT relnamespace AS "space", CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS "kind",
         quote_ident(relname) AS "name"
       FROM pg_class c WHERE relkind IN ('r', 'v', 'S') AND ${isOurs("pg_class", "c")}
         -- A sequence of a column goes with its table.
         AND NOT EXISTS (SELECT 1 FROM pg_depend s WHERE s.objid = c.oid AND s.deptype IN ('a', 'i') AND c.relkind = 'S')
       UNION ALL
       SELECT pronamespace, 'ROUTINE', format('%I(%s)', proname, pg_get_function_identity_arguments(oid))
       FROM pg_proc p WHERE ${isOurs("pg_proc", "p")}
       UNION ALL
       SELECT typnamespace, 'TYPE', quote_ident(typname) FROM pg_type t WHERE typtype IN ('e', 'd') AND ${isOurs("pg_type", "t")}
     ) o ON o."space" = n.oid
     WHERE n.nspname IN (current_schema(), $1)
     ORDER BY array_position(ARRAY['VIEW', 'TABLE', 'SEQUENCE', 'ROUTINE', 'TYPE'], o."kind"), o."name"`,
    [from],
  );
  const { rows: own } = await client.query<{ name: string }>(`SELECT quote_ident(current_schema()) AS "name"`);
  const here = own[0]?.name ?? "";
  const there = client.escapeIdentifier(from);
  const isThere = ({ schema }: { schema: string }) => schema === from;
  return {
    drop: rows.filter((row) => !isThere(row)).map(({ kind, name }) => `DROP ${kind} IF EXISTS ${here}.${name} CASCADE`),
    move: rows.filter(isThere).map(({ kind, name }) => `ALTER ${kind} ${there}.${name} SET SCHEMA ${here}`),
  };
}
