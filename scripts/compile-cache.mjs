// Keeps compiled code, TypeScript's types already taken out, from one start to the next: the second takes two thirds
// of the time and some 20 MB less. Beside it stands --max-semi-space-size=8, which takes another 15 MB off. Loaded before everything else (package.json); without a writable folder nothing is kept.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
