import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { fill, type ReportSpan } from "../counting/span.ts";
import { overTime } from "../plot/over-time.ts";
import { formatMade, formatSpan } from "../plot/span-words.ts";
import type { Report } from "../report.ts";
import type { ParticipationCounts } from "./participation-store.ts";

/** Institutions told in words. */
const told = 3;

/** The numbers of the table's first sheet, in the order in which a report tells them. */
const listed = [
  ...(["atEvents", "atLessons", "events", "dates", "lessons", "reminded", "watched"] as const),
  ...(["rated", "joined", "attended", "reached", "active"] as const),
] satisfies readonly (keyof ParticipationCounts)[];

/** "98,000 participants in 400 events and 120 lessons": what is published. */
export const participationSentence = (
  { atEvents, atLessons, events, lessons }: Pick<ParticipationCounts, "atEvents" | "atLessons" | "events" | "lessons">,
  t: Translate,
): string => t("numbers.participation.sentence", { participants: atEvents + atLessons, events, lessons });

/** Who took part in what, as it is reported: the sentence to publish on top, then what it is made of. */
export function participationReport(counts: ParticipationCounts, span: ReportSpan, t: Translate): Report {
  const { events, dates, lessons, reminded, watched, rated, joined, attended, reached, active, houses } = counts;
  const [atEvents = [], atLessons = []] = fill(span, ["events", "lessons"], counts.tallies);
  const sentence = participationSentence(counts, t);
  const nameOf = (name: string | null) => name ?? t("numbers.by.none.institution");
  const report = overTime(
    {
      title: t("numbers.participation.title"),
      value: t("numbers.participation.axis"),
      series: [
        { name: t("numbers.participation.at_events"), values: atEvents },
        { name: t("numbers.participation.at_lessons"), values: atLessons },
      ],
      lines: [
        sentence,
        t("numbers.participation.put_on", { events, dates, lessons }),
        t("numbers.participation.ways", { reminded, watched, rated }),
        t("numbers.participation.lessons_ways", { joined, attended }),
        t("numbers.participation.people", { reached, active }),
        ...houses.slice(0, told).map((house) =>
          t("numbers.participation.row", {
            name: cutAtWord(nameOf(house.name), 60),
            count: house.atEvents + house.atLessons,
            events: house.events,
          }),
        ),
      ],
    },
    span,
    t,
  );
  const number = (name: (typeof listed)[number] | "participants") => t(`numbers.participation.number.${name}`);
  const sums = {
    name: t("numbers.participation.sums"),
    header: [t("numbers.participation.published", { sentence, days: formatSpan(span, t) }), ""],
    rows: [
      [number("participants"), counts.atEvents + counts.atLessons],
      ...listed.map((name) => [number(name), counts[name]]),
      [formatMade(span, t), null],
    ],
  };
  const byHouse = {
    name: t("numbers.participation.houses"),
    header: [
      t("numbers.by.axis.institution"),
      ...(["participants", "atEvents", "atLessons", "events", "dates", "lessons"] as const).map(number),
    ],
    rows: houses.map((house) => [
      nameOf(house.name),
      ...[house.atEvents + house.atLessons, house.atEvents, house.atLessons, house.events, house.dates, house.lessons],
    ]),
  };
  return { ...report, tables: [sums, ...report.tables, byHouse] };
}
