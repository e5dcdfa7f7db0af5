import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const schema = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));
// The modules of the generator's ES form name each other without an extension, which Node.js does not read (7.10.0).
const require = createRequire(import.meta.url);

/**
 * Writes the Prisma client into prisma/client, as `prisma generate` does, by the generator that the CLI calls. The CLI itself
 * is not installed: with what it brings for studio and for a local database it takes 175 MB more.
 */
export async function generateClient(): Promise<void> {
  const { PrismaClientTsGenerator }: typeof import("@prisma/client-generator-ts") =
    require("@prisma/client-generator-ts");
  const { getGenerator, loadSchemaContext }: typeof import("@prisma/internals") = require("@prisma/internals");
  const generator = await getGenerator({
    schemaContext: await loadSchemaContext({ schemaPath: { cliProvidedPath: schema }, printLoadMessage: false }),
    registry: { "prisma-client": { type: "in-process", generator: new PrismaClientTsGenerator() } },
    cliCommand: "generate",
  });
  await generator.generate();
  generator.stop();
}
