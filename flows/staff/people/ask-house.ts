import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { createInstitution } from "../../../bot/programme/editing/institution-store.ts";
import { findInstitutions } from "../../../bot/programme/editing/name-store.ts";
import type { StaffChoice } from "../../../bot/staff/choices-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { languageOf } from "../programme/ask/ask-words.ts";

/** Institutions to choose from at a time, and characters of a name. */
const mostShown = 6;
const longest = 100;

type House =
  | { kind: "chosen"; house: StaffChoice | null }
  | { kind: "new"; name: string }
  | { kind: "typed"; text: string };

/**
 * Asks for an institution by a part of its name, as often as it takes to find it; null: every one. What is not found can be
 * made, and the list stays in sight: "every one" gives the most of all, and is never the only way on.
 */
export async function askHouse(
  conversation: Conversation,
  question: string,
  canGoBack: boolean,
): Promise<Answer<StaffChoice | null>> {
  const { dialogue, ctx } = conversation;
  const { t, person } = ctx.reader;
  for (let text = ""; ; ) {
    const wanted = text;
    const { found, isFound } = await dialogue.external(async ({ services: { database } }) => {
      const named = await findInstitutions(database, wanted, t.language, mostShown);
      const list = named.length > 0 ? named : await findInstitutions(database, "", t.language, mostShown);
      return { found: list.map(({ id, name }) => ({ id, name })), isFound: named.length > 0 };
    });
    const answer = await ask<House>(conversation, {
      text: joinLines(isFound ? null : t("staff.house.unknown", { name: wanted }), question),
      again: html`${question}`,
      choices: [
        ...(wanted === ""
          ? []
          : [[{ label: t("staff.house.new", { name: wanted }), value: { kind: "new" as const, name: wanted } }]]),
        ...found.map((house) => [{ label: house.name, value: { kind: "chosen" as const, house } }]),
        [{ label: t("staff.invite.every_institution"), value: { kind: "chosen", house: null } }],
      ],
      read: (said) => {
        const line = typed(said).slice(0, longest);
        return line === "" ? undefined : { kind: "typed", text: line };
      },
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    const { value } = answer;
    if (value.kind === "chosen") return answered(value.house);
    if (value.kind === "typed") {
      text = value.text;
      continue;
    }
    const { name } = value;
    const made = await dialogue.external((outer) =>
      once(outer, `new-house-${name}`, (database) =>
        createInstitution(
          database,
          { by: person.id, now: outer.reader.now },
          { texts: { [languageOf(name, t.language)]: { name, address: null } }, position: null },
        ),
      ),
    );
    if (made.kind === "forbidden") return { kind: "cancelled" };
    return answered({ id: made.value.institutionId, name });
  }
}
