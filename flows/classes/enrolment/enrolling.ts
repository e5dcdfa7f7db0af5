import type { User } from "grammy/types";
import { isOpenGroup, progress } from "../../../bot/classes/courses/course.ts";
import { findGroup } from "../../../bot/classes/courses/course-store.ts";
import { formatForWhom } from "../../../bot/classes/courses/group-words.ts";
import type { MeetingPlace } from "../../../bot/classes/courses/meeting-place.ts";
import { formatMeetingPlace } from "../../../bot/classes/courses/place-words.ts";
import type { EnrolmentState } from "../../../bot/classes/enrolments/enrolment.ts";
import { enrolLearner } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { deleteDraft, findDraft } from "../../../bot/classes/learners/draft-store.ts";
import { readName } from "../../../bot/classes/learners/learner.ts";
import { findLearner } from "../../../bot/classes/learners/learner-store.ts";
import { bothTimes, type LessonTime } from "../../../bot/classes/lessons/lesson.ts";
import { planForLesson } from "../../../bot/classes/lessons/messages/plan.ts";
import { findOverlaps } from "../../../bot/classes/lessons/moving/overlap-store.ts";
import { formatLessonWhen, formatSchedule } from "../../../bot/classes/lessons/words.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { leadTimes } from "../../../bot/reminders/lead-times.ts";
import { formatLeads } from "../../../bot/reminders/words.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatWhen } from "../../../bot/words/time/when.ts";

/** What a person has told so far; what is missing is asked. */
export interface Entered {
  hasConsented: boolean;
  name?: string;
  phone?: string | null;
}

/** All that the dialogue needs to know before it begins; plain JSON with texts made, because it is replayed. */
export type PreparedEnrolment =
  | { kind: "refused"; reason: string }
  | {
      kind: "open";
      /** Which course and when, as markup. */
      about: string;
      /** Whom the group is for. */
      forWhom: string;
      entered: Entered;
      /** For whoever learns to use a phone or computer and has not chosen it: simple mode is offered at the end. */
      offersSimpleMode: boolean;
      /** One's own lessons at the same time, as markup, a line each. */
      overlaps: string[];
      /** In the line, if there is no free place; null: there is one. */
      position: number | null;
    };

type Of = Pick<Services, "database">;

export async function prepareEnrolment(
  { database }: Of,
  reader: Reader,
  { groupId, from }: { groupId: number; from: User | undefined },
): Promise<PreparedEnrolment> {
  const { t, person, now } = reader;
  const found = await findGroup(database, groupId, t.language, now, person.id);
  if (found === null || !found.course.isOpen || !isOpenGroup(found.group, now)) {
    return { kind: "refused", reason: t("enrol.closed") };
  }
  const { course, group } = found;
  if (group.own !== null) return { kind: "refused", reason: alreadyThere(group.own.state, t) };
  const { learner, hasConsented } = await findLearner(database, person.id);
  const draft = await findDraft(database, person.id);
  const overlaps = await findOverlaps(database, person.id, groupId, t.language, now);
  // As the messenger has it: shown before the last tap, and written otherwise there.
  const nameThere = readName([from?.first_name, from?.last_name].filter(Boolean).join(" "));
  return {
    kind: "open",
    about: String(
      joinLines(
        html`<b>${cutAtWord(course.title, 160)}</b>`,
        capitalise(formatSchedule(group.lessons, group.timeZone, t)),
        group.place ? formatMeetingPlace(group.place, t) : null,
      ),
    ),
    forWhom: formatForWhom(group, t),
    entered: {
      ...(nameThere === undefined ? {} : { name: nameThere }),
      ...(draft?.groupId === groupId ? draft : {}),
      ...learner,
      hasConsented,
    },
    offersSimpleMode: course.area === "digital" && !person.simpleMode,
    overlaps: overlaps.map(({ title, startsAt, endsAt }) =>
      String(
        t.html("enrol.overlapping", {
          title: cutAtWord(title, 160),
          when: formatWhen(bothTimes({ startsAt, endsAt }), t, reader.zone, now),
        }),
      ),
    ),
    position: group.taken < group.capacity && group.waiting === 0 ? null : group.waiting + 1,
  };
}

/** Enrols with what was entered; gives the last words as markup, and whether there is a seat or a number in the line now. */
export async function confirmEnrolment(
  { database }: Of,
  reader: Reader,
  { groupId, entered, about }: { groupId: number; entered: Entered; about: string },
): Promise<{ text: string; isDone: boolean }> {
  const { t, person, now } = reader;
  const { name = person.firstName, phone = null } = entered;
  const outcome = await enrolLearner(database, { groupId, personId: person.id, now }, { name, phone });
  await deleteDraft(database, person.id);
  switch (outcome.kind) {
    case "no consent":
      return { text: String(html`${t("enrol.no_consent")}`), isDone: false };
    case "closed":
      return { text: String(html`${t("enrol.closed")}`), isDone: false };
    case "already":
      return { text: String(html`${alreadyThere(outcome.state, t)}`), isDone: false };
    case "waiting":
      return {
        text: String(t.html("enrol.in_line", { about: Html.trusted(about), position: outcome.position })),
        isDone: true,
      };
    case "enrolled": {
      const found = await findGroup(database, groupId, t.language, now);
      const at = found && progress(found.group.lessons, now);
      const next = at?.next;
      const when = next ? formatLessonWhen(next, reader) : "";
      const first = at?.hasBegun ? t("enrol.first_of", { when, number: at.number, of: at.of }) : when;
      const place = found?.group.place;
      const link = place ? formatMeetingPlace(place, t) : t("enrol.link_comes");
      const reminders = next ? formatLessonReminders(next, reader, place ?? null) : link;
      return { text: String(t.html("enrol.done", { about: Html.trusted(about), first, reminders })), isDone: true };
    }
  }
}

/** Which reminders of the first lesson will really come: whoever enrols late has missed that of the day before. */
function formatLessonReminders(
  { startsAt, endsAt }: LessonTime,
  { t, now, ownZone, person }: Reader,
  place: MeetingPlace | null,
): string {
  const planned = planForLesson({ startsAt, endsAt, zone: ownZone, quiet: person.quiet }, now);
  const leads = leadTimes.filter((lead) => planned.some((slot) => slot.kind === "lesson" && slot.lead === lead));
  if (place !== null) {
    const where = formatMeetingPlace(place, t);
    return leads.length === 0 ? where : `${where}\n${t("enrol.reminds_on_site", { leads: formatLeads(leads, t) })}`;
  }
  return leads.length === 0 ? t("enrol.link_comes") : t("enrol.reminds", { leads: formatLeads(leads, t) });
}

/** How somebody stands in a group that they wanted into. */
export function alreadyThere(state: EnrolmentState, t: Translate): string {
  if (state === "waiting") return t("enrol.already_waiting");
  return t(state === "offered" ? "enrol.already_offered" : "enrol.already");
}
