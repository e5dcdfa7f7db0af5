/**
 * Makes what is generated and not committed: the Prisma client and the typed message keys.
 * Runs after `npm install`; `npm run generate` runs it again after a change of schema or locales.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { generateKeys } from "./generate-keys.ts";
import { thinClient } from "./thin-client.ts";

const prisma = fileURLToPath(import.meta.resolve("prisma/build/index.js"));

execFileSync(process.execPath, [prisma, "generate"], {
  stdio: ["ignore", "ignore", "inherit"],
  env: {
    ...process.env,
    // `generate` needs no schema engine, but the CLI downloads one unless it is told of a file. Any file will do.
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});

await thinClient();
generateKeys();
