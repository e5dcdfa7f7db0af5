import type { BotContext } from "../../bot/context.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { findNamedHouse } from "../../bot/programme/listing/named-house-store.ts";
import { understand } from "../../bot/programme/search/query/parse-query.ts";
import { isOfSection, type Term } from "../../bot/programme/search/query/understanding.ts";
import { saidBeside } from "../../bot/understanding/tagging.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../account/menu.ts";
import { institutionView } from "../programme/institution.ts";
import { firstView } from "../programme/search.ts";
import { sectionsView } from "../wishes/follow-sections.ts";
import { above } from "./above.ts";

/** A name that one follows has so many words: «опера» alone is what is played, and no house. */
const wordsOfHouse = 2;

/**
 * «Сообщите, когда будет балет», "follow the puppet theatre": the house, or what a search finds, with the button that has it
 * told. Without anything named the sections are.
 */
export async function followSaidView(ctx: BotContext): Promise<View> {
  const { services, reader, me } = ctx;
  const { t, now, zone } = reader;
  const text = saidBeside(ctx.message?.text ?? "", "follow");
  const { words, terms } = understand(text, now, zone);
  if (words.length + terms.length === 0) return sectionsView(ctx);
  const naming = [...words, ...terms.filter(isOfSection).flatMap((term) => term.words)];
  const isName = terms.every(isOfSection) && naming.flatMap(({ raw }) => raw.split(" ")).length >= wordsOfHouse;
  const house = isName ? await findNamedHouse(services.database, naming) : null;
  if (house !== null) {
    const said = t("understood.follow", { button: t("house.follow") });
    return institutionView(
      services,
      reader,
      { institutionId: house.id, occurrenceId: null, articleId: null },
      me.username,
      said,
    );
  }
  const found = await firstView(ctx, text);
  const telling = [t("wish.button.tell"), t("wish.button.make")];
  const button = found.keyboard.flat().find((each) => telling.includes(each.text));
  return button === undefined ? found : above(t("understood.follow", { button: button.text }), found);
}

/** «Хочу поставить оценку органному концерту»: the event, whose card takes it; no day is asked for, since it is over. */
export async function reviewSaidView(ctx: BotContext): Promise<View> {
  const { t, now, zone } = ctx.reader;
  const { said, words, terms } = understand(saidBeside(ctx.message?.text ?? "", "review"), now, zone);
  const isTime = ({ kind }: Term) => kind === "when" || kind === "mode";
  const when = new Set(terms.filter(isTime).flatMap((term) => term.words));
  const hint = t("understood.review");
  if (words.length === 0 && terms.every(isTime)) return menuView(t, html`${hint}`);
  const named = said.filter((word) => !when.has(word)).map(({ raw }) => raw);
  return above(hint, await firstView(ctx, named.join(" ")));
}
