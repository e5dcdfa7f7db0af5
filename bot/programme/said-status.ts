/** What a title says besides the name: that it is called off, or at another time. */
export interface SaidStatus {
  status: "cancelled" | "moved" | null;
  /** The title without it. */
  title: string;
}

const words = {
  cancelled:
    "отмен(?:а|ено|ён|ен|ена|яется|или)|не состоится|cancell?ed|called off|кире кагылды|булмый|тукталды|гамәлдән чыгарылды",
  moved:
    "перенос|перенес(?:ено|ён|ен|ена|ли)|перенесён|переносится|отложен[оаы]?|postponed|rescheduled|moved|күчерелде|кичектерелде",
};
const edge = "[\\s!:;.,–—\\-|*()\\[\\]⚠❗❌🚫\\u{FE0F}]";
const patterns = (["cancelled", "moved"] as const).map((status) => ({
  status,
  before: new RegExp(
    `^${edge}*(?:концерт |спектакль |событие )?(?:${words[status]})(?!\\p{L})${edge}{1,12}(?=\\S)`,
    "iu",
  ),
  behind: new RegExp(`${edge}{1,12}(?<=[\\s(\\[!–—|-])(?:${words[status]})${edge}*$`, "iu"),
}));

/** Reads "Отменено: Концерт", "ОТМЕНА! Концерт", "Concert (cancelled)". A play that is called «Отмена» stays. */
export function readStatus(title: string): SaidStatus {
  for (const { status, before, behind } of patterns) {
    for (const pattern of [before, behind]) {
      const match = pattern.exec(title);
      if (match === null || !/[!:;.–—|()[\]⚠❗❌🚫-]/u.test(match[0])) continue;
      const rest = (title.slice(0, match.index) + title.slice(match.index + match[0].length)).trim();
      if (/\p{L}{2}/u.test(rest)) return { status, title: rest };
    }
  }
  return { status: null, title };
}
