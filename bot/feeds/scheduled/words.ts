import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { formatProblem, formatRemark } from "../words.ts";
import { type FeedAccount, type FeedOutcome, feedAccount } from "./feed-account.ts";
import { hostOf } from "./run/read-feed.ts";

export { formatRemark };

interface Reader {
  t: Translate;
  zone: string;
  now: Date;
}

/** What a feed is called: its host, and what kind of source it is. */
export const nameFeed = ({ address, kind }: { address: string; kind: string }, t: Translate): string =>
  t("feed.name", { host: cutAtWord(hostOf(address), 40), kind: formatKind(kind, t) });

const kinds = ["ical", "pages", "rss", "sheet", "kudago", "culture", "timepad", "ticketscloud", "mos"] as const;

/** The name of a kind of source. */
export function formatKind(name: string, t: Translate): string {
  const kind = kinds.find((one) => one === name);
  return kind === undefined ? name : t(`feed.kind.${kind}`);
}

/** A moment of a run: "20 November, 06:00". */
export const formatMoment = (at: Date, { t, zone, now }: Reader): string =>
  t("date.day_and_time", { day: formatDay(at, t, zone, now), time: formatTime(at, zone) });

/** One run in a line: when, and what came of it. */
export function formatRun(run: { startedAt: Date; outcome: FeedOutcome; account: unknown }, reader: Reader): string {
  return reader.t("feed.run", {
    when: formatMoment(run.startedAt, reader),
    what: formatOutcome(run.outcome, feedAccount.parse(run.account), reader.t),
  });
}

/** What came of a run. */
export function formatOutcome(outcome: FeedOutcome, account: FeedAccount, t: Translate): string {
  switch (outcome) {
    case "done":
      return account.hints > 0 ? t("feed.outcome.hints", { count: account.hints }) : formatCounts(account, t);
    case "unmodified":
      return t("feed.outcome.unmodified", { count: account.unchanged });
    case "held": {
      const { expected = 0, kept = 0, changed = 0 } = account;
      return account.held === "changed"
        ? t("feed.outcome.held_changed", { expected, changed })
        : t("feed.outcome.held_fewer", { expected, kept });
    }
    case "failed":
      return account.problem ? formatProblem(account.problem, t) : t("feed.outcome.stopped");
    case "stopped":
      return t("feed.outcome.stopped");
  }
}

function formatCounts({ created, updated, unchanged, refused, vanished }: FeedAccount, t: Translate): string {
  return t("feed.outcome.done", { created, updated, unchanged, refused, vanished });
}
