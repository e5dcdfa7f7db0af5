/**
 * Makes what is generated and not committed: the Prisma client, the typed message keys, and the classifier.
 * Runs after `npm install`; `npm run generate` runs it again after a change of schema or locales.
 */
import { generateClient } from "./generate-client.ts";
import { generateKeys } from "./generate-keys.ts";
import { thinClient } from "./thin-client.ts";
import { trainClassifier } from "./train-classifier.ts";

await generateClient();
await thinClient();
generateKeys();
trainClassifier();
