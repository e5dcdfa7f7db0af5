import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { MovedLearner } from "./change-store.ts";
import type { EnrolledByHand } from "./enrol-store.ts";
import type { RosterPerson } from "./roster-store.ts";

/** How somebody stands in a group; null: simply in it. */
function formatStanding({ state, position }: RosterPerson, t: Translate): string | null {
  if (state === "enrolled") return null;
  return state === "waiting" ? t("teach.roster.waiting", { position: position ?? 0 }) : t("teach.roster.offered");
}

/** A line of the list: name, number, how they stand, and that no message reaches them. */
export function formatRosterLine(person: RosterPerson, t: Translate): Html {
  const { name, phone, isRecorded } = person;
  const about = [phone, formatStanding(person, t), isRecorded ? t("by_hand.recorded") : null];
  const known = about.filter((part) => part !== null);
  return known.length === 0 ? html`• ${name}` : html`• ${name} · ${known.join(" · ")}`;
}

/** Somebody of a group alone on the screen. */
export const formatRosterPerson = (person: RosterPerson, title: string, t: Translate): Html =>
  joinLines(
    html`<b>${person.name}</b>`,
    person.phone ?? t("enrol.no_phone"),
    title,
    formatStanding(person, t),
    person.isRecorded ? html`\n${t("by_hand.unreachable")}` : null,
  );

/** What came of enrolling somebody who telephoned. */
export function formatEnrolledByHand(outcome: EnrolledByHand, name: string, t: Translate): Html {
  const what = () => {
    switch (outcome.kind) {
      case "enrolled":
        return t("by_hand.enrolled", { name });
      case "waiting":
        return t("by_hand.in_line", { name, position: outcome.position });
      case "already":
        return t("by_hand.already", { name });
      case "closed":
        return t("by_hand.closed");
    }
  };
  if (outcome.kind === "closed") return html`${what()}`;
  return joinLines(what(), t(outcome.isKnown ? "by_hand.uses_bot" : "by_hand.unreachable"));
}

/** What came of moving somebody. */
export function formatMovedByHand(
  moved: MovedLearner,
  person: Pick<RosterPerson, "name" | "isRecorded"> | undefined,
  t: Translate,
): Html {
  const name = person?.name ?? "";
  switch (moved.kind) {
    case "enrolled":
      return joinLines(
        t("by_hand.moved_to", { name }),
        person?.isRecorded === true ? t("by_hand.unreachable") : t("by_hand.is_told"),
      );
    case "waiting":
      return html`${t("by_hand.moves_later", { name, position: moved.position })}`;
    case "already":
      return html`${t("by_hand.already", { name })}`;
    case "closed":
      return html`${t("by_hand.closed")}`;
    case "gone":
      return html`${t("by_hand.gone")}`;
  }
}
