import { buckets } from "./features.ts";

/** A linear model: for each class a weight of each bucket, and one that every text has. */
export interface Model {
  classes: readonly string[];
  /** By bucket, then by class. */
  weights: Float32Array;
  biases: Float32Array;
}

/** How likely each class is, in the order of the classes; the sum is 1 (softmax over the mean weight of the features). */
export function likelihoods({ classes, weights, biases }: Model, features: readonly number[]): number[] {
  // Long texts have more features; their length must not make them surer.
  const share = 1 / Math.sqrt(Math.max(1, features.length));
  const scores = classes.map((_, index) => {
    let sum = biases[index] ?? 0;
    for (const feature of features) sum += (weights[feature * classes.length + index] ?? 0) * share;
    return sum;
  });
  const most = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - most));
  const total = exponentials.reduce((sum, each) => sum + each, 0);
  return exponentials.map((each) => each / total);
}

/** A model as text: a byte for each weight, of which the largest is 127. */
export interface PackedModel {
  classes: readonly string[];
  /** The weight of 127. */
  largest: number;
  /** Base64. */
  weights: string;
  biases: readonly number[];
}

export function pack({ classes, weights, biases }: Model): PackedModel {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  return { classes, largest, weights: Buffer.from(bytes.buffer).toString("base64"), biases: [...biases] };
}

/** Throws where the packed model was made for other features. */
export function unpack({ classes, largest, weights, biases }: PackedModel): Model {
  const bytes = new Int8Array(Buffer.from(weights, "base64"));
  if (bytes.length !== buckets * classes.length) throw new Error("the classifier is out of date: npm run generate");
  return {
    classes,
    weights: Float32Array.from(bytes, (byte) => (byte / 127) * largest),
    biases: Float32Array.from(biases),
  };
}
