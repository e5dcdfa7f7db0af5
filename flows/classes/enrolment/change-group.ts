import type { InlineKeyboardButton } from "grammy/types";
import { changeGroup } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { findPlaceGroup } from "../../../bot/classes/enrolments/offers/offer-store.ts";
import { formatEnrolled } from "../../../bot/classes/enrolments/words.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show } from "../../../bot/doors/telegram/screen/show.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { toMenu } from "../../account/menu.ts";
import { enter } from "../../kit/dialogue.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { Screen } from "../../kit/screen.ts";
import { simpleView, toHome } from "../../simple/screen.ts";
import { changeGroupCallback, groupCallback, ownClassesCallback } from "../callbacks.ts";
import { enrol } from "./enrol.ts";
import { alreadyThere } from "./enrolling.ts";

/** From one group of a course into another, in one step: nobody is without a seat in between. */
export const changeGroupScreen = new Screen();

onCallback(changeGroupScreen, changeGroupCallback, async (ctx, { groupId, sure }) => {
  const { reader, services } = ctx;
  const { t, person, now } = reader;
  // A group reads along.
  if (!reader.isPrivate) {
    await answerTap(ctx, { text: t("enrol.only_private"), show_alert: true });
    return;
  }
  const changed = await once(ctx, "change", (database) =>
    changeGroup(database, { groupId, personId: person.id, now }, { sure }),
  );
  const ownClasses = button(t("classes.own"), ownClassesCallback.data(null));
  const say = (text: Html, ...row: [] | [InlineKeyboardButton, InlineKeyboardButton]) =>
    show(ctx, {
      text,
      keyboard: [row, [ownClasses, toMenu(t)]],
      inSimpleMode: simpleView(t, text, row.length > 0 ? row : [ownClasses, toHome(t)]),
    });
  switch (changed.kind) {
    case "no consent":
      return enter(ctx, enrol, groupId);
    case "awaited":
      return say(
        html`${t("group.awaited", { waiting: changed.waiting })}`,
        button(t("group.change_yes"), changeGroupCallback.data({ groupId, sure: true })),
        button(t("classes.leave_no"), groupCallback.data(groupId)),
      );
    case "waiting":
      return say(html`${t("group.change_waits", { position: changed.position })}`);
    case "already":
      return say(html`${alreadyThere(changed.state, t)}`);
    case "closed":
      return say(html`${t("enrol.closed")}`);
    case "enrolled": {
      const group = await findPlaceGroup(services.database, groupId, t.language);
      return say(joinLines(t.html("group.changed"), group && html`\n${formatEnrolled(group, reader)}`));
    }
  }
});
