import { systemClock } from "../../../../bot/schedule/clock.ts";
import { administer } from "../../../support/administer.ts";
import { afternoonZone, buildCity } from "../../bench/city.ts";
import { type Tapped, tapUnderBulk } from "../../bench/taps.ts";
import { saturate } from "../../busy.ts";
import { createMigrated } from "../../demo-database.ts";
import { quantile } from "../../quantile.ts";
import type { Finding, Scenario } from "../scenario.ts";

/** How many times as long as without bulk a reply may take beside it, by p95 and in the same run. */
const bearable = 2;

/** Milliseconds that may come on top: so long a tick of a process that waits for a core may take. */
const tick = 20;

const p95 = ({ waits }: { waits: readonly number[] }) => quantile([...waits], 0.95);

const tell = ({ alone, walk, bulkPerSecond }: Tapped) =>
  `replies p95 ${Math.round(p95(alone))} ms alone, ${Math.round(p95(walk))} ms beside bulk (× ${(p95(walk) / p95(alone)).toFixed(1)}), bulk ${Math.round(bulkPerSecond)}/s`;

/** People tap on a saturated machine, alone and beside an announcement as fast as a messenger takes it. */
export const bulkYields: Scenario = {
  name: "bulk-yields",
  async run({ fresh, quick }) {
    const zone = afternoonZone(systemClock.now());
    const seconds = quick ? 8 : 30;
    const people = quick ? 20_000 : 60_000;
    const url = await createMigrated(await fresh());
    await buildCity(url, { events: 5_000, people }, zone);
    const findings: Finding[] = [];
    for (const instances of [1, 2]) {
      let kept = 0;
      for (const yields of [true, false]) {
        await administer(url, 'TRUNCATE "Announcement", "Delivery", "UpdateReceipt" CASCADE');
        const relax = saturate(300);
        const options = { people, tapping: 100, rate: 1_000, seconds, yields, instances };
        const tapped = await tapUnderBulk(url, zone, options).finally(relax);
        const ratio = p95(tapped.walk) / p95(tapped.alone);
        if (yields) kept = ratio;
        const isKept = p95(tapped.walk) <= bearable * p95(tapped.alone) + tick;
        const by = instances === 1 ? "" : " by another instance";
        findings.push({
          tried: `100 people tap beside an announcement at 1,000/s${by}, each core busy besides${yields ? "" : ": the control that does not yield"}`,
          found: tell(tapped),
          // Somebody waits longer where it does not yield, or the measure would see nothing.
          holds: tapped.walk.waits.length === tapped.walk.updates && (yields ? isKept : ratio > kept),
        });
      }
    }
    return findings;
  },
};
