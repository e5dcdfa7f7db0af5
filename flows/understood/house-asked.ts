import type { BotContext } from "../../bot/context.ts";
import { send, type View } from "../../bot/doors/telegram/screen/show.ts";
import { findNamedHouse, findNamedPlace } from "../../bot/programme/listing/named-house-store.ts";
import type { QueryWord } from "../../bot/programme/search/query/query-word.ts";
import { parseHouseQuestion } from "../../bot/understanding/house-question.ts";
import { html } from "../../bot/words/html.ts";
import { formatWhere } from "../../bot/words/where.ts";
import { onSaid } from "../kit/on-said.ts";
import { Screen } from "../kit/screen.ts";
import { institutionView } from "../programme/institution.ts";
import { firstView } from "../programme/search.ts";
import { above } from "./above.ts";

/**
 * «Где кукольный театр?», "is the library open on Sundays?": the page of the house says its address and its hours; of a place
 * that is no house of its own, such as a hall, its address stands above what is on there.
 */
export const houseAsked = new Screen();

onSaid(houseAsked, async (ctx, text, next) => {
  const names = parseHouseQuestion(text, ctx.reader);
  const view = names === null ? null : await houseView(ctx, names);
  return view === null ? next() : send(ctx, view);
});

/** Null where the words name neither a house nor a place. */
async function houseView(ctx: BotContext, names: readonly QueryWord[]): Promise<View | null> {
  const { services, reader, me } = ctx;
  const house = await findNamedHouse(services.database, names);
  const place = house?.hasAddress ? null : await findNamedPlace(services.database, names, reader.t.language);
  const where = place === null ? undefined : formatWhere(place, reader.t);
  if (house !== null)
    return institutionView(
      services,
      reader,
      { institutionId: house.id, occurrenceId: null, articleId: null },
      me.username,
      where,
    );
  if (where === undefined) return null;
  return above(html`<b>${where}</b>`, await firstView(ctx, names.map(({ raw }) => raw).join(" ")));
}
