import type { Scenario } from "../scenario.ts";
import { troubleZoom } from "./zoom.ts";
import { killZoomWorker } from "./zoom-kill.ts";

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
  {
    name: "zoom-kill",
    run: async ({ fresh, quick, random }) => {
      const size = quick ? { groups: 4, learners: 40, kills: 4 } : { groups: 10, learners: 400, kills: 20 };
      const { calls, interrupted, ...bad } = await killZoomWorker(await fresh(), { ...size, random });
      const { missing, surplus, unsettled } = bad;
      return [
        {
          tried: `kill -9 of the worker for Zoom, ${size.kills} times; ${size.groups} groups, ${size.learners} learners`,
          found: `missing ${missing}, surplus ${surplus}, unsettled ${unsettled}; ${interrupted} tasks under way at a kill, ${calls} calls`,
          holds: missing + surplus + unsettled === 0 && interrupted > 0,
        },
      ];
    },
  },
];
