import type { LexiconEntry } from "./lexicon/lexicon-entry.ts";
import type { When } from "./query/understanding.ts";

const when = (value: When, ...phrases: string[]): LexiconEntry => ({ meaning: { kind: "when", value }, phrases });
const weekday = (day: number, ...phrases: string[]): LexiconEntry =>
  when({ kind: "weekday", weekday: day }, ...phrases);
const month = (number: number, ...phrases: string[]): LexiconEntry =>
  when({ kind: "month", month: number }, ...phrases);

/** Tatar names of days take case endings and, more often, көн. */
const tatarDay = "(|дә|не|нең| көн| көне| көнне| көнендә)";
const tatarDayBack = "(|да|ны|ның| көн| көне| көнне| көнендә)";

/** A preposition goes with the time it leads to: "в субботу" leaves no в behind (stop words are skipped anyway). */
export const timeWords: readonly LexiconEntry[] = [
  when(
    { kind: "now" },
    "(|прямо )сейчас(| идет| в эфире)",
    "в эфире(| сейчас)",
    "хәзер(| туры эфирда| эфирда)",
    "(|on |live |right )now",
    "live now",
    "on air",
  ),
  when(
    { kind: "tonight" },
    "сегодня вечер(ом|)",
    "сегодня ночью",
    "сегодняшний вечер",
    "бүген кич(|тә|кә|ен|не|ке)",
    "бүгенге кич(|тә|кә)",
    "ton(ight|ite)",
    "this evening",
  ),
  when({ kind: "today" }, "сегодня(|шний|шние)", "бүген(|ге)", "today(|s)", "сёдня", "сегодя"),
  when({ kind: "tomorrow" }, "завтра(|шний|шние)", "иртәгә(|ге)", "tomorrow(|s)", "tommorow", "tomorow"),
  when({ kind: "day_after_tomorrow" }, "послезавтра", "берсекөнгә", "(the |)day after tomorrow"),
  when(
    { kind: "weekend" },
    "(|на |в |эти |на этих )выходн(ые|ых|ым|ой)",
    "(|бу )ял(| итү) көн(нәре|нәрендә|не|е)",
    "(|this |the |at the )weekend(|s)",
    "уикенд(|е)",
  ),
  when({ kind: "this_week" }, "(|на )эт(ой|а) недел(е|я)", "бу атна(|да)", "this week"),
  when({ kind: "next_week" }, "(|на )следующей неделе", "киләсе атна(|да)", "next week"),

  weekday(1, "понедельник(|а|у|ом|ам)", `дүшәмбе${tatarDay}`, "monday(|s)"),
  weekday(2, "вторник(|а|у|ом|ам)", `сишәмбе${tatarDay}`, "tuesday(|s)"),
  weekday(3, "сред(а|у|ы|ам)", `чәршәмбе${tatarDay}`, "wednesday(|s)"),
  weekday(4, "четверг(|а|у|ом|ам)", `пәнҗешәмбе${tatarDay}`, `пәнҗешимбе${tatarDay}`, "thursday(|s)"),
  weekday(5, "пятниц(а|у|ы|ам|ей)", `җомга${tatarDayBack}`, "friday(|s)"),
  weekday(6, "суббот(а|у|ы|ам|ой|ний)", "субот(а|у|ы)", `шимбә${tatarDay}`, "saturday(|s)"),
  weekday(7, "воскресенье(|м)", "воскресень(я|ям)", "воскресение", `якшәмбе${tatarDay}`, "sunday(|s)"),

  // Only with a case or a preposition: Март and May are names, "march" is music for marching.
  month(1, "(в |)январе", "гыйнварда", "in january"),
  month(2, "(в |)феврале", "февральдә", "in february"),
  month(3, "(в |)марте", "мартта", "in march"),
  month(4, "(в |)апреле", "апрельдә", "in april"),
  month(5, "в мае", "майда", "in may"),
  month(6, "(в |)июне", "июньдә", "in june"),
  month(7, "(в |)июле", "июльдә", "in july"),
  month(8, "(в |)августе", "августта", "in august"),
  month(9, "(в |)сентябре", "сентябрьдә", "in september"),
  month(10, "(в |)октябре", "октябрьдә", "in october"),
  month(11, "(в |)ноябре", "ноябрьдә", "in november"),
  month(12, "(в |)декабре", "декабрьдә", "in december"),

  when({ kind: "part_of_day", part: "morning" }, "утром", "иртән", "иртә белән", "in the morning"),
  when({ kind: "part_of_day", part: "afternoon" }, "днем", "көндез", "in the afternoon", "afternoon"),
  when({ kind: "part_of_day", part: "evening" }, "вечером", "кичен", "кич белән", "кич", "in the evening", "evening"),
];
