import { describe, expect, it } from "vitest";
import type { Lane } from "../../bot/delivery/delivery.ts";
import { Hand } from "../../bot/delivery/sending/claim-buffer.ts";

let people = 0;
const of = (lane: Lane, count: number, personId?: number) =>
  Array.from({ length: count }, () => {
    people += 1;
    return { lane, personId: personId ?? people, door: "telegram" as const };
  });
const anyone = () => true;

describe("the hand", () => {
  it("lets urgent go before normal before bulk, and bulk have one in six", () => {
    const hand = new Hand();
    hand.add([...of("bulk", 20), ...of("normal", 20), ...of("urgent", 20)]);
    const order = hand.take(12, anyone).map(({ lane }) => lane.charAt(0));
    expect(order.join("")).toBe("uunuubuunuub");
  });

  it("takes no more of the bulk lane than it may, and everything else as ever", () => {
    const hand = new Hand();
    hand.add([...of("bulk", 20), ...of("normal", 20), ...of("urgent", 6)]);
    const order = hand.take(24, anyone, 1).map(({ lane }) => lane.charAt(0));
    expect(order.filter((lane) => lane === "b")).toHaveLength(1);
    expect(order.filter((lane) => lane === "u")).toHaveLength(6);
    expect(hand.take(24, anyone, 0).every(({ lane }) => lane === "normal")).toBe(true);
    expect(hand.take(24, anyone, 0)).toEqual([]);
    expect(hand.take(24, anyone)).toHaveLength(19);
  });

  it("gives a lane's turn to the next when it is empty", () => {
    const hand = new Hand();
    hand.add([...of("bulk", 3), ...of("normal", 5)]);
    expect(
      hand
        .take(9, anyone)
        .map(({ lane }) => lane.charAt(0))
        .join(""),
    ).toBe("nnnnnbbb");
  });

  it("takes one for a person at a time, the longest due first", () => {
    const hand = new Hand();
    const [first, second] = of("normal", 2, -1);
    const other = of("normal", 1);
    hand.add([first, second].filter((item) => item !== undefined));
    hand.add(other);
    expect(hand.take(3, anyone)).toEqual([first, ...other]);
    expect(hand.take(3, anyone)).toEqual([second]);
  });

  it("leaves those whose chat has to wait, and gives everything back when asked", () => {
    const hand = new Hand();
    hand.add([...of("urgent", 2, -7), ...of("bulk", 1, -8)]);
    expect(hand.take(5, ({ personId }) => personId !== -7)).toEqual([{ lane: "bulk", personId: -8, door: "telegram" }]);
    expect(hand.empty()).toHaveLength(2);
    expect(hand.size).toBe(0);
  });
});
