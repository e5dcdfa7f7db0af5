import { articleData } from "../../bot/articles/callbacks.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import type { StateOf } from "../../bot/doors/telegram/screen/callback.ts";
import { openCardData } from "../../bot/doors/telegram/screen/callbacks.ts";
import { deepLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, rows as rowsOf, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { formatHours, formatOpenNow } from "../../bot/opening/words.ts";
import { findHouse } from "../../bot/programme/listing/house-store.ts";
import { findListedByIds } from "../../bot/programme/listing/list-store.ts";
import { formatRow } from "../../bot/programme/listing/words.ts";
import { follow, unfollow } from "../../bot/wishes/follow-store.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { countedArticles } from "../articles/buttons.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { houseOffersCallback } from "../offers/callbacks.ts";
import {
  followInstitutionCallback,
  institutionCallback,
  listCallback,
  unfollowInstitutionCallback,
} from "./callbacks.ts";
import { titleRows } from "./list.ts";

/** Characters of what an institution says of itself, so that its dates stay in sight. */
const longestAbout = 400;

/** The page of an institution: what it is, when it is open, where it is, what is next, its recordings; and whether the reader follows it. */
export async function institutionView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  { institutionId, occurrenceId, articleId }: StateOf<typeof institutionCallback>,
  username: string,
  said?: string,
): Promise<View> {
  const { t, person, now, isPrivate } = reader;
  const house = await findHouse(database, institutionId, { personId: person.id, language: t.language, now });
  if (house === null) return menuView(t, html`${t("house.gone")}`);
  const { name, address, about, hours, offers, articles, nextIds, recordings, isFollowed } = house;
  const rows = nextIds.length === 0 ? [] : await findListedByIds(database, nextIds, t.language);
  const filters = { institution: institutionId };
  const url = deepLink(username, { kind: "institution", id: institutionId });
  const following = isFollowed
    ? button(t("house.unfollow"), unfollowInstitutionCallback.data(institutionId))
    : button(t("house.follow"), followInstitutionCallback.data(institutionId));
  const toArticle = articleId === null ? null : articleData(articleId);
  const back = occurrenceId === null ? toArticle : openCardData(occurrenceId);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${name === "" ? t("institution.unnamed") : name}</b>`,
      address,
      hours === null ? null : html`<b>${formatOpenNow(hours, reader)}</b>`,
      hours === null ? null : capitalise(formatHours(hours, reader)),
      about === null ? null : html`\n${cutAtWord(about, longestAbout)}`,
      "",
      t(rows.length === 0 ? "house.nothing" : "house.coming"),
      ...rows.map((row) => formatRow(row, { kind: "search" }, reader)),
    ),
    keyboard: [
      ...titleRows(rows, institutionCallback.data({ institutionId, occurrenceId, articleId }), reader),
      [
        ...(rows.length > 0
          ? [button(t("house.recent"), listCallback.data({ scope: { kind: "week" }, filters, page: 0 }))]
          : []),
        ...(recordings > 0
          ? [
              button(
                t("house.recordings", { count: recordings }),
                listCallback.data({ scope: { kind: "archive" }, filters, page: 0 }),
              ),
            ]
          : []),
      ],
      ...rowsOf([
        ...countedArticles({ kind: "house", id: institutionId }, articles, reader),
        ...(offers > 0
          ? [
              button(
                t("always.button.count", { label: t("always.title"), count: offers }),
                houseOffersCallback.data({ institutionId, page: 0 }),
              ),
            ]
          : []),
      ]),
      // In a group nobody sees what another one follows.
      [...(isPrivate ? [following] : []), urlButton(t("button.share"), shareLink(username, { url, text: name }))],
      [...(back === null ? [] : [button(t("button.back"), back)]), toMenu(t)],
    ],
  };
}

export const institutionScreen = new Screen();

onCallback(institutionScreen, institutionCallback, async (ctx, state) =>
  show(ctx, await institutionView(ctx.services, ctx.reader, state, ctx.me.username)),
);

const inPrivate = privatePartOf(institutionScreen);

onCallback(inPrivate, followInstitutionCallback, async (ctx, id) => {
  const { person, now, t } = ctx.reader;
  const followed = await once(ctx, "follow", (database) =>
    follow(database, person.id, { kind: "institution", id }, now),
  );
  if (followed === "gone") return show(ctx, menuView(t, html`${t("house.gone")}`));
  const said = t(followed === "followed" ? "house.followed" : "house.too_many");
  await show(
    ctx,
    await institutionView(
      ctx.services,
      ctx.reader,
      { institutionId: id, occurrenceId: null, articleId: null },
      ctx.me.username,
      said,
    ),
  );
});

onCallback(inPrivate, unfollowInstitutionCallback, async (ctx, id) => {
  const { services, reader, me } = ctx;
  await unfollow(services.database, reader.person.id, { kind: "institution", id });
  await show(
    ctx,
    await institutionView(
      services,
      reader,
      { institutionId: id, occurrenceId: null, articleId: null },
      me.username,
      reader.t("house.unfollowed"),
    ),
  );
});
