import type { Translate } from "../../words/messages/translator.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Names } from "../draft/choice-store.ts";
import type { People, SegmentCondition } from "./audience.ts";
import type { AudienceCount } from "./audience-store.ts";

/** One condition as it stands in a list: "read in Tatar", "have not been here for 30 days". */
export function formatCondition(condition: SegmentCondition, names: Names, t: Translate): string {
  switch (condition.kind) {
    case "languages":
      return condition.languages.map((language) => t(`language.name.${language}`)).join(", ");
    case "follows":
      return t("announce.audience.follows", {
        list: condition.sections.map((section) => t(`section.${section}`)).join(", "),
      });
    case "interested":
      return t("announce.audience.interested", {
        list: condition.audiences.map((audience) => t(`announce.audience.who.${audience}`)).join(", "),
      });
    case "institution":
      return t("announce.audience.institution", {
        list: condition.institutionIds.map((id) => names.institutions[id] ?? `№ ${id}`).join(", "),
      });
    case "learners": {
      const [first, ...others] = condition.states;
      if (others.length > 0) return t("announce.audience.learners_all");
      return t(first === "waiting" ? "announce.audience.learners_waiting" : "announce.audience.learners");
    }
    case "any":
      return condition.of.map((one) => formatCondition(one, names, t)).join(` ${t("announce.audience.or")} `);
    case "class": {
      const list = [
        ...condition.courseIds.map((id) => names.courses[id] ?? `№ ${id}`),
        ...condition.groupIds.map((id) => names.groups[id] ?? `№ ${id}`),
      ].join(", ");
      const [first, ...others] = condition.states;
      if (others.length > 0) return t("announce.audience.class_all", { list });
      return t(first === "waiting" ? "announce.audience.class_waiting" : "announce.audience.class", { list });
    }
    case "took part":
      return t("announce.audience.took_part", {
        list: condition.eventIds.map((id) => names.events[id] ?? `№ ${id}`).join(", "),
      });
    case "unseen":
      return t("announce.audience.unseen", { days: condition.days });
    case "seen":
      return t("announce.audience.seen", { days: condition.days });
    case "roles":
      return t("announce.audience.roles", {
        list: condition.roles.map((role) => t(`role.button.${role}`)).join(", "),
      });
  }
}

/** Whom it is for, a line for each condition. */
export function audienceLines({ only, except }: People, names: Names, t: Translate): string[] {
  if (only.length + except.length === 0) return [t("announce.audience.all")];
  return [
    ...(only.length === 0 ? [t("announce.audience.all")] : []),
    ...only.map((condition, index) => {
      const said = formatCondition(condition, names, t);
      return `+ ${index === 0 ? said : t("announce.audience.and", { what: said })}`;
    }),
    ...except.map((condition) => `− ${t("announce.audience.but", { what: formatCondition(condition, names, t) })}`),
  ];
}

/** "9 870 people; 312 have muted announcements, 87 blocked". */
export function formatCount({ count, muted, blocked }: AudienceCount, t: Translate): string {
  const left = [
    ...(muted > 0 ? [t("announce.audience.muted", { count: muted })] : []),
    ...(blocked > 0 ? [t("announce.audience.blocked", { count: blocked })] : []),
  ];
  const said = t("announce.people", { count });
  return left.length === 0 ? said : t("announce.audience.counted", { people: said, left: left.join(", ") });
}

/** "Русский 8 000, Татарча 1 500": those languages in which somebody reads. */
export const formatByLanguage = ({ byLanguage }: AudienceCount, t: Translate): string =>
  (["ru", "tt", "en"] as const)
    .filter((language) => byLanguage[language] > 0)
    .map((language) => `${t(`language.name.${language}`)} ${formatNumber(byLanguage[language], t.language)}`)
    .join(", ");
