import { findPlaces, findUsualPlaces, type Named } from "../../../../bot/programme/editing/name-store.ts";
import { html } from "../../../../bot/words/html.ts";
import type { Translate } from "../../../../bot/words/messages/translator.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask, type Choice } from "../../../kit/steps/ask.ts";
import { askLine } from "../../../kit/steps/ask-line.ts";
import type { Where } from "../make/draft.ts";
import { longestTitle } from "./ask-words.ts";

const offered = 5;

type Said = { kind: "where"; where: Where } | { kind: "typed"; name: string };

/** Where it is: places used most are offered, others found by a part of their name, unknown ones made. */
export async function askWhere(conversation: Conversation, canGoBack: boolean): Promise<Answer<Where>> {
  const { t } = conversation.ctx.reader;
  for (let name = ""; ; ) {
    const wanted = name;
    const places = await conversation.dialogue.external(({ services: { database } }) =>
      wanted === ""
        ? findUsualPlaces(database, t.language, offered)
        : findPlaces(database, wanted, t.language, offered),
    );
    const fresh: Choice<Said>[] =
      wanted === ""
        ? [{ label: t("programme.button.online"), value: { kind: "where", where: { kind: "online" } } }]
        : [{ label: t("programme.button.new_place", { name: wanted }), value: newPlace(wanted) }];
    const answer: Answer<Said> = await ask<Said>(conversation, {
      text: html`${question(wanted, places.length, t)}`,
      again: html`${t("programme.ask.where")}`,
      choices: [...places.map((place) => [{ label: place.name, value: known(place) }]), fresh],
      read: (said) => (typed(said).length > 1 ? { kind: "typed", name: typed(said).slice(0, 150) } : undefined),
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value.kind === "typed") {
      name = answer.value.name;
      continue;
    }
    const { where } = answer.value;
    if (where.kind !== "new") return answered(where);
    const address = await askLine(conversation, {
      question: t("programme.ask.address", { name: where.name }),
      longest: longestTitle,
      without: { label: t("programme.button.skip"), value: null },
      canGoBack: true,
    });
    if (address.kind === "answer") return answered({ ...where, address: address.value });
    if (address.kind === "cancelled") return address;
  }
}

function question(wanted: string, count: number, t: Translate): string {
  if (wanted === "") return t("programme.ask.where");
  return count === 0 ? t("programme.ask.where_unknown", { name: wanted }) : t("programme.ask.where_found");
}

const known = ({ id, name }: Named): Said => ({ kind: "where", where: { kind: "known", placeId: id, name } });
const newPlace = (name: string): Said => ({ kind: "where", where: { kind: "new", name, address: null } });
