import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";

/** A screen with a line above it, in simple mode, too. */
export function above(line: Html | string, { inSimpleMode, ...view }: View): View {
  const under = <V extends Pick<View, "text">>(shown: V): V => ({
    ...shown,
    text: joinLines(html`${line}`, "", shown.text),
  });
  return { ...under(view), ...(inSimpleMode && { inSimpleMode: under(inSimpleMode) }) };
}
