import type { BotContext } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { followSectionCallback, followSectionsCallback, wishesCallback } from "../../bot/wishes/callbacks.ts";
import { findFollowedSections, follow, unfollow } from "../../bot/wishes/follow-store.ts";
import { html } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";

/** The sections of the programme, those that are followed with a tick; one tap changes one. */
export async function sectionsView({ services, reader }: BotContext): Promise<View> {
  const { t, person, offer } = reader;
  const followed = await findFollowedSections(services.database, person.id);
  const buttons = offer.sections.map((section) => {
    const label = t(`section.${section}`);
    return button(followed.has(section) ? t("button.chosen", { label }) : label, followSectionCallback.data(section));
  });
  return {
    text: html`${t("house.sections")}`,
    keyboard: [...rows(buttons), [button(t("wish.button.list"), wishesCallback.data(null)), toMenu(t)]],
  };
}

export const followSectionsScreen = new Screen();

const inPrivate = privatePartOf(followSectionsScreen);

onCallback(inPrivate, followSectionsCallback, async (ctx) => show(ctx, await sectionsView(ctx)));

onCallback(inPrivate, followSectionCallback, async (ctx, section) => {
  const { person, now } = ctx.reader;
  const what = { kind: "section", section } as const;
  await once(ctx, "follow-section", async (database) => {
    const followed = await findFollowedSections(database, person.id);
    await (followed.has(section) ? unfollow(database, person.id, what) : follow(database, person.id, what, now));
    return null;
  });
  await show(ctx, await sectionsView(ctx));
});
