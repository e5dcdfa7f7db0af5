/**
 * Makes what is generated and not committed: the Prisma client and the typed message keys.
 * Runs after `npm install`; `npm run generate` runs it again after a change of schema or locales.
 */
import { generateClient } from "./generate-client.ts";
import { generateKeys } from "./generate-keys.ts";
import { thinClient } from "./thin-client.ts";

await generateClient();
await thinClient();
generateKeys();
