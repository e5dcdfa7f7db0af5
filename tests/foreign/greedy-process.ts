/** A reader made greedy on purpose, watched like the real one. */
import { limits } from "../../bot/foreign/limits.ts";
import type { Request } from "../../bot/foreign/protocol.ts";
import { startWatch } from "../../bot/foreign/watch.ts";

const watch = startWatch();
const kept: unknown[] = [];

process.on("disconnect", () => process.exit());
process.on("message", ({ reader }: Extract<Request, { kind: "text" }>) => {
  // Memory takes its time to fill, too, and that is not what is to end it.
  watch.allow(reader === "time" || reader === "expression" ? limits.text : limits.record);
  switch (reader) {
    case "time":
      for (;;);
    case "expression":
      return void /^(?:a+)+$/u.test(`${"a".repeat(60)}b`);
    case "heap":
      for (;;) kept.push(Array.from({ length: 1_000 }));
    case "map": {
      const map = new Map<number, number>();
      for (let key = 0; ; key += 1) map.set(key, key);
    }
    case "buffers":
      for (;;) kept.push(Buffer.alloc(10_000_000, 1));
    case "fault":
      throw new Error("a fault of the program");
    default:
      process.send?.({ kind: "value", value: reader });
  }
});
