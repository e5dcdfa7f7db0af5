import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { withSchemaEngine } from "./schema-engine.ts";

const schemaFile = fileURLToPath(new URL("../../../prisma/schema.prisma", import.meta.url));

/** The SQL that would take the database at `url` to prisma/schema.prisma; empty when they agree. */
export async function schemaDifference(url: string): Promise<string> {
  const content = await readFile(schemaFile, "utf8");
  const files = [{ path: schemaFile, content }];
  return withSchemaEngine(url, content, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : `${sql}\n`;
  });
}
