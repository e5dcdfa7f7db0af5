import type { StandingOffer } from "../offers/offer.ts";
import { offerTitle } from "../offers/words.ts";
import { instantsOn } from "../opening/opening-hours.ts";
import type { Card } from "../programme/card/card.ts";
import { titleOf } from "../programme/card/words.ts";
import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import { chooseFields, textIn } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatPrice, formatPrices } from "../words/price.ts";
import { tatarNumberDirective } from "../words/tatar.ts";
import { formatAtTime, formatOnDay, formatTime } from "../words/time/dates.ts";
import { daysBetween, inZone } from "../words/time/local-time.ts";
import { type ClockReader, formatOwnTime } from "../words/time/own-clock.ts";
import type { EveningWish } from "./evening.ts";
import type { EveningPiece } from "./evening-store.ts";
import { isOn, type PieceStanding } from "./standing.ts";

/** Characters of a title and of a place in a row: a phone shows four pieces with the ways between. */
const longest = { title: 60, where: 48 };

/** What a piece is called. */
export function pieceTitle({ subject }: Pick<EveningPiece, "subject">, t: Translate): string {
  if (subject.kind === "gone") return t("evening.gone_piece");
  return subject.kind === "date" ? titleOf(subject.card, t.language) : offerTitle(subject.offer, t);
}

/** "19:00 «Богема»"; below it until when, where, for how much; and what has become of it. */
export function formatPiece(piece: EveningPiece, wish: EveningWish, reader: ClockReader): Html {
  const { t, zone } = reader;
  const isOff = !isOn(piece.standing);
  const name = html`<b>${formatTime(piece.startsAt, zone)}</b> ${cutAtWord(pieceTitle(piece, t), longest.title)}`;
  const note = formatStanding(piece.standing, piece, reader);
  return joinLines(
    isOff ? html`<s>${name}</s>` : name,
    isOff ? null : factsOf(piece, wish, reader).join(" · "),
    note === null ? null : html`<b>${note}</b>`,
  );
}

function factsOf(piece: EveningPiece, wish: EveningWish, reader: ClockReader): string[] {
  const { subject, standing } = piece;
  const until = standing.kind === "moved" ? standing.endsAt : piece.endsAt;
  if (subject.kind === "gone") return [];
  const facts =
    subject.kind === "date"
      ? factsOfDate(subject.card, until, wish, reader)
      : factsOfOffer(subject.offer, until, wish, reader);
  return facts.flatMap((fact) => fact || []);
}

function factsOfDate(card: Card, until: Date, { setting }: EveningWish, reader: ClockReader): (string | null)[] {
  const { t } = reader;
  const { attendanceMode, hasEndTime } = card;
  const isHome = attendanceMode === "online" || (attendanceMode === "mixed" && setting === "home");
  const place = card.place && chooseFields(card.place.texts, t.language)?.fields.title;
  const where = place ?? textIn(card.institution, t.language) ?? "";
  return [
    t(hasEndTime ? "evening.until" : "evening.until_about", { time: formatUntil(until, reader) }),
    isHome ? t("mode.online") : cutAtWord(where, longest.where),
    formatPrices(card, t, isHome ? "home" : "town"),
    isHome ? formatOwnTime(card.startsAt, reader) : null,
  ];
}

function factsOfOffer(offer: StandingOffer, until: Date, { day }: EveningWish, reader: ClockReader): (string | null)[] {
  const { t, zone } = reader;
  const place = offer.place && chooseFields(offer.place.texts, t.language)?.fields.title;
  const where = place ?? textIn(offer.institution, t.language) ?? "";
  const doors = offer.hours === null ? [] : instantsOn(offer.hours, day, zone);
  const closing = doors.find((span) => span.from < until && until <= span.until)?.until;
  return [
    t("evening.until", { time: formatUntil(until, reader) }),
    t(`always.kind.${offer.kind}`),
    where === offerTitle(offer, t) ? null : cutAtWord(where, longest.where),
    formatPrice(offer, t),
    closing === undefined ? null : t("evening.open_until", { time: formatUntil(closing, reader) }),
  ];
}

/** "21:00"; in Tatar with the ending that it has before «кадәр». */
function formatUntil(instant: Date, { t, zone }: ClockReader): string {
  const clock = formatTime(instant, zone);
  return t.language === "tt" ? clock + tatarNumberDirective(inZone(instant, zone).minute) : clock;
}

/** What became of a piece since it was planned; null: it stands. */
export function formatStanding(
  standing: PieceStanding,
  { startsAt }: Pick<EveningPiece, "startsAt">,
  { t, zone, now }: ClockReader,
): string | null {
  if (standing.kind === "stands") return null;
  if (standing.kind !== "moved") return t(`evening.standing.${standing.kind}`);
  const time = formatAtTime(standing.startsAt, t, zone);
  const isSameDay = daysBetween(inZone(startsAt, zone), inZone(standing.startsAt, zone)) === 0;
  const day = formatOnDay(standing.startsAt, t, zone, now);
  const when = isSameDay ? time : t("date.day_and_time", { day, time });
  return t(standing.fits ? "evening.standing.moved" : "evening.standing.moved_away", { when });
}
