import { queryWords, readingsOf } from "../../programme/search/query/query-word.ts";
import { type PlainIntent, plainIntents } from "../intent.ts";
import { featuresOf, foldForClassifier } from "./features.ts";
import { likelihoods, unpack } from "./model.ts";
import packedModel from "./trained.json" with { type: "json" };

/** What a message is most like among all that is no search, and how likely that is (0 to 1). */
export interface Likeness {
  intent: PlainIntent;
  likelihood: number;
}

const model = unpack(packedModel);

/** Compares a message with the example sentences, in whichever way of reading it is most like one of them. */
export function likenessOf(text: string): Likeness | null {
  const ways = new Set([
    foldForClassifier(text),
    ...readingsOf(queryWords(text)).map((forms) => foldForClassifier(forms.join(" "))),
  ]);
  return [...ways]
    .map(likenessOfWay)
    .reduce<Likeness | null>(
      (best, each) => (each && (best === null || each.likelihood > best.likelihood) ? each : best),
      null,
    );
}

function likenessOfWay(folded: string): Likeness | null {
  let best: Likeness | null = null;
  for (const [index, likelihood] of likelihoods(model, featuresOf(folded)).entries()) {
    const intent = plainIntents.find((each) => each === model.classes[index]);
    if (intent !== undefined && likelihood > (best?.likelihood ?? 0)) best = { intent, likelihood };
  }
  return best;
}
