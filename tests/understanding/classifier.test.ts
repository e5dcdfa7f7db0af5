import { describe, expect, it } from "vitest";
import { likenessOf } from "../../bot/understanding/classifier/classify.ts";
import { featuresOf, foldForClassifier } from "../../bot/understanding/classifier/features.ts";
import { likelihoods, pack, unpack } from "../../bot/understanding/classifier/model.ts";
import { train } from "../../bot/understanding/classifier/train.ts";
import { plainIntents } from "../../bot/understanding/intent.ts";
import { readExamples } from "../../scripts/install/train-classifier.ts";

const examples = readExamples();

describe("the examples", () => {
  it("are of intents, and of searches", () => {
    const known = new Set<string>([...plainIntents, "search"]);
    expect(examples.filter((example) => !known.has(example.class))).toEqual([]);
    expect(examples.length).toBeGreaterThan(5_000);
  });

  it("are each of one intent alone", () => {
    const classes = new Map<string, Set<string>>();
    for (const { text, class: of } of examples) classes.set(text, (classes.get(text) ?? new Set()).add(of));
    expect([...classes].filter(([, all]) => all.size > 1).map(([text]) => text)).toEqual([]);
  });
});

describe("the classifier", () => {
  const few = examples.filter((_, index) => index % 2 === 0);
  const model = train(few);
  const likeliest = (text: string) => {
    const all = likelihoods(model, featuresOf(foldForClassifier(text)));
    return model.classes[all.indexOf(Math.max(...all))];
  };

  it("knows what it has learned", () => {
    const known = few.filter(({ text, class: of }) => likeliest(text) === of);
    expect(known.length / few.length).toBeGreaterThan(0.95);
  });

  it("takes more than half of what it has not seen for what it is, from half of the examples", () => {
    const unseen = examples.filter((_, index) => index % 2 === 1);
    const known = unseen.filter(({ text, class: of }) => likeliest(text) === of);
    console.info(`of ${unseen.length} unseen sentences ${known.length} are known`);
    expect(known.length / unseen.length).toBeGreaterThan(0.5);
  });

  it("learns the same from the same, and loses next to nothing when it is packed", () => {
    const again = unpack(pack(train(few)));
    const features = featuresOf(foldForClassifier("не могу зайти на урок"));
    for (const [index, likelihood] of likelihoods(model, features).entries())
      expect(likelihoods(again, features)[index]).toBeCloseTo(likelihood, 1);
  });

  it.each([
    ["меня никто не слышит микрофон перечеркнут", "trouble"],
    ["сылтама һаман юк, дәрес башлана", "trouble"],
    ["please stop sending me all this stuff", "unsubscribe"],
  ])("“%s” is like %s", (text, intent) => {
    expect(likenessOf(text)).toMatchObject({ intent });
  });
});
