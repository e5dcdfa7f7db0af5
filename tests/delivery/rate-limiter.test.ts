import { describe, expect, it } from "vitest";
import { Pace } from "../../bot/delivery/sending/rate-limiter.ts";

/** Sends as fast as the pace allows for so many milliseconds; each answer takes `latency(n)`. Returns when each went. */
function run(
  pace: Pace,
  length: number,
  latency: (message: number) => number,
  late: (message: number) => number = () => 0,
) {
  const sent: number[] = [];
  const answers: { at: number; passage: ReturnType<Pace["begin"]> }[] = [];
  let now = 0;
  while (now < length) {
    for (let index = answers.length - 1; index >= 0; index -= 1) {
      const answer = answers[index];
      if (answer === undefined || answer.at > now) continue;
      pace.end(answer.passage, answer.at);
      answers.splice(index, 1);
    }
    if (pace.room(now) > 0) {
      const begun = now + late(sent.length);
      const passage = pace.begin(sent.length, begun);
      answers.push({ at: begun + latency(sent.length), passage });
      sent.push(begun);
      now = Math.max(now, begun);
    }
    now += 1;
  }
  return sent;
}

const mostInOneSecond = (moments: number[]) =>
  Math.max(...moments.map((start) => moments.filter((at) => at >= start && at < start + 1_000).length));

describe("the pace of all messages", () => {
  it("comes within 3 % of thirty a second", () => {
    const sent = run(new Pace({ perSecond: 30 }), 60_000, () => 5);
    expect(sent.length).toBeGreaterThanOrEqual(0.97 * 30 * 60);
    expect(mostInOneSecond(sent)).toBeLessThanOrEqual(30);
  });

  it.each([
    ["slow answers", (n: number) => 50 + ((n * 37) % 400), () => 0],
    ["a stall of the program now and then", () => 5, (n: number) => (n % 50 === 49 ? 300 : 0)],
    ["both", (n: number) => (n * 53) % 900, (n: number) => (n % 20 === 0 ? 120 : 0)],
  ])("never puts one too many into any second: %s", (_, latency, late) => {
    const pace = new Pace({ perSecond: 30 });
    const moments = run(pace, 60_000, latency, late);
    // Telegram may count a message when it was sent or when it was answered.
    const arrivals = moments.map((at, n) => at + latency(n));
    const mixed = moments.map((at, n) => at + (n % 2) * latency(n));
    for (const counted of [moments, arrivals, mixed]) expect(mostInOneSecond(counted)).toBeLessThanOrEqual(30);
  });

  it("spreads messages, so that an urgent one need not wait a second", () => {
    const sent = run(new Pace({ perSecond: 30 }), 10_000, () => 5);
    const gaps = sent.slice(1).map((at, index) => at - (sent[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(110);
  });

  it.each([[1], [7], [30], [1_000]])("keeps to %i a second", (perSecond) => {
    const sent = run(new Pace({ perSecond }), 10_000, () => 2);
    expect(mostInOneSecond(sent)).toBeLessThanOrEqual(perSecond);
    expect(sent.length).toBeGreaterThan(perSecond * 9);
  });

  it("knows no limit when it is lifted", () => {
    const pace = new Pace({ perSecond: Number.POSITIVE_INFINITY });
    for (let n = 0; n < 100; n += 1) pace.begin(n, 0);
    expect(pace.room(0)).toBe(Number.POSITIVE_INFINITY);
    expect(pace.wait(0)).toBe(0);
  });

  it("stops for as long as Telegram asks, and goes on at that moment", () => {
    const pace = new Pace({ perSecond: 30 });
    pace.stop(7_000);
    pace.stop(2_000);
    expect(pace.room(6_999)).toBe(0);
    expect(pace.wait(1_000)).toBe(6_000);
    expect(pace.room(7_000)).toBeGreaterThan(0);
  });
});

describe("the pace of one chat", () => {
  it("is one message a second, counted from the answer", () => {
    const pace = new Pace({ perSecond: 30 });
    const passage = pace.begin(1, 0);
    expect(pace.chatFreeAt(1)).toBe(Number.POSITIVE_INFINITY);
    pace.end(passage, 400);
    expect(pace.chatFreeAt(1)).toBe(1_400);
    expect(pace.chatFreeAt(2)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("is forgotten when the second is over", () => {
    const pace = new Pace({ perSecond: 30 });
    pace.end(pace.begin(1, 0), 10);
    pace.end(pace.begin(2, 2_000), 2_010);
    expect(pace.chatFreeAt(1)).toBe(Number.NEGATIVE_INFINITY);
  });
});
