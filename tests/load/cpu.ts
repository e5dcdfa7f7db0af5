import { readdirSync, readFileSync } from "node:fs";

/** The kernel's tick, 1/100 s on every Linux that Node runs on (sysconf _SC_CLK_TCK). */
const ticksPerSecond = 100;

interface ProcessTimes {
  parent: number;
  seconds: number;
}

/** Fields of /proc/<pid>/stat behind the name in brackets, which may hold anything. */
function times(pid: number | string): ProcessTimes | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
  } catch {
    return undefined;
  }
}

/** CPU seconds that a process has used; NaN where there is no /proc. */
export const cpuOf = (pid: number): number => times(pid)?.seconds ?? Number.NaN;

/** CPU seconds of all children that a process has now, as a PostgreSQL has one for each connection. */
export function cpuOfChildren(pid: number): number {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(times)
      .reduce((sum, each) => sum + (each?.parent === pid ? each.seconds : 0), 0);
  } catch {
    return Number.NaN;
  }
}

/** Resident memory in megabytes; NaN where there is no /proc. */
export function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) / 1_024;
  } catch {
    return Number.NaN;
  }
}
