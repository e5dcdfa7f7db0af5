import { type Found, spanOf } from "./extract/extracted.ts";

/** An hour of the wall clock, or from one to another; minutes after midnight. */
export interface SaidTime {
  from: number;
  until: number | null;
  /** "начало в 18:30": outweighs every other hour of the text. */
  isStart: boolean;
}

const clock = "(?<![\\d.,:])(?<h>[01]?\\d|2[0-4])[:](?<m>[0-5]\\d)(?![\\d:])(?:\\s?(?<half>[ap])\\.?m)?";
const until =
  "(?:\\s?(?:[-–—]|до|to|till)\\s?(?<h2>[01]?\\d|2[0-4])[:.](?<m2>[0-5]\\d)(?!\\d)(?:\\s?(?<half2>[ap])\\.?m)?)?";

const forms = [
  // 18:30, 19:00–21:00, 6:30 pm
  new RegExp(`${clock}${until}`, "giu"),
  // в 18.30, at 6.30 pm, сәгать 18.30да, начало в 18.30
  new RegExp(
    `(?<=(?<!\\p{L})(?:в|с|at|from|сәгать|начало:?|башлана:?)\\s{1,2})(?<h>[01]?\\d|2[0-3])[.](?<m>[0-5]\\d)(?![\\d.])(?:\\s?(?<half>[ap])\\.?m)?${until}`,
    "giu",
  ),
  // в 19 часов, в 7 вечера
  /(?<=(?<!\p{L})(?:в|с)\s)(?<h>[01]?\d|2[0-3])\s?(?:ч(?:ас(?:а|ов)?|\.)?(?!\p{L})(?:\s(?<part>утра|дня|вечера))?|(?<part2>утра|дня|вечера))/giu,
  // кичке 7дә, сәгать 18дә
  /(?<!\p{L})(?:сәгать|(?<part>кичке|көндезге|иртәнге)(?:\sсәгать)?)\s(?<h>[01]?\d|2[0-3])(?=(?:\s?-?(?:дә|да|тә|та))(?!\p{L}))/giu,
  // 7 pm, 7–9 pm
  /(?<![\d.,:])(?<h>1[0-2]|[1-9])(?:\s?[-–—]\s?(?<h2>1[0-2]|[1-9]))?\s?(?<half>[ap])\.?m\b/giu,
];

/** When doors open nothing begins yet. */
const doors = /(?:сбор|двери|регистраци|гардероб|doors|registration|җыелу|теркәлү|ишекләр)[^\n\d]{0,25}$/iu;
const starts = /(?:начал|начнётся|начнется|starts?|begins?|башлан)[^\n\d]{0,20}$/iu;

/** Finds the hours that a text names, in order; hours of doors and gathering are left out. */
export function findSaidTimes(text: string): Found<SaidTime>[] {
  const found = forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match): Found<SaidTime>[] => {
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      const value = read(match.groups ?? {});
      if (value === null || doors.test(before)) return [];
      return [{ value: { ...value, isStart: starts.test(before) }, at: spanOf(match) }];
    }),
  );
  return found
    .sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end)
    .filter((one, index, all) => all.findIndex(({ at }) => at.start < one.at.end && one.at.start < at.end) === index);
}

function read(groups: Record<string, string | undefined>): Omit<SaidTime, "isStart"> | null {
  const { h, m, h2, m2, half, half2, part, part2 } = groups;
  const from = minutes(h, m, half ?? halfOf(part ?? part2, Number(h)));
  const until = h2 === undefined ? null : minutes(h2, m2, half2 ?? half);
  return from === null ? null : { from, until };
}

/** "7 вечера" is p.m., "12 дня" is noon. */
function halfOf(part: string | undefined, hour: number): string | undefined {
  if (part === undefined || hour > 12) return undefined;
  return /^(?:вечера|дня|кичке|көндезге)$/iu.test(part) ? "p" : "a";
}

function minutes(hour: string | undefined, minute = "0", half?: string): number | null {
  const value = Number(hour);
  const shifted = half === undefined || value > 12 ? value : (value % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const total = shifted * 60 + Number(minute);
  return Number.isInteger(total) && total < 1440 ? total : null;
}
