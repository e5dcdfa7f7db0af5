import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";

/**
 * The buttons "earlier" and "later" of a screen in pages, with others `between` them; `dataOf` says what the button to a
 * page carries.
 */
export const turnRow = (
  t: Translate,
  { page, hasMore }: { page: number; hasMore: boolean },
  dataOf: (page: number) => string,
  between: Row = [],
): Row => [
  ...(page > 0 ? [button(t("button.earlier"), dataOf(page - 1))] : []),
  ...between,
  ...(hasMore ? [button(t("button.later"), dataOf(page + 1))] : []),
];
