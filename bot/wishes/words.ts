import { sections } from "../programme/event.ts";
import type { Translate } from "../words/messages/translator.ts";
import type { Wanting } from "./wish.ts";

/** What somebody waits for or follows: the words of a search, the name of a house, a section. */
export function nameWanting({ kind, text, house }: Wanting, t: Translate): string {
  if (kind === "search") return text;
  if (kind === "institution") return house ?? t("institution.unnamed");
  const section = sections.find((one) => one === text);
  return section === undefined ? text : t(`section.${section}`);
}
