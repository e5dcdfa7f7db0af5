import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatWhere } from "../../words/where.ts";
import type { MeetingPlace } from "./meeting-place.ts";

/** "Очно: ДК Химиков, ул. Ямашева, 1"; a title that the address begins with is said once. */
export function formatMeetingPlace({ title, address }: MeetingPlace, t: Translate): string {
  return t("group.on_site", { where: cutAtWord(formatWhere({ title, address }, t), 200) });
}
