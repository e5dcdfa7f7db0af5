import type { DeliveryButton } from "../../../delivery/delivery.ts";
import { button } from "../../../doors/telegram/screen/keyboard.ts";
import { isButtonUrl } from "../../../net/web-address.ts";
import type { TimeReader } from "../../../reminders/words.ts";
import { type Html, joinLines } from "../../../words/html.ts";
import type { Translate } from "../../../words/messages/translator.ts";
import { groupMapCallback, handoutsCallback, joinCallback, ownClassesCallback } from "../../callbacks.ts";
import { formatMeetingPlace } from "../../courses/place-words.ts";
import type { JoinLink } from "../join-store.ts";
import type { LessonClass } from "../view-store.ts";
import { formatJoinFrom, formatLesson } from "./message-words.ts";

/** Shows a class's place on the map, where it has one. */
export const mapButton = (
  { groupId, place }: Pick<LessonClass, "groupId" | "place">,
  t: Translate,
): DeliveryButton[] => (place?.latitude == null ? [] : [button(t("button.map"), groupMapCallback.data(groupId))]);

/**
 * The way into a lesson as its learner is shown it; null: a class that they are not in, or not any more. The link is in a
 * button alone, so that the text may be copied and quoted; the message itself has to be protected, or its button would
 * be forwarded with it.
 */
export function joinMessage(
  course: LessonClass | null,
  { lessonId, link }: { lessonId: number; link: JoinLink },
  reader: TimeReader,
): { text: Html; keyboard: DeliveryButton[][] } {
  const { t } = reader;
  const own = button(t("classes.own"), ownClassesCallback.data(null));
  if (course === null || link.kind === "not yours") return { text: t.html("lesson.join.not_yours"), keyboard: [[own]] };
  const about = (said: string) => joinLines(formatLesson(course, lessonId, reader), "", said);
  switch (link.kind) {
    case "early":
      return { text: about(formatJoinFrom(link.from, reader)), keyboard: [[own]] };
    case "cancelled":
      return { text: about(t("lesson.join.cancelled")), keyboard: [[own]] };
    case "over": {
      const handouts = button(
        t("material.button"),
        handoutsCallback.data({ enrolmentId: course.enrolmentId, page: 0 }),
      );
      return { text: about(t("lesson.join.over")), keyboard: [[handouts, own]] };
    }
    case "link":
      // An address that Telegram refuses would take the whole message with it.
      if (!isButtonUrl(link.url)) return missing();
      return {
        text: about(t(link.isShared ? "lesson.join.ready_shared" : "lesson.join.ready")),
        keyboard: [[{ text: t("lesson.join.button"), url: link.url }]],
      };
    case "on site":
      return {
        text: about(course.place ? formatMeetingPlace(course.place, t) : t("lesson.join.missing")),
        keyboard: [mapButton(course, t), [own]],
      };
    case "missing":
      return missing();
  }

  function missing() {
    const refresh = button(t("lesson.join.refresh"), joinCallback.data(lessonId));
    return { text: about(t("lesson.join.missing")), keyboard: [[refresh]] };
  }
}
