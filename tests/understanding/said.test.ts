import { beforeAll, describe, expect, it } from "vitest";
import { openCity } from "../support/city.ts";
import { type Answered, askAll, figuresOf, moveCity } from "./ask.ts";
import { moments } from "./moments.ts";
import { sayingsOf } from "./saying.ts";

const city = openCity({ plant: false });

/** The least share that must hold, of all sentences and of each language's. */
const least = { all: 0.95, each: 0.93 };

/** Prints the figures, and where it is to be mended, what is wrong with the rest. */
function report(name: string, answered: readonly Answered[], isHeldOut = false): ReturnType<typeof figuresOf> {
  const figures = figuresOf(answered);
  console.info(`${name}: ${figures.text}`);
  if (isHeldOut) return figures;
  for (const { saying, fault } of answered)
    if (fault !== null) console.info(`  ${saying.lang} “${saying.q}”: ${fault}`);
  return figures;
}

describe.each(Object.entries(moments))("on a %s", (day, moment) => {
  it("what residents say is answered on the first screen", async () => {
    await moveCity(city, moment);
    const { share } = report(`said, ${day}`, await askAll(city, sayingsOf("said"), moment));
    for (const language of ["ru", "tt", "en"]) expect(share(language), language).toBeGreaterThanOrEqual(least.each);
    expect(share()).toBeGreaterThanOrEqual(least.all);
  });
});

// What a day of the week changes is in the sentences above; these are said on the last of the three days.
describe("on a tuesday", () => {
  const moment = moments.tuesday;
  beforeAll(() => moveCity(city, moment));

  it("so is what was written down when it could be read", async () => {
    const { share } = report("written after", await askAll(city, sayingsOf("written-after"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.95);
  });

  it("so is what was written down before anything read it", async () => {
    const answered = await askAll(city, sayingsOf("written-before"), moment);
    const { share } = report("written before", answered, true);
    expect(share()).toBeGreaterThanOrEqual(0.95);
  });

  // Written by somebody who did not know what the bot can do; 70.6 % held before the classifier was made for its kinds.
  it("so is what was written by somebody who had not seen the bot", async () => {
    const { share } = report("written blind", await askAll(city, sayingsOf("written-blind"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.92);
  });

  // Written before the rules and the examples were looked at: 86.2 % of the two thirds held then, 81.8 % of the last third and 89.9 % of it since.
  it("so is what was written ahead of the rules, two thirds of it mended for and a third never looked at", async () => {
    const { share } = report("own words", await askAll(city, sayingsOf("own-words"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.96);
    const heldOut = await askAll(city, sayingsOf("own-words-held-out"), moment);
    expect(report("own words, held out", heldOut, true).share()).toBeGreaterThanOrEqual(0.87);
  });

  // Written ahead of everything as residents type: 75.0 % of the third that is never looked at held then, and 87.5 % since.
  it("so is a second such set, misspelt, mixed and dictated", async () => {
    const { share } = report("fresh", await askAll(city, sayingsOf("fresh"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.95);
    const heldOut = await askAll(city, sayingsOf("fresh-held-out"), moment);
    expect(report("fresh, held out", heldOut, true).share()).toBeGreaterThanOrEqual(0.84);
  });

  // Written ahead of any look at the rules: 73.5 % of the two thirds held at first, 83.0 % of the third never looked at.
  it("so is a third such set, of long politeness, slang, and what goes on from before", async () => {
    const { share } = report("second blind", await askAll(city, sayingsOf("second-blind"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.94);
    const heldOut = await askAll(city, sayingsOf("second-blind-held-out"), moment);
    expect(report("second blind, held out", heldOut, true).share()).toBeGreaterThanOrEqual(0.92);
  });

  // Written by who mended the rules, before the words and examples were read: 85.0 % of the two thirds held then (with three
  // expectations that asked too much; they ask for the address, and for what one can reach in a wheelchair), 82.5 % of the third.
  it("so is a fourth such set, of several conditions, houses in any case, and orders", async () => {
    const { share } = report("third blind", await askAll(city, sayingsOf("third-blind"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.95);
    const heldOut = await askAll(city, sayingsOf("third-blind-held-out"), moment);
    expect(report("third blind, held out", heldOut, true).share()).toBeGreaterThanOrEqual(0.9);
  });

  // Written ahead of any look at the words and examples: 74.2 % of the two thirds held then, and 85.0 % of the third never looked
  // at. Some expectations asked too much, alike in both: a price is said by what a search finds, and a plan begins with its day.
  it("so is a fifth such set, of short follow-ups, all that the bot can do, and irritation", async () => {
    const { share } = report("fourth blind", await askAll(city, sayingsOf("fourth-blind"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.96);
    const heldOut = await askAll(city, sayingsOf("fourth-blind-held-out"), moment);
    expect(report("fourth blind, held out", heldOut, true).share()).toBeGreaterThanOrEqual(0.9);
  });

  // Written ahead of any look at the words, the rules and the examples, after all of the above had been mended for: 79.2 % of the
  // two thirds held then, and 77.8 % of the third never looked at. Some expectations asked too much, alike in both: a stranger to
  // the address, or one section of what is called a concert.
  it("so is a sixth such set, of spans of hours, what is over, and every order there is", async () => {
    const { share } = report("fifth blind", await askAll(city, sayingsOf("fifth-blind"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.96);
    const heldOut = await askAll(city, sayingsOf("fifth-blind-held-out"), moment);
    expect(report("fifth blind, held out", heldOut, true).share()).toBeGreaterThanOrEqual(0.82);
  });

  // Written to find what else was not understood, and mended for: 83.7 % of it held at first.
  it("so is what asks for hours, courses, prices and what goes on from a card", async () => {
    const { share } = report("written to probe", await askAll(city, sayingsOf("written-to-probe"), moment));
    expect(share()).toBeGreaterThanOrEqual(0.95);
  });
});
