import type { TimeReader } from "../../reminders/words.ts";
import { capitalise } from "../../words/capitalise.ts";
import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { daysBetween, inZone } from "../../words/time/local-time.ts";
import { formatWhen } from "../../words/time/when.ts";
import { formatMeetingPlace } from "../courses/place-words.ts";
import { bothTimes } from "../lessons/lesson.ts";
import { formatSchedule } from "../lessons/words.ts";
import type { Offer, PlaceGroup } from "./offers/offer-store.ts";

/** A place is free: in which course, when it meets, until when the place is held. */
export function formatOffer(group: PlaceGroup, { expiresAt, hasSeat }: Offer, { t, zone, now }: TimeReader): Html {
  return joinLines(
    t.html("offer.free", { title: bold(group) }),
    "",
    capitalise(formatSchedule(group.lessons, zone, t)),
    group.place ? formatMeetingPlace(group.place, t) : null,
    t("offer.teacher", { name: cutAtWord(group.teacherName, 80) }),
    "",
    t("offer.held", untilParameters(expiresAt, { t, zone, now })),
    hasSeat ? t("offer.changes") : null,
  );
}

/** The place went to the next; what the owner can still do. */
export function formatExpired(
  group: PlaceGroup,
  { expiresAt, waitsElsewhere }: Offer,
  { t, zone, now }: TimeReader,
): Html {
  return joinLines(
    t.html("offer.expired", { title: bold(group) }),
    t("offer.was_held", untilParameters(expiresAt, { t, zone, now })),
    "",
    t(waitsElsewhere ? "offer.waits_elsewhere" : "offer.join_again"),
  );
}

/** Pressed too late. */
export function formatLate(group: PlaceGroup, expiresAt: Date, reader: TimeReader): Html {
  const { t } = reader;
  return joinLines(
    t.html("offer.late", { title: bold(group) }),
    t("offer.was_held", untilParameters(expiresAt, reader)),
    "",
    t("offer.join_again"),
  );
}

/** Enrolled: the next lesson, and when the link comes. */
export function formatEnrolled(group: PlaceGroup, { t, zone, now }: TimeReader): Html {
  const next = group.lessons.find(({ startsAt, status }) => status !== "cancelled" && startsAt > now);
  const when = next && formatWhen(bothTimes(next), t, zone, now);
  return joinLines(
    t.html("offer.accepted", { title: bold(group) }),
    "",
    when ? t("offer.next_lesson", { when }) : null,
    group.place ? formatMeetingPlace(group.place, t) : t("offer.link"),
  );
}

/** Staff gave somebody a place, or another one: which, and when it meets. */
export const formatMoved = (group: PlaceGroup, { t, zone }: TimeReader): Html =>
  joinLines(
    t.html("by_hand.moved", { title: bold(group) }),
    "",
    capitalise(formatSchedule(group.lessons, zone, t)),
    group.place ? formatMeetingPlace(group.place, t) : null,
    t("offer.teacher", { name: cutAtWord(group.teacherName, 80) }),
  );

/** Staff took somebody out of a group, with what they said to it. */
export const formatRemoved = (group: PlaceGroup, word: string | null, t: TimeReader["t"]): Html =>
  joinLines(
    t.html("by_hand.removed", { title: bold(group) }),
    word === null ? null : html`<blockquote>${word}</blockquote>`,
  );

/** A group meets elsewhere from now on. */
export const formatNewPlace = (group: PlaceGroup, t: TimeReader["t"]): Html =>
  joinLines(
    t.html("group.new_place", { title: bold(group) }),
    group.place ? formatMeetingPlace(group.place, t) : t("group.now_online"),
  );

/** Not wanted: where else its owner stands. */
export function formatDeclined(group: PlaceGroup, waitsElsewhere: boolean, { t }: TimeReader): Html {
  return joinLines(
    t.html("offer.declined", { title: bold(group) }),
    t(waitsElsewhere ? "offer.waits_elsewhere" : "offer.change_of_mind"),
  );
}

/** At the end of the line. */
export const formatWaiting = (group: PlaceGroup, position: number, { t }: TimeReader): Html =>
  joinLines(t.html("offer.waiting", { title: bold(group), position }), t("offer.tell"));

const bold = ({ title }: PlaceGroup): Html => html`<b>${cutAtWord(title, 160)}</b>`;

function untilParameters(instant: Date, { t, zone, now }: TimeReader) {
  const days = daysBetween(inZone(now, zone), inZone(instant, zone));
  const near: "today" | "tomorrow" | "other" = days === 0 ? "today" : days === 1 ? "tomorrow" : "other";
  return { near, time: formatTime(instant, zone), day: formatDay(instant, t, zone, now) };
}
