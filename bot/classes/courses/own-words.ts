import type { TimeReader } from "../../reminders/words.ts";
import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import { formatRelative } from "../../words/time/relative.ts";
import { formatAttended, formatProspect } from "../certificates/prospect-words.ts";
import { bothTimes, joinFrom } from "../lessons/lesson.ts";
import { formatLessonWhen } from "../lessons/words.ts";
import { formatOwnPlace } from "./group-words.ts";
import type { OwnClass } from "./own-enrolments-store.ts";
import { formatMeetingPlace } from "./place-words.ts";

/**
 * A class of one's own in a list: title, next lesson, whether the certificate is there, how one stands in it where it is not
 * simply "enrolled".
 */
export function formatOwnClass(own: OwnClass, reader: TimeReader): Html {
  return joinLines(
    html`<b>${cutAtWord(own.title, 100)}</b>`,
    formatNext(own, reader),
    own.hasCertificate ? reader.t("classes.certificate_ready") : null,
    own.place ? formatMeetingPlace(own.place, reader.t) : null,
    own.state === "enrolled" ? null : formatOwnPlace(own, reader),
  );
}

/**
 * An own class alone on its screen, with what the attendance means for the certificate (in percent) and when the button
 * to join comes.
 */
export function formatOwnClassInFull(own: OwnClass, reader: TimeReader, certificateAttendance: number): Html {
  const { t } = reader;
  const isIn = own.state === "enrolled";
  const isKnown = isIn && own.noted > 0;
  return joinLines(
    html`<b>${cutAtWord(own.title, 100)}</b>`,
    // A learner who has finished needs no place.
    isIn && own.next === null ? null : formatOwnPlace(own, reader),
    "",
    formatNext(own, reader),
    own.place ? formatMeetingPlace(own.place, t) : null,
    t("group.teacher", { name: cutAtWord(own.teacherName, 80) }),
    isKnown ? html`\n${formatAttended(own, t)}` : null,
    isKnown && !own.hasCertificate ? formatProspect(own, certificateAttendance, t) : null,
    isIn && own.next && !own.place && !canJoin(own, reader.now) ? html`\n${t("classes.join_hint")}` : null,
  );
}

/** Whether the button to join is of use now. */
export const canJoin = ({ state, next, place }: OwnClass, now: Date): boolean =>
  !place && state === "enrolled" && next !== null && joinFrom(next.startsAt) <= now;

function formatNext({ next, lessons }: OwnClass, reader: TimeReader): string {
  const { t, zone, now } = reader;
  if (next === null) return t("classes.over");
  const times = bothTimes(next);
  const relative = formatRelative(times, t, zone, now);
  const when = formatLessonWhen(next, reader);
  return t(next.isMoved ? "classes.moved" : "classes.lesson", {
    number: next.number,
    of: lessons,
    when: relative === null ? when : t("card.when_and_relative", { when, relative }),
  });
}
