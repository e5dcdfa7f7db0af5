import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { pack } from "../../bot/understanding/classifier/model.ts";
import { type Example, train } from "../../bot/understanding/classifier/train.ts";

const folder = new URL("../../bot/understanding/examples/", import.meta.url);

/** Sentences by what they want. */
const examplesSchema = z.record(z.string(), z.array(z.coerce.string()));

/** The example sentences of all languages. */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const sentences = examplesSchema.parse(load(readFileSync(new URL(name, folder), "utf8")));
      return Object.entries(sentences).flatMap(([intent, texts]) => texts.map((text) => ({ text, class: intent })));
    });
}

/** Trains the classifier by the examples, and writes it as JSON: what runs needs no time for it. */
export function trainClassifier(): void {
  const target = new URL("../../bot/understanding/classifier/trained.json", import.meta.url);
  writeFileSync(target, JSON.stringify(pack(train(readExamples()))));
}
