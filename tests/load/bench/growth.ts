import { cpuOf, cpuOfChildren } from "../cpu.ts";
import { quantile } from "../quantile.ts";
import { type BenchContext, type Benchmark, round } from "./benchmark.ts";
import { startSubject } from "./updates.ts";
import { Walk } from "./walk.ts";

/** CPU milliseconds an update, of the bot and of PostgreSQL together, and how long one takes when nothing else goes on. */
async function costPerUpdate(context: BenchContext, size: { events: number; people: number }) {
  const { url, zone } = await context.city(size);
  context.say(`growth: ${size.events} events, ${size.people} people`);
  const subject = await startSubject(url, zone);
  const walk = new Walk(subject.telegram, context.quick ? 50 : 250);
  // Until everybody is known and the code is compiled.
  await walk.rounds(2, 20);
  const used = () => cpuOf(subject.pid) + cpuOfChildren(context.server.pid);
  const before = used();
  const pace = await walk.rounds(context.quick ? 4 : 6, 20);
  const cpu = ((used() - before) / pace.updates) * 1_000;
  const alone = await walk.rounds(1, 1);
  await subject.stop();
  return { cpu, alone: quantile(alone.waits, 0.5) };
}

export const growth: Benchmark = {
  name: "growth",
  async run(context) {
    const [few, many] = context.quick ? [1_000, 20_000] : [1_000, 500_000];
    const small = await costPerUpdate(context, { events: few, people: few });
    const large = await costPerUpdate(context, { events: many, people: many * 2 });
    const growth = large.cpu / small.cpu;
    const measured = `${round(small.cpu, 2)} → ${round(large.cpu, 2)} ms of CPU (bot and PostgreSQL): ${round(growth, 2)}×; alone ${round(small.alone, 1)} → ${round(large.alone, 1)} ms`;
    return [
      {
        what: `an update at ${few} → ${many} events, ${few} → ${many * 2} people`,
        measured,
        aim: "≤ 1.5×",
        met: growth <= 1.5,
        figures: { smallCpuMs: small.cpu, largeCpuMs: large.cpu, growth, smallMs: small.alone, largeMs: large.alone },
      },
    ];
  },
};
