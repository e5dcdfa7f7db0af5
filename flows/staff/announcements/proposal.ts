import { second } from "../../../bot/announcements/announcement-store.ts";
import { agreeCallback, announcementCallback, refuseCallback } from "../../../bot/announcements/callbacks.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { html } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { refuseAnnouncement } from "./refuse-announcement.ts";

/** The answers to a colleague's proposal. The first one counts; who comes later is told. */
export const proposalScreen = new Screen();

onStaffCallback(proposalScreen, agreeCallback, "announcements.send", async (ctx, id) => {
  const { reader } = ctx;
  const acted = await once(ctx, "second", (database) =>
    second(database, { by: reader.person.id, now: reader.now }, id),
  );
  if (acted.kind === "forbidden") return refuse(ctx);
  await say(ctx, id, acted.value.kind === "moved" ? "agreed" : acted.value.kind);
});

onStaffCallback(proposalScreen, refuseCallback, "announcements.send", (ctx, id) => enter(ctx, refuseAnnouncement, id));

const keys = {
  agreed: "announce.proposal.you_agreed",
  "your own": "announce.proposal.your_own",
  elsewhere: "announce.elsewhere",
} as const;

async function say(ctx: BotContext, id: number, how: keyof typeof keys): Promise<void> {
  const { t } = ctx.reader;
  await show(ctx, {
    text: html`${t(keys[how])}`,
    keyboard: [[button(t("announce.button.open"), announcementCallback.data(id)), toStaffMenu(t)]],
  });
}
