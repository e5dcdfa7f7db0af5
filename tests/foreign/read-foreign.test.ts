import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { readForeign } from "../../bot/foreign/read-foreign.ts";

/** The reader of texts of this process. */
async function findReader(): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)]);
  const line = stdout.split("\n").find((each) => each.includes("reader-process.ts"));
  return Number.parseInt(line ?? "", 10);
}

it("texts asked for at once are answered each by its own, from one process", async () => {
  const prices = await Promise.all(["100 руб.", "200 руб.", "300 руб."].map((text) => readForeign("price", text)));
  expect(prices).toMatchObject([100, 200, 300].map((priceMin) => ({ kind: "read", value: { priceMin } })));
  const pid = await findReader();
  await readForeign("price", "400 руб.");
  expect(await findReader()).toBe(pid);
});

it("a text whose reader is ended is told as unread, and the next one is read by another", async () => {
  await readForeign("price", "100 руб.");
  const pid = await findReader();
  // The reader hears the question and cannot answer it.
  process.kill(pid, "SIGSTOP");
  const [asked, next] = [readForeign("price", "200 руб."), readForeign("price", "300 руб.")];
  process.kill(pid, "SIGXCPU");
  process.kill(pid, "SIGCONT");
  expect(await asked).toEqual({ kind: "unread", excess: "time" });
  expect(await next).toMatchObject({ kind: "read", value: { priceMin: 300 } });
  expect(await findReader()).not.toBe(pid);
});
