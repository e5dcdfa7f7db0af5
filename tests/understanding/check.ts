import type { FirstScreen } from "./first-screen.ts";
import { plain } from "./plain.ts";
import { type DemoRecordShown, hasFacets, type Moment } from "./records.ts";
import { type Expectation, type FacetsAsked, type Saying, screens } from "./saying.ts";

/** Why a screen is not what a sentence asks for; null when it is. */
export function findFault(
  { q, expect }: Saying,
  screen: FirstScreen,
  records: readonly DemoRecordShown[],
  moment: Moment,
): string | null {
  const ways = Array.isArray(expect) ? (expect as Expectation[]) : [expect as Expectation];
  const faults = ways.map((way) => faultOf(way, screen, records, moment));
  return faults.includes(null) ? stemFault(q, screen, records) : faults.join(" / ");
}

function faultOf(
  { any, first, most, all, screen: says, not }: Expectation,
  screen: FirstScreen,
  records: readonly DemoRecordShown[],
  moment: Moment,
): string | null {
  const { shown } = screen;
  const are = (pieces: readonly string[]) => (record: DemoRecordShown) =>
    pieces.some((piece) => record.titles.some((title) => title.includes(plain(piece))));
  if (any && !shown.some(are(any))) return "none of these is shown";
  if (first && !shown.slice(0, 1).some(are(first))) return `first is "${shown[0]?.titles[0] ?? ""}"`;
  if (most && (shown.length === 0 || shown.filter(are(most)).length * 2 < shown.length)) return "others are most";
  for (const name of [says ?? []].flat()) if (!matches(name, screen)) return `does not say ${name}`;
  for (const name of [not ?? []].flat()) if (matches(name, screen)) return `says ${name}`;
  return all ? facetFault(all, screen, records, moment) : null;
}

function facetFault(
  all: FacetsAsked,
  screen: FirstScreen,
  records: readonly DemoRecordShown[],
  moment: Moment,
): string | null {
  const isFit = ({ event }: DemoRecordShown) => event !== null && hasFacets(event, all, moment);
  const events = screen.listed.filter(({ event }) => event !== null);
  const there = records.filter(isFit).length;
  const saysNone = matches("@none", screen);
  if (there === 0) {
    if (!saysNone) return "does not say that there is none";
    return events.length > 0 || screen.labels.length >= 4 ? null : "nothing near is shown";
  }
  if (saysNone) return `says that there is none of ${there}`;
  const fit = events.filter(isFit);
  const least = there >= 10 ? 3 : there >= 5 ? 2 : 1;
  if (fit.length < least) return `shows ${fit.length} of ${there}`;
  const strays = events.filter((record) => !isFit(record));
  if (strays.length === 0) return null;
  const isForgiven =
    strays.length * 4 <= events.length &&
    strays.every((stray) => stray !== events[0]) &&
    strays.every(isOtherPlace(all, moment));
  return isForgiven ? null : `shows ${strays.map(({ titles }) => titles[0]).join(", ")}`;
}

/** Whether nothing but section or place tells an event from those asked for. */
const isOtherPlace =
  ({ section: _section, at: _at, ...rest }: FacetsAsked, moment: Moment) =>
  ({ event }: DemoRecordShown): boolean =>
    event !== null && hasFacets(event, rest, moment);

const searched =
  /^(поиск|эзләү|search): |по запросу «.*» ничего не нашлось|буенча (берни|бернәрсә) табылмады|nothing (was )?found for/imu;

function matches(name: string, { text, shown, labels }: FirstScreen): boolean {
  if (name === "@hit") return shown.length > 0;
  if (name === "@more") return shown.length > 0 || labels.length >= 4;
  if (name === "@searched") return searched.test(text);
  const expression = name.startsWith("@") ? screens[name.slice(1)] : name;
  if (expression === undefined) throw new Error(`There is no screen "${name}".`);
  // The question said again is no answer: "Search: what costs nothing".
  return new RegExp(expression, "ium").test(name === "@none" ? withoutQuestion(text) : text);
}

/** What a screen says that it looked for are words as typed or as they stand below, no stems: "весел", "отку". */
function stemFault(typed: string, { text }: FirstScreen, records: readonly DemoRecordShown[]): string | null {
  const said = /(?:показываю по запросу|showing(?: results for)?) [«“](.*?)[»”]|[«“](.*?)[»”] буенча күрсәтәм/iu.exec(
    text,
  );
  if (said === null) return null;
  const below = withoutQuestion(text.replace(said[0], " "));
  const known = new Set(wordsOf([typed, below, ...records.flatMap(({ titles }) => titles)].join(" ")));
  const stems = wordsOf(said[1] ?? said[2] ?? "").filter((word) => !known.has(word));
  return stems.length > 0 ? `«${stems.join(", ")}» is no word` : null;
}

const withoutQuestion = (text: string): string =>
  text.replaceAll(/^(?:поиск|эзләү|search|ищу|эзлим|looking for):.*$/gimu, " ");

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
