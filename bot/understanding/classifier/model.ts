import { buckets } from "./features.ts";

/** A linear model: for each class a weight of each bucket, and one that every text has. */
export interface Model {
  classes: readonly string[];
  /** By bucket, then by class, in units of `unit`: a byte each once they are packed. */
  weights: { [index: number]: number; readonly length: number };
  unit: number;
  biases: number[];
}

/** How likely each class is, in the order of the classes; the sum is 1 (softmax over the mean weight of the features). */
export function likelihoods({ classes, weights, unit, biases }: Model, features: readonly number[]): number[] {
  // Long texts have more features; their length must not make them surer.
  const share = unit / Math.sqrt(Math.max(1, features.length));
  const scores = classes.map((_, index) => biases[index] ?? 0);
  // The weights of one feature lie side by side: read in their order they cost a third.
  for (const feature of features) {
    const first = feature * classes.length;
    for (let index = 0; index < scores.length; index += 1)
      scores[index] = (scores[index] ?? 0) + (weights[first + index] ?? 0) * share;
  }
  const most = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - most));
  const total = exponentials.reduce((sum, each) => sum + each, 0);
  return exponentials.map((each) => each / total);
}

/** A model as JSON. */
export interface PackedModel {
  classes: readonly string[];
  /** A byte for each weight, in Base64. */
  weights: string;
  unit: number;
  biases: number[];
}

/** The largest weight becomes 127. */
export function pack({ classes, weights, unit, biases }: Model): PackedModel {
  const plain = Float32Array.from(weights);
  const largest = plain.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const bytes = Int8Array.from(plain, (weight) => Math.round((weight / largest) * 127));
  return { classes, weights: Buffer.from(bytes.buffer).toString("base64"), unit: (unit * largest) / 127, biases };
}

/** Throws where the packed model was made for other features. */
export function unpack({ classes, weights, unit, biases }: PackedModel): Model {
  const bytes = new Int8Array(Buffer.from(weights, "base64"));
  if (bytes.length !== buckets * classes.length) throw new Error("the classifier is out of date: npm run generate");
  return { classes, weights: bytes, unit, biases };
}
