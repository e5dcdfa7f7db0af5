import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { MeetingPlace } from "./meeting-place.ts";

/** "Очно: ДК Химиков, ул. Ямашева, 1"; a title that the address begins with is said once. */
export function formatMeetingPlace({ title, address }: MeetingPlace, t: Translate): string {
  const repeats = address?.toLowerCase().startsWith(title.toLowerCase()) === true;
  const where = address === null ? title : repeats ? address : t("card.where", { title, address });
  return t("group.on_site", { where: cutAtWord(where, 200) });
}
