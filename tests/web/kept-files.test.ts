import { describe, expect, it } from "vitest";
import { KeptFiles } from "../../bot/web/kept-files.ts";

const bounds = { mostBytes: 10_000, mostAtOnce: 2, mostWaiting: 3 };

describe("kept files", () => {
  it("hold no more bytes than allowed; what was not asked for longest is fetched again", async () => {
    const fetched: string[] = [];
    const files = new KeptFiles<string>({
      ...bounds,
      fetch: async (key) => {
        fetched.push(key);
        return { value: key, bytes: 4_000 };
      },
    });
    for (const key of ["a", "b", "a", "c", "a", "b"]) await files.get(key);
    expect(fetched).toEqual(["a", "b", "c", "b"]);
    expect(files.bytes).toBeLessThanOrEqual(bounds.mostBytes);
  });

  it("do not keep what is larger than all they may hold, and count small things as something", async () => {
    const large = new KeptFiles<string>({ ...bounds, fetch: async (value) => ({ value, bytes: 10_001 }) });
    await large.get("a");
    expect(large.bytes).toBe(0);
    const small = new KeptFiles<string>({ ...bounds, fetch: async (value) => ({ value, bytes: 0 }) });
    for (let index = 0; index < 1_000; index += 1) await small.get(String(index));
    expect(small.bytes).toBeGreaterThan(0);
    expect(small.bytes).toBeLessThanOrEqual(bounds.mostBytes);
  });

  it("fetch few at a time, let a few wait, and refuse the rest; all who were taken get theirs", async () => {
    let running = 0;
    let most = 0;
    const gate = Promise.withResolvers<void>();
    const files = new KeptFiles<string>({
      ...bounds,
      async fetch(value) {
        running += 1;
        most = Math.max(most, running);
        await gate.promise;
        running -= 1;
        if (value === "b") throw new Error("broken");
        return { value, bytes: 1 };
      },
    });
    const answers = ["a", "b", "c", "d", "e", "f", "g", "a"].map((key) => files.get(key));
    expect(await answers[5]).toEqual({ kind: "busy" });
    gate.resolve();
    const settled = await Promise.allSettled(answers);
    expect(most).toBe(2);
    expect(settled.map((one) => (one.status === "fulfilled" ? one.value.kind : "failed"))).toEqual([
      "value",
      "failed",
      "value",
      "value",
      "value",
      "busy",
      "busy",
      "value",
    ]);
    expect(await files.get("h")).toEqual({ kind: "value", value: "h" });
  });
});
