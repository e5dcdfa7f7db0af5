import type { Scenario } from "./scenarios.ts";
import { troubleZoom } from "./zoom.ts";

export const zoomScenarios: readonly Scenario[] = [
  {
    name: "zoom",
    run: async ({ fresh, quick, random }) => {
      const size = quick ? { groups: 6, learners: 60 } : { groups: 20, learners: 400 };
      const { groups, learners, calls, faults, ...bad } = await troubleZoom(await fresh(), { ...size, random });
      const { missing, surplus, unsettled, leaks } = bad;
      return [
        {
          tried: `zoom faults: ${groups} groups, ${learners} learners, two instances, ${faults} of ${calls} calls failing`,
          found: `missing ${missing}, surplus ${surplus}, unsettled ${unsettled}, secrets in the log ${leaks}`,
          holds: missing + surplus + unsettled + leaks === 0,
        },
      ];
    },
  },
];
