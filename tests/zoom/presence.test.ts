import fc from "fast-check";
import { expect, it } from "vitest";
import { addMovement, type Movement, type PresenceSpan } from "../../bot/zoom/presence.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 7, minute));
const joined = (minute: number): Movement => ({ kind: "joined", at: at(minute) });
const left = (minute: number): Movement => ({ kind: "left", at: at(minute) });
const tell = (movements: readonly Movement[]) =>
  movements
    .reduce<PresenceSpan[]>(addMovement, [])
    .map(({ joinedAt, leftAt }) => [joinedAt.getUTCMinutes(), leftAt?.getUTCMinutes() ?? null])
    .sort((a, b) => Number(a[0]) - Number(b[0]));

it.each<[string, Movement[], (number | null)[][]]>([
  ["comes and stays", [joined(1)], [[1, null]]],
  ["comes and goes", [joined(1), left(30)], [[1, 30]]],
  ["goes, and the coming is told later", [left(30), joined(1)], [[1, 30]]],
  ["goes, and the coming is never told", [left(30)], [[30, 30]]],
  [
    "falls out and comes again",
    [joined(1), left(10), joined(12), left(50)],
    [
      [1, 10],
      [12, 50],
    ],
  ],
  [
    "has two devices, one inside the other's time",
    [joined(1), joined(5), left(20), left(50)],
    [
      [1, 50],
      [5, 20],
    ],
  ],
  ["is told of twice", [joined(1), joined(1), left(9), left(9)], [[1, 9]]],
])("who %s", (_, movements, spans) => {
  expect(tell(movements)).toEqual(spans);
});

it("comes out the same in whatever order and however often it is told", () => {
  const movement = fc.record({ kind: fc.constantFrom("joined" as const, "left" as const), minute: fc.nat(59) });
  const movements = fc.uniqueArray(movement, { maxLength: 8, selector: ({ minute }) => minute });
  const told = movements.chain((all) => {
    const list = all.map(({ kind, minute }): Movement => ({ kind, at: at(minute) }));
    const again = fc
      .subarray(list)
      .chain((some) => fc.shuffledSubarray([...list, ...some], { minLength: list.length + some.length }));
    return fc.tuple(fc.constant(list), again);
  });
  fc.assert(
    fc.property(told, ([once, shuffled]) => {
      expect(tell(shuffled)).toEqual(tell(once));
    }),
  );
});
