import type { DeliveryButton } from "../../delivery/delivery.ts";
import type { Reader } from "../../reminders/words.ts";
import { isButtonUrl } from "../../telegram/web-address.ts";
import { type Html, joinLines } from "../../words/html.ts";
import { joinCallback } from "../callbacks.ts";
import type { JoinLink } from "./join-store.ts";
import { formatJoinFrom, formatLesson } from "./message-words.ts";
import type { LessonClass } from "./view-store.ts";

/**
 * The way into a lesson as its learner is shown it. The link is in a button alone, so that the text may be copied and
 * quoted; the message itself has to be protected, or its button would be forwarded with it.
 */
export function joinMessage(
  course: LessonClass,
  { lessonId, link }: { lessonId: number; link: Exclude<JoinLink, { kind: "not yours" }> },
  reader: Reader,
): { text: Html; keyboard: DeliveryButton[][] } {
  const { t } = reader;
  const about = (said: string) => joinLines(formatLesson(course, lessonId, reader), "", said);
  // An address that Telegram refuses would take the whole message with it.
  const kind = link.kind === "link" && !isButtonUrl(link.url) ? "missing" : link.kind;
  if (link.kind === "early") return { text: about(formatJoinFrom(link.from, reader)), keyboard: [] };
  if (link.kind === "link" && kind === "link") {
    return { text: about(t("lesson.join.ready")), keyboard: [[{ text: t("lesson.join.button"), url: link.url }]] };
  }
  const refresh = { text: t("lesson.join.refresh"), callback_data: joinCallback.data(lessonId) };
  if (kind === "missing") return { text: about(t("lesson.join.missing")), keyboard: [[refresh]] };
  return { text: about(t(kind === "over" ? "lesson.join.over" : "lesson.join.cancelled")), keyboard: [] };
}
