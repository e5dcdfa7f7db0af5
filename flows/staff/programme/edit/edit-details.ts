import { type FieldChanges, setFields, setLinks } from "../../../../bot/programme/editing/change-event-store.ts";
import { accessibilities, audiences } from "../../../../bot/programme/event.ts";
import { countInterested } from "../../../../bot/programme/recordings/tell-store.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { askInstitution, findOwnHouses } from "../ask/ask-institution.ts";
import { askAddress, askLinksAnew } from "../ask/ask-links.ts";
import { askPoster } from "../ask/ask-poster.ts";
import { askAge, askPrice, askSection, askSeveral } from "../ask/ask-traits.ts";
import { confirm } from "../ask/pick-dates.ts";
import type { Desk } from "../desk.ts";
import { institutionOf } from "../make/save-draft.ts";
import type { Plan, Write } from "./edit.ts";
import type { Seen } from "./event-under-edit.ts";

const field =
  <T>(question: (desk: Desk, seen: Seen) => Promise<Answer<T>>, changes: (value: T) => FieldChanges): Plan =>
  async (desk, seen) => {
    const answer = await question(desk, seen);
    if (answer.kind !== "answer") return answer;
    return answered<Write>((database, actor, edition) => setFields(database, actor, edition, changes(answer.value)));
  };

export const planPrice = field(
  (desk) => askPrice(desk, false),
  (price) => ({ price: price ?? { isFree: false } }),
);
export const planAge = field(
  (desk) => askAge(desk, false),
  (ageMin) => ({ ageMin }),
);
export const planSection = field(
  (desk) => askSection(desk, false),
  (section) => ({ section }),
);
export const planPoster = field(
  (desk) => askPoster(desk, false),
  (posterUrl) => ({ posterUrl }),
);

export const planInstitution: Plan = async (desk, { event }) => {
  const house = await askInstitution(desk, await findOwnHouses(desk), false);
  return mapAnswer(
    house,
    (chosen): Write =>
      async (database, actor, edition) => {
        const institutionId = await institutionOf(database, actor, chosen, event.texts[0]?.language ?? "ru");
        return institutionId === undefined
          ? { kind: "forbidden" }
          : setFields(database, actor, edition, { institutionId });
      },
  );
};

export const planAccess = field(
  (desk, { event }) => {
    const { t } = desk.ctx.reader;
    const label = (one: (typeof accessibilities)[number]) => t(`accessibility.short.${one}`);
    return askSeveral(desk, {
      text: t("programme.ask.access"),
      all: accessibilities,
      chosen: event.accessibility,
      label,
    });
  },
  (accessibility) => ({ accessibility }),
);

export const planAudience = field(
  (desk, { event }) => {
    const { t } = desk.ctx.reader;
    const label = (one: (typeof audiences)[number]) => t(`audience.${one}`);
    return askSeveral(desk, { text: t("programme.ask.audience"), all: audiences, chosen: event.audiences, label });
  },
  (chosen) => ({ audiences: chosen }),
);

export const planLinks: Plan = async (desk, { event }) => {
  const links = await askLinksAnew(desk, event.links);
  if (links.kind !== "answer") return links;
  return answered((...args) => setLinks(...args, links.value));
};

/** A recording is told to those who were there, which is said before. */
export const planRecording: Plan = async (desk, { event }) => {
  const { t } = desk.ctx.reader;
  for (;;) {
    const link = await askAddress(desk, "recording");
    if (link.kind !== "answer") return link;
    const count = await desk.dialogue.external(({ services, reader }) =>
      countInterested(services.database, event.id, reader.now),
    );
    const text = t("programme.confirm.recording", { count });
    const agreed = await confirm(desk, { text, yes: t("programme.yes.recording") });
    if (agreed.kind === "cancelled") return agreed;
    if (agreed.kind === "answer") return answered((...args) => setLinks(...args, [...event.links, link.value]));
  }
};
