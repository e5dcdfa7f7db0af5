import { afterEach, expect, it } from "vitest";
import { limits } from "../../bot/foreign/limits.ts";
import { ForeignReader } from "../../bot/foreign/start-reader.ts";

let reader: ForeignReader | undefined;
afterEach(() => reader?.end());

/** A quarter of the usual heap: to fill all of it takes four times as long, and shows the same. */
const heap = limits.heap / 4;

async function ask(name: string) {
  reader = new ForeignReader(new URL("greedy-process.ts", import.meta.url), heap);
  reader.ask({ kind: "text", reader: name, args: [] });
  return reader.next();
}

it.each([
  ["loop", "time", "time"],
  ["regular expression", "expression", "time"],
  ["heap of small things", "heap", "memory"],
  ["table in one piece, which no thread survives", "map", "memory"],
  ["store outside of the heap", "buffers", "memory"],
])("a %s without end is ended from outside, and the reason told", async (_, name, excess) => {
  expect(await ask(name)).toEqual({ kind: "ended", excess });
  expect(reader?.hasEnded).toBe(true);
});

it("a fault of the program is told as one", async () => {
  expect(await ask("fault")).toMatchObject({ kind: "failed" });
});

it("a reader that takes its time and no more answers", async () => {
  expect(await ask("well")).toEqual({ kind: "value", value: "well" });
});
