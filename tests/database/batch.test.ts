import { describe, expect, it } from "vitest";
import { gather } from "../../bot/database/batch.ts";

const owner = {};

describe("questions asked at the same time", () => {
  it("are answered by one call, each with its own answer", async () => {
    const calls: number[][] = [];
    const double = gather(async (_: object, questions: number[]) => {
      calls.push(questions);
      return questions.map((question) => question * 2);
    });
    expect(await Promise.all([1, 2, 3, 4].map((question) => double(owner, question)))).toEqual([2, 4, 6, 8]);
    expect(calls).toEqual([[1, 2, 3, 4]]);
  });

  it("are looked up after they were asked, so a change before is seen", async () => {
    let value = "old";
    let calls = 0;
    let change = () => {};
    const changed = new Promise<void>((resolve) => {
      change = resolve;
    });
    const read = gather(async (_: object, questions: null[]) => {
      const found = value;
      calls += 1;
      if (found === "old") await changed;
      return questions.map(() => found);
    });
    const before = read(owner, null);
    // As soon as the first call is under way.
    await expect.poll(() => calls).toBe(1);
    value = "new";
    expect(await read(owner, null)).toBe("new");
    change();
    expect(await before).toBe("old");
  });

  it("with other keys, or to other owners, go apart", async () => {
    const calls: string[][] = [];
    const ask = gather(
      async (_: object, questions: string[]) => {
        calls.push(questions);
        return questions;
      },
      { keyOf: (question) => question },
    );
    await Promise.all([ask({}, "a"), ask(owner, "a"), ask(owner, "b"), ask(owner, "b")]);
    expect(calls).toEqual([["a"], ["a"], ["b", "b"]]);
  });

  it("fail together, and the next ones are asked anew", async () => {
    let isAway = true;
    const ask = gather(async (_: object, questions: number[]) => {
      if (isAway) throw new Error("away");
      return questions;
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((question) => ask(owner, question)));
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    isAway = false;
    expect(await ask(owner, 4)).toBe(4);
  });
});
