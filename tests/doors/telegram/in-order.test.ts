import { expect, it } from "vitest";
import { InOrder } from "../../../bot/doors/telegram/intake/sequentialize.ts";

it("does work of one key in order and of different keys side by side", async () => {
  const inOrder = new InOrder<string>();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const all = [
    inOrder.run(1, "", () => first.promise.then(() => done.push("1a"))),
    inOrder.run(1, "", async () => done.push("1b")),
    inOrder.run(2, "", async () => done.push("2a")),
  ];
  await all[2];
  expect(done).toEqual(["2a"]);
  first.resolve();
  await Promise.all(all);
  expect(done).toEqual(["2a", "1a", "1b"]);
});

it("goes on after a failure, which only its own caller hears of", async () => {
  const inOrder = new InOrder<string>();
  const failing = inOrder.run(1, "", () => Promise.reject(new Error("broken")));
  const next = inOrder.run(1, "", async () => "fine");
  await expect(failing).rejects.toThrow("broken");
  await expect(next).resolves.toBe("fine");
});

it("is idle when everything begun has ended, what was begun meanwhile too", async () => {
  const inOrder = new InOrder<string>();
  const done: string[] = [];
  void inOrder.run(1, "", async () => {
    void inOrder.run(1, "", async () => done.push("second"));
    done.push("first");
  });
  await inOrder.idle();
  expect(done).toEqual(["first", "second"]);
  await inOrder.idle();
});

it("tells which comes next, and how many wait", async () => {
  const inOrder = new InOrder<string>();
  const seen: (string | undefined)[] = [];
  const look = (item: string) => inOrder.run(1, item, async (next) => void seen.push(next));
  const all = [look("a"), look("b"), look("c")];
  expect(inOrder.waiting(1)).toBe(3);
  await Promise.all(all);
  expect(seen).toEqual(["b", "c", undefined]);
  expect(inOrder.waiting(1)).toBe(0);
});
