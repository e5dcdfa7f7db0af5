import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { rebuildSearch } from "./index-store.ts";

/** What the index is of: raised when `document.ts` makes other documents, kept as the comment of the table. */
const version = "documents 4";

/** Makes the index anew where an older program made it; resolves to whether that was so. */
export async function refreshSearch(queries: Queries): Promise<boolean> {
  const [table] = await queries.$queryRaw<{ version: string | null }[]>`
    SELECT obj_description('"EventSearch"'::regclass, 'pg_class') AS "version"`;
  if (table?.version === version) return false;
  await rebuildSearch(queries);
  // A comment takes no parameter.
  await queries.$executeRaw`COMMENT ON TABLE "EventSearch" IS ${Prisma.raw(`'${version}'`)}`;
  return true;
}
