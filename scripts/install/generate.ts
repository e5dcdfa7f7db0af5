/**
 * Makes what is generated and not committed: the Prisma client, the typed message keys, the classifier, and of all of it the
 * program in one piece, without which the bot runs, too.
 * Runs after `npm install`; `npm run generate` runs it again after a change of schema or locales.
 */
import { makeBundle } from "./bundle.ts";
import { generateClient } from "./generate-client.ts";
import { generateKeys } from "./generate-keys.ts";
import { thinClient } from "./thin-client.ts";
import { trainClassifier } from "./train-classifier.ts";

await generateClient();
await thinClient();
generateKeys();
trainClassifier();
await makeBundle().catch((error: Error) => console.warn(`The bot starts slower than it could: ${error.message}`));
