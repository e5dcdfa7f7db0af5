import { likenessOf } from "../../bot/understanding/classifier/classify.ts";
import { featuresOf } from "../../bot/understanding/classifier/features.ts";
import { parseMessage } from "../../bot/understanding/parse-message.ts";
import { tag } from "../../bot/understanding/tagging.ts";

/** The readers of what a message wants, by name. */
export const readersOfUnderstanding: Readonly<Record<string, (text: string) => unknown>> = {
  "bot/understanding/classifier/classify.ts likenessOf": likenessOf,
  "bot/understanding/classifier/features.ts featuresOf": featuresOf,
  "bot/understanding/parse-message.ts parseMessage": (text) => parseMessage(text, "ru"),
  "bot/understanding/tagging.ts tag": tag,
};
