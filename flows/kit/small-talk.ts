import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { send } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../account/menu.ts";

/** In all three languages, because people mix them. Alone in a message: «Спасибо, маэстро!» may be a title. */
const greeting =
  /^(здравствуйте?|привет|добр(ый|ое) (день|вечер|утро)|исәнмесез|сәлам|хәерле (көн|кич|иртә)|hello|hi|good (morning|afternoon|evening))$/u;
const thanks =
  /^((большое |огромное )?спасибо( большое| вам)*|благодарю( вас)?|(зур )?рәхмәт( сезгә)?|thanks|thank you)$/u;

/** Greetings and thanks, which nobody wants looked for in the programme. */
export const courtesy = new Composer<BotContext>();

courtesy.chatType("private").on("message:text", async (ctx, next) => {
  const kind = courtesyIn(ctx.message.text);
  if (kind === null) return next();
  await send(ctx, menuView(ctx.reader.t, html`${ctx.reader.t(`said.${kind}`)}`));
});

/** Longer than every greeting with all the marks that people put behind it. */
const longest = 64;

/** What a message is that says nothing else. */
export function courtesyIn(text: string): "greeted" | "thanked" | null {
  if (text.length > longest) return null;
  const signs = [...text.toLowerCase()];
  while (/^[\p{P}\p{Emoji_Presentation}\s]$/u.test(signs.at(-1) ?? "")) signs.pop();
  const said = signs.join("");
  return greeting.test(said) ? "greeted" : thanks.test(said) ? "thanked" : null;
}
