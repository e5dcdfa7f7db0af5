import { isDeepStrictEqual } from "node:util";
import type { Scenario } from "../scenario.ts";
import { type Counted, countVoices, expectVoices, prepareVoices, trustWhatIsRead } from "./voices.ts";
import { raiseVoicesInProcesses } from "./voices-process.ts";

const size = { people: 1_000, processes: 3 };
const peopleOf = (quick: boolean): number => (quick ? 300 : size.people);

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

const tell = ({ ballots, stars, voices, supporters, flags, isHidden }: Counted): string =>
  `${sum(ballots)} ballots (${ballots.join(" + ")}), ${sum(stars)} people's stars, ${voices} voices of ${supporters} supporters, ${flags} flags, ${isHidden ? "hidden" : "not hidden"}`;

export const voicesScenarios: readonly Scenario[] = [
  {
    name: "voices-race",
    async run({ fresh, quick }) {
      const { processes } = size;
      const people = peopleOf(quick);
      const url = await fresh();
      const subjects = await prepareVoices(url, people);
      const { told, took } = await raiseVoicesInProcesses(url, subjects, { people, processes });
      const counted = await countVoices(url, subjects);
      const isTold =
        told.vote["cast"] === people &&
        told.vote["same"] === people * (processes - 2) &&
        told.support["given"] === people &&
        told.support["already"] === people * (processes - 2) &&
        told.flag["hidden"] === 1 &&
        told.flag["flagged"] === people - 1;
      return [
        {
          tried: `${people} people vote, rate, support and flag at once, each twice, from ${processes} processes`,
          found: `${tell(counted)}; ${isTold ? "each told once that it counts" : `told ${JSON.stringify(told)}`}; ${Math.round(took)} ms`,
          holds: isDeepStrictEqual(counted, expectVoices(people)) && isTold,
        },
      ];
    },
  },
  {
    name: "voices-control",
    async run({ fresh, quick }) {
      const people = peopleOf(quick);
      const url = await fresh();
      const subjects = await prepareVoices(url, people);
      await trustWhatIsRead(url, subjects, { people, pools: size.processes });
      const { ballots, voices } = await countVoices(url, subjects);
      return [
        {
          tried: `control: the same ${people} people, counted by looking first and then writing`,
          found: `${sum(ballots)} ballots, ${voices} voices`,
          holds: sum(ballots) > people && voices < sum(ballots),
        },
      ];
    },
  },
];
