import { type Finding, look, well } from "./finding.ts";

/** Milliseconds by which the clocks may differ: a Date header tells whole seconds, and an answer takes its time. */
const bearable = 5_000;

/**
 * Compares this machine's clock with the Date header of a server, exact to a second; nothing where it sent none. Reminders go
 * out by the clock, and signatures expire by it.
 */
export function compareClocks(server: string, now: Date, dateHeader: string | string[] | undefined): Finding[] {
  const there = typeof dateHeader === "string" ? Date.parse(dateHeader) : Number.NaN;
  return Number.isNaN(there) ? [] : [judgeClock(server, now.getTime() - there)];
}

/** Judges a clock that is so many milliseconds ahead of a server's. */
function judgeClock(server: string, ahead: number): Finding {
  if (Math.abs(ahead) <= bearable) return well("clock", `agrees with ${server}`);
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  return look(
    "clock",
    `${seconds} s ${ahead > 0 ? "ahead of" : "behind"} ${server}`,
    "Let the machine set its clock by NTP (timedatectl set-ntp true).",
  );
}
