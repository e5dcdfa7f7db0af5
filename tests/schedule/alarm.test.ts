import { scheduledJobs } from "node-schedule";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Alarm } from "../../bot/schedule/alarm.ts";
import { systemClock } from "../../bot/schedule/clock.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-20T15:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const inSeconds = (seconds: number, clock = systemClock) => new Date(clock.now().getTime() + seconds * 1_000);

describe("the alarm", () => {
  it("rings once, at the moment it was last set to", () => {
    const ring = vi.fn();
    const alarm = new Alarm(systemClock, ring);
    alarm.set(inSeconds(10));
    alarm.set(inSeconds(60));
    vi.advanceTimersByTime(59_999);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(600_000);
    expect(ring).toHaveBeenCalledOnce();
  });

  it("rings at once for a moment that is past", () => {
    const ring = vi.fn();
    new Alarm(systemClock, ring).set(inSeconds(-1));
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledOnce();
  });

  it.each([
    ["a year behind", -365],
    ["a year ahead", 365],
  ])("goes by the clock it was given, be it %s", (_, days) => {
    const clock = { now: () => new Date(systemClock.now().getTime() + days * 86_400_000) };
    const ring = vi.fn();
    const alarm = new Alarm(clock, ring);
    alarm.set(inSeconds(10, clock));
    vi.advanceTimersByTime(9_999);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledOnce();
    alarm.set(inSeconds(-1, clock));
    expect(ring).toHaveBeenCalledTimes(2);
  });

  it("waits longer than a timer can", () => {
    const ring = vi.fn();
    new Alarm(systemClock, ring).set(inSeconds(40 * 86_400));
    vi.advanceTimersByTime(39.9 * 86_400_000);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(86_400_000);
    expect(ring).toHaveBeenCalledOnce();
  });

  it("leaves no timer and no job behind, however often it was set", () => {
    const alarm = new Alarm(systemClock, () => {});
    for (let n = 0; n < 10_000; n += 1) alarm.set(inSeconds(60 + n));
    expect(Object.keys(scheduledJobs)).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(1);
    alarm.cancel();
    expect(Object.keys(scheduledJobs)).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
