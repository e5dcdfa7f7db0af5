import type { Scenario } from "../scenario.ts";
import { soak } from "./soak.ts";

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export const soakScenario: Scenario = {
  name: "soak",
  isLong: true,
  async run({ fresh, quick, random, minutes = quick ? 1 / 3 : 60 }) {
    const people = quick ? 1_000 : 100_000;
    const soaked = await soak(await fresh(), { people, seconds: minutes * 60, perSecond: 40, random });
    const { said, lost, saidTwice, outOfOrder, refused, acts, faults, heap, resident, errors, unbalanced, lives } =
      soaked;
    const growth = heap.end / heap.warm - 1;
    // Twenty seconds are no warm-up.
    const mostGrowth = quick ? 0.5 : 0.05;
    const bad = [...errors, ...unbalanced];
    return [
      {
        tried: `${minutes.toFixed(1)} minutes, ${people} people, 1 % faults: ${said} questions, ${acts} other acts, an announcement, ${faults} calls failing`,
        found: `heap ${heap.warm.toFixed(1)} MB after warm-up, ${heap.end.toFixed(1)} MB at the end (${percent(growth)}), ${Math.round(resident)} MB resident; lost ${lost}, said twice ${saidTwice}, out of order ${outOfOrder}, refused ${refused}, unbalanced ${unbalanced.length}, driver still for ${soaked.standstill.toFixed(1)} s at most, errors ${errors.length} ${bad
          .slice(0, 5)
          .map((line) => line.slice(0, 160))
          .join(" · ")}`,
        holds: lives && lost + outOfOrder + refused + bad.length === 0 && growth <= mostGrowth,
      },
    ];
  },
};
