import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { type Filters, radii, type Scope } from "../../bot/programme/listing/list-query.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { listCallback } from "./callbacks.ts";

/** One, three or ten kilometres around the same place. */
export function radiusRow(scope: Extract<Scope, { kind: "near" }>, filters: Filters, t: Translate): Row {
  return radii.map((radius) => {
    const label = t("button.kilometres", { count: radius });
    const data = listCallback.data({ scope: { ...scope, radius }, filters, page: 0 });
    return button(radius === scope.radius ? t("button.chosen", { label }) : label, data);
  });
}
