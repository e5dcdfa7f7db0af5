import { buckets, featuresOf, foldForClassifier } from "./features.ts";
import { likelihoods, type Model } from "./model.ts";

/** A sentence, and the class that it is an example of. */
export interface Example {
  text: string;
  class: string;
}

/** Times that all examples are gone through; more learn them by heart. */
const rounds = 6;
/** Step of AdaGrad, which makes it smaller for what has been seen often. */
const step = 0.3;
const biasStep = 0.03;

/**
 * Learns a linear model from examples: softmax regression, by stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer
 * 2011). The same examples give the same model.
 */
export function train(examples: readonly Example[]): Model {
  const classes = [...new Set(examples.map((example) => example.class))].sort();
  const model: Model = {
    classes,
    weights: new Float32Array(buckets * classes.length),
    unit: 1,
    biases: classes.map(() => 0),
  };
  const seen = new Float32Array(model.weights.length).fill(1e-6);
  const read = examples.map((example) => ({
    features: featuresOf(foldForClassifier(example.text)),
    index: classes.indexOf(example.class),
  }));
  const random = fixedRandom();
  for (let round = 0; round < rounds; round += 1)
    for (const example of shuffled(read, random)) learn(model, seen, example);
  return model;
}

function learn(
  model: Model,
  seen: Float32Array,
  { features, index }: { features: readonly number[]; index: number },
): void {
  const { classes, weights, biases } = model;
  const share = 1 / Math.sqrt(Math.max(1, features.length));
  for (const [each, likelihood] of likelihoods(model, features).entries()) {
    const error = likelihood - (each === index ? 1 : 0);
    if (Math.abs(error) < 0.001) continue;
    biases[each] = (biases[each] ?? 0) - biasStep * error;
    const gradient = error * share;
    for (const feature of features) {
      const at = feature * classes.length + each;
      const sum = (seen[at] ?? 0) + gradient * gradient;
      seen[at] = sum;
      weights[at] = (weights[at] ?? 0) - (step * gradient) / Math.sqrt(sum);
    }
  }
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((value) => ({ value, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}

/** Lehmer's generator with a fixed beginning: from 0 to 1. */
function fixedRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
