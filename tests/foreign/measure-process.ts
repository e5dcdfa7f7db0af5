/** Measures the processor's time of readers, one text after another, and is ended from outside by its watchdog. */
import type { Request } from "../../bot/foreign/protocol.ts";
import { startWatch } from "../../bot/foreign/watch.ts";
import { controls } from "./controls.ts";
import { nastyTexts } from "./nasty.ts";
import { readers } from "./readers.ts";

const watch = startWatch();
/** Milliseconds: less is noise. */
const noticeable = 20;
/** Readings of a text that is too short to be noticed. */
const mostReadings = 300;

async function spent(read: (text: string) => unknown, text: string): Promise<number> {
  const before = process.threadCpuUsage();
  try {
    await read(text);
  } catch {
    // Refusing is an answer, too.
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** Four times the text takes four times as long, and not sixteen times; a busy machine does not change that. */
const isSteep = (short: number, long: number): boolean => long > noticeable && long > 10 * short;

/** Milliseconds that one reading costs, of as many as it takes to be noticed: some systems count the processor in ticks of ten. */
async function mean(read: (text: string) => unknown, text: string): Promise<number> {
  let total = 0;
  let readings = 0;
  for (; total < 3 * noticeable && readings < mostReadings; readings += 1) total += await spent(read, text);
  return total / readings;
}

/** The least of some measurements is what the text costs; the others were disturbed, or were the first. */
async function least(read: (text: string) => unknown, text: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 3; time += 1) times.push(await mean(read, text));
  return Math.min(...times);
}

process.on("disconnect", () => process.exit());
process.on("message", async (request: Extract<Request, { kind: "text" }>) => {
  const [length = 0, budget = 0, only] = request.args as [number, number, string | undefined];
  const read = readers[request.reader] ?? controls[request.reader];
  if (read === undefined) throw new Error(`there is no reader ${request.reader}`);
  const steep: { text: string; short: number; long: number }[] = [];
  const long = new Map(nastyTexts(4 * length));
  for (const [name, short] of nastyTexts(length)) {
    if (only !== undefined && name !== only) continue;
    watch.allow(budget);
    const longTime = await spent(read, long.get(name) ?? "");
    if (longTime <= noticeable || !isSteep(await spent(read, short), longTime)) continue;
    const times = { short: await least(read, short), long: await least(read, long.get(name) ?? "") };
    if (isSteep(times.short, times.long)) steep.push({ text: name, ...times });
  }
  watch.allow(0);
  process.send?.({ kind: "value", value: steep });
});
