import { send } from "../../bot/doors/telegram/screen/show.ts";
import { findNamedHouse } from "../../bot/programme/listing/named-house-store.ts";
import { search } from "../../bot/programme/search/search-store.ts";
import { parseThingQuestion } from "../../bot/understanding/thing-question.ts";
import { onSaid } from "../kit/on-said.ts";
import { Screen } from "../kit/screen.ts";
import { openedCardView } from "../programme/card.ts";

/** More than so many events are asked for by no name. */
const mostNamed = 2;

/** «Голубая шаль на каком языке?», "can i take my son to Shurale": the card says it. */
export const thingAsked = new Screen();

onSaid(thingAsked, async (ctx, text, next) => {
  const { services, reader, me } = ctx;
  const name = parseThingQuestion(text, reader);
  if (name === null) return next();
  const { now, zone } = reader;
  const outcome = await search(services.database, { text: name, now, zone, limit: 1, offset: 0 });
  if (outcome.kind !== "found" || outcome.understanding.isOpen) return next();
  const { hits, total, isCalledSo, isInTitle } = outcome;
  // «Пустят с коляской в оперный?» is asked of the house.
  if ((await findNamedHouse(services.database, outcome.understanding.words)) !== null) return next();
  const occurrenceId = isCalledSo || (isInTitle && total <= mostNamed) ? hits[0]?.occurrenceId : undefined;
  if (occurrenceId == null) return next();
  await send(ctx, await openedCardView(services, reader, { occurrenceId, whole: false, from: "" }, me.username));
});
