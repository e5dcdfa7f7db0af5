import type { StandingOffer } from "../offers/offer.ts";
import { offerTitle } from "../offers/words.ts";
import type { CalendarEntry } from "../programme/calendar/calendar-entry.ts";
import { calendarEntryOf } from "../programme/card/calendar-file.ts";
import { chooseFields } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatWhere } from "../words/where.ts";
import type { Evening, EveningPiece } from "./evening-store.ts";

type Reading = { t: Translate; zone: string; now: Date };
type LinkOf = (link: { kind: "occurrence" | "offer"; id: number }) => string;

/** The pieces of an evening that take place, as a calendar keeps them: a date is the same entry as that of its card. */
export const entriesOf = ({ id, pieces }: Evening, reader: Reading, linkOf: LinkOf): CalendarEntry[] =>
  pieces.flatMap((piece) => {
    const { placed, subject } = piece;
    if (placed === null || subject.kind === "gone") return [];
    if (subject.kind === "offer") return [entryOfOffer(id, piece, subject.offer, reader, linkOf)];
    const { card } = subject;
    return [calendarEntryOf(card, reader.t, linkOf({ kind: "occurrence", id: card.occurrenceId }))];
  });

/** The time that was planned for something without a date. */
function entryOfOffer(
  eveningId: number,
  { startsAt, endsAt }: EveningPiece,
  offer: StandingOffer,
  { t, zone, now }: Reading,
  linkOf: LinkOf,
): CalendarEntry {
  const place = offer.place && chooseFields(offer.place.texts, t.language)?.fields;
  return {
    ...{ uid: `evening-${eveningId}-offer-${offer.id}`, title: offerTitle(offer, t), summary: null },
    where: place ? formatWhere(place, t) : null,
    ...{ latitude: offer.place?.point?.latitude ?? null, longitude: offer.place?.point?.longitude ?? null },
    ...{ startsAt, endsAt, hasStartTime: true, hasEndTime: true, timeZone: zone },
    ...{ status: "scheduled", sequence: 0, changedAt: now, url: linkOf({ kind: "offer", id: offer.id }) },
  };
}
