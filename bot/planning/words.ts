import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatDay } from "../words/time/dates.ts";
import { inZone } from "../words/time/local-time.ts";
import type { ClockReader } from "../words/time/own-clock.ts";
import { startOfDay } from "../words/time/start-of-day.ts";
import type { Placed } from "./candidate.ts";
import type { EveningWish } from "./evening.ts";
import type { Evening } from "./evening-store.ts";
import { waitBetween, waysOf } from "./fit.ts";
import { formatPiece } from "./piece-words.ts";
import { riding, type WayBetween, walking } from "./way.ts";

/** A piece that begins before this hour makes a day of it. */
const afternoon = 15;

/** Minutes of waiting that are worth saying. */
const longWait = 20;

/** "Вечер · сб, 21 ноября" */
export function formatEveningTitle(
  { day, startsAt }: { day: string; startsAt: Date | null },
  { t, zone, now }: Pick<ClockReader, "t" | "zone" | "now">,
): string {
  const isDay = startsAt !== null && inZone(startsAt, zone).hour < afternoon;
  return t(isDay ? "evening.title_day" : "evening.title", { day: formatDay(startOfDay(day, zone), t, zone, now) });
}

export const titleOfEvening = ({ wish: { day }, pieces }: Evening, reader: ClockReader): string =>
  formatEveningTitle({ day, startsAt: pieces[0]?.startsAt ?? null }, reader);

/** "В городе · с детьми · до 500 ₽" */
export const formatWish = ({ setting, company, priceLimit }: Omit<EveningWish, "day">, t: Translate): string =>
  [
    t(`evening.setting.${setting}`),
    ...(company === "anyone" ? [] : [t(`evening.company.${company}`)]),
    ...(priceLimit === null ? [] : [formatPriceLimit(priceLimit, t)]),
  ].join(" · ");

export const formatPriceLimit = (limit: number, t: Translate): string =>
  limit === 0 ? t("price.free") : t("price.up_to_roubles", { amount: String(limit) });

/** The whole evening: its pieces with the ways between, and how the ways were reckoned. */
export function formatEvening(evening: Evening, reader: ClockReader): Html {
  const { t } = reader;
  const { pieces, wish, frame } = evening;
  const going = pieces.filter(({ placed }) => placed !== null);
  const placed = going.flatMap((piece) => piece.placed ?? []);
  const ways = waysOf(placed, frame.company);
  const lines = pieces.flatMap((piece) => {
    const at = piece.placed === null ? -1 : placed.indexOf(piece.placed);
    const way = at < 1 ? null : formatBetween(placed, ways, at, evening, t);
    return [...(way === null ? [] : [html`<i>${way}</i>`]), formatPiece(piece, wish, reader)];
  });
  return joinLines(
    html`<b>${titleOfEvening(evening, reader)}</b>`,
    formatWish(wish, t),
    "",
    evening.isOver ? html`${t("evening.over")}\n` : null,
    leadIn(evening, t),
    ...lines,
    pieces.some(({ standing }) => standing.kind !== "stands") ? html`\n${t("evening.mend")}` : null,
    ways.some(({ kind }) => kind === "walk" || kind === "ride") ? html`\n${wayNote(evening, t)}` : null,
  );
}

/** Said above an evening of nothing, and of one thing alone. */
function leadIn({ pieces, isKept }: Evening, t: Translate): string | null {
  if (pieces.length === 0) return t("evening.none");
  if (pieces.length > 1 || isKept) return null;
  return t(pieces[0]?.isAnchor ? "evening.nothing_else" : "evening.only_one");
}

function formatBetween(
  placed: readonly Placed[],
  ways: readonly WayBetween[],
  at: number,
  { frame: { company } }: Evening,
  t: Translate,
): string | null {
  const [before, next] = [placed[at - 1], placed[at]];
  const way = ways[at - 1];
  if (before === undefined || next === undefined || way === undefined) return null;
  const wait = Math.round(waitBetween(before, next, company) / 60_000);
  const isHome = next.candidate.begins === null && before.candidate.ends === null;
  const said = [
    ...(isHome ? [] : [formatWay(way, t)]),
    ...(wait >= longWait ? [t("evening.wait", { minutes: wait })] : []),
  ];
  return said.length === 0 ? null : said.join(" · ");
}

const formatWay = (way: WayBetween, t: Translate): string =>
  way.kind === "none" ? t("evening.way.here") : t(`evening.way.${way.kind}`, { minutes: way.minutes });

/** At which speeds the ways were reckoned. */
function wayNote({ frame: { company } }: Evening, t: Translate): string {
  const { speed, farthest } = walking[company];
  return t("evening.way_note", { walk: speed, kilometres: farthest / 1_000, ride: riding.speed });
}
