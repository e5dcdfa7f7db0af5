import { expect, it } from "vitest";
import { InHand } from "../../../bot/doors/telegram/intake/in-hand.ts";

it("counts the time of each update in hand, done or not", async () => {
  let now = 0;
  const inHand = new InHand(() => now);
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const handled = inHand.count(() => first.promise);
  now = 10;
  const failed = inHand.count(() => second.promise);
  now = 15;
  expect(inHand.account).toEqual({ updates: 2, milliseconds: 20 });
  first.resolve();
  await handled;
  now = 20;
  second.reject(new Error("the program stops"));
  await expect(failed).rejects.toThrow("the program stops");
  now = 100;
  expect(inHand.account).toEqual({ updates: 2, milliseconds: 25 });
});
