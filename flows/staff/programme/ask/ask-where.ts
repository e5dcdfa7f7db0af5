import type { Services } from "../../../../bot/context.ts";
import {
  findPlaces,
  findPlacesOfHouses,
  findUsualPlaces,
  type Named,
} from "../../../../bot/programme/editing/name-store.ts";
import { html } from "../../../../bot/words/html.ts";
import type { Translate } from "../../../../bot/words/messages/translator.ts";
import { ask, type Choice } from "../../../kit/ask/ask.ts";
import { askLine } from "../../../kit/ask/ask-line.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import type { Where } from "../make/draft.ts";
import type { Houses } from "./ask-institution.ts";
import { longestTitle } from "./ask-words.ts";

const offered = 5;

type Said = { kind: "where"; where: Where } | { kind: "typed"; name: string };

/** What is known of an event, for the places that are offered first. */
export interface Near {
  houses: Pick<Houses, "own">;
  /** Places that the event, or the one that it was copied from, has dates at. */
  places?: readonly Named[];
}

/**
 * Where it is: the places of the event itself are offered, then those of the editor's own houses, then those used most; others
 * are found by a part of their name, unknown ones made.
 */
export async function askWhere(conversation: Conversation, canGoBack: boolean, near?: Near): Promise<Answer<Where>> {
  const { t } = conversation.ctx.reader;
  for (let name = ""; ; ) {
    const wanted = name;
    const places = await conversation.dialogue.external(({ services: { database } }) =>
      wanted === "" ? findOffered(database, near, t) : findPlaces(database, wanted, t.language, offered),
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

async function findOffered(queries: Services["database"], near: Near | undefined, t: Translate): Promise<Named[]> {
  const ids = near?.houses.own.flatMap(({ id }) => id ?? []) ?? [];
  const own = ids.length === 0 ? [] : await findPlacesOfHouses(queries, ids, t.language, offered);
  const usual = await findUsualPlaces(queries, t.language, offered);
  const all = [...(near?.places ?? []), ...own, ...usual];
  return [...new Map(all.map((place) => [place.id, place])).values()].slice(0, offered);
}

function question(wanted: string, count: number, t: Translate): string {
  if (wanted === "") return t("programme.ask.where");
  return count === 0 ? t("programme.ask.where_unknown", { name: wanted }) : t("programme.ask.where_found");
}

const known = ({ id, name }: Named): Said => ({ kind: "where", where: { kind: "known", placeId: id, name } });
const newPlace = (name: string): Said => ({ kind: "where", where: { kind: "new", name, address: null } });
