import type { CollectionRule } from "../../../bot/collections/collection.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";

/** "музыка, театр · дети · «джаз»", or that any event is meant. */
export function formatRule({ sections, audiences, words }: CollectionRule, t: Translate): string {
  const parts = [
    sections.map((section) => t(`section.${section}`)).join(", "),
    audiences.map((audience) => t(`audience.${audience}`)).join(", "),
    words === null ? "" : `«${words}»`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? t("collection.edit.any") : parts.join(" · ");
}
