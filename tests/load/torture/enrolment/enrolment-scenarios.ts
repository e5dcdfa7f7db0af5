import type { Scenario } from "../scenario.ts";
import { judgeRace, oversell, prepareRace } from "./enrolment.ts";
import { enrolInProcesses } from "./enrolment-process.ts";

const size = { people: 1_000, places: 20, processes: 3 };

export const enrolmentScenarios: readonly Scenario[] = [
  {
    name: "enrolment-race",
    async run({ fresh, quick }) {
      const { people, places, processes } = quick ? { ...size, people: 300 } : size;
      const url = await fresh();
      const groupId = await prepareRace(url, { people, places });
      const { told, took } = await enrolInProcesses(url, groupId, { people, processes });
      const { enrolled, waiting, isInOrder, toldRightly } = await judgeRace(url, groupId, told);
      const isWhole = enrolled === places && waiting === people - places && toldRightly === people;
      return [
        {
          tried: `${people} people enrol at once for ${places} places, from ${processes} processes`,
          found: `${enrolled} enrolled, ${waiting} in line, ${isInOrder ? "in order" : "out of order"}, told rightly ${toldRightly}; ${Math.round(took)} ms`,
          holds: isWhole && isInOrder,
        },
      ];
    },
  },
  {
    name: "enrolment-control",
    async run({ fresh, quick }) {
      const { people, places } = quick ? { ...size, people: 300 } : size;
      const url = await fresh();
      const groupId = await prepareRace(url, { people, places });
      const enrolled = await oversell(url, groupId, { people, pools: 3 });
      return [
        {
          tried: `control: ${people} people, ${places} places, by counting and then inserting`,
          found: `${enrolled} enrolled`,
          holds: enrolled > places,
        },
      ];
    },
  },
];
