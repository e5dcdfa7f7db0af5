import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { pack } from "../bot/understanding/classifier/model.ts";
import { type Example, train } from "../bot/understanding/classifier/train.ts";

const folder = new URL("../bot/understanding/examples/", import.meta.url);

/** The example sentences of all languages. */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const sentences: Record<string, string[]> = parse(readFileSync(new URL(name, folder), "utf8"));
      return Object.entries(sentences).flatMap(([intent, texts]) =>
        texts.map((text) => ({ text: String(text), class: intent })),
      );
    });
}

/** Trains the classifier by the examples, and writes it as a module: what runs needs neither files nor time. */
export function trainClassifier(): void {
  const packed = JSON.stringify(pack(train(readExamples())));
  const path = fileURLToPath(new URL("../bot/understanding/classifier/trained.ts", import.meta.url));
  writeFileSync(
    path,
    `// Made by scripts/train-classifier.ts from bot/understanding/examples.\nimport type { PackedModel } from "./model.ts";\n\nexport const packedModel: PackedModel = ${packed};\n`,
  );
}
