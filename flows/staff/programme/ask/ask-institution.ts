import { findHouses, findInstitutions } from "../../../../bot/programme/editing/name-store.ts";
import { askForInstitution } from "../../../../bot/programme/editing/wanted-institution-store.ts";
import { findStaff } from "../../../../bot/staff/act-store.ts";
import { may, reachOf } from "../../../../bot/staff/permissions.ts";
import { html } from "../../../../bot/words/html.ts";
import { ask, type Choice } from "../../../kit/ask/ask.ts";
import { choose } from "../../../kit/ask/choose.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import type { House } from "../make/draft.ts";

const offered = 6;

/** Whose events somebody may make: every institution's, or those named. */
export interface Houses {
  isAll: boolean;
  own: House[];
  /** Whether one that is not in the list may be made. */
  mayMake: boolean;
}

export const findOwnHouses = ({ dialogue, ctx }: Conversation): Promise<Houses> =>
  dialogue.external(async ({ services: { database } }) => {
    const staff = await findStaff(database, ctx.reader.person.id);
    const reach = reachOf(staff, "programme.edit");
    const own = reach === null ? [] : await findHouses(database, reach, ctx.reader.t.language);
    return { isAll: reach === null, own, mayMake: may(staff, "institutions.manage") };
  });

/** Whose event it is; null: nobody's in particular, for those who may edit everybody's. */
export async function askInstitution(
  conversation: Conversation,
  houses: Houses,
  canGoBack: boolean,
): Promise<Answer<House | null>> {
  const { dialogue, ctx } = conversation;
  const { t } = ctx.reader;
  const toChoice = (house: House) => [{ label: house.name, value: house }];
  if (!houses.isAll)
    return choose<House>(conversation, t("programme.ask.institution"), houses.own.map(toChoice), canGoBack);
  let wasAsked = false;
  for (let name = ""; ; ) {
    const wanted = name;
    const found = await dialogue.external(async ({ services: { database } }) => {
      const named = wanted === "" ? [] : await findInstitutions(database, wanted, t.language, offered);
      return named.map(({ id, name: title }) => ({ id, name: title }));
    });
    const fresh: Choice<House>[] =
      wanted !== "" && houses.mayMake
        ? [{ label: t("programme.button.new_institution", { name: wanted }), value: { id: null, name: wanted } }]
        : [];
    const isUnknown = wanted !== "" && found.length === 0 && !houses.mayMake && !wasAsked;
    const request: Choice<"request">[] = isUnknown
      ? [{ label: t("programme.button.ask_for_institution"), value: "request" }]
      : [];
    const question = wasAsked ? t("programme.ask.institution_asked", { name: wanted }) : undefined;
    const answer = await ask<House | null | "request" | { typed: string }>(conversation, {
      text: html`${question ?? t(questionOf(wanted, found.length, houses))}`,
      again: html`${t("programme.ask.institution_typed")}`,
      choices: [...found.map(toChoice), fresh, request, [{ label: t("programme.button.no_institution"), value: null }]],
      read: (said) => (typed(said) === "" ? undefined : { typed: typed(said).slice(0, 100) }),
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    const { value } = answer;
    if (value === "request") {
      await dialogue.external(({ services: { database }, reader }) =>
        askForInstitution(database, { name: wanted, by: reader.person.id, now: reader.now }),
      );
      wasAsked = true;
    } else if (value !== null && typeof value === "object" && "typed" in value) {
      name = value.typed;
      wasAsked = false;
    } else return answered(value);
  }
}

function questionOf(wanted: string, count: number, { mayMake }: Houses) {
  if (wanted === "" || count > 0) return "programme.ask.institution_typed" as const;
  return mayMake ? ("programme.ask.institution_new" as const) : ("programme.ask.institution_unknown" as const);
}
