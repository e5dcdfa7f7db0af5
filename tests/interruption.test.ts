import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, it } from "vitest";
import { Interruption } from "../bot/interruption.ts";

it("what is tried again and again is a line when it ceases, one for each new reason, and one when it goes on", () => {
  const lines: { msg: string; failures?: number }[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const interruption = new Interruption(pino({ base: null }, sink), "delivery interrupted", { job: "digests" });
  interruption.well();
  const tries = [..."aaaabb"].map((reason) => interruption.failed(new Error(reason)));
  expect(tries).toEqual([1, 2, 3, 4, 5, 6]);
  interruption.well();
  interruption.well();
  interruption.failed(new Error("b"));
  expect(lines.map(({ msg, failures }) => [msg, failures])).toEqual([
    ["delivery interrupted", 1],
    ["delivery interrupted", 5],
    ["delivery interrupted: goes on", 6],
    ["delivery interrupted", 1],
  ]);
  expect(lines.every((line) => "job" in line)).toBe(true);
});
