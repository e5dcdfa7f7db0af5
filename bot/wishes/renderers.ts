import { z } from "zod";
import type { Services } from "../context.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { openCardData } from "../doors/telegram/screen/callbacks.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { findListedByIds } from "../programme/listing/list-store.ts";
import { formatRow } from "../programme/listing/words.ts";
import { html, joinLines } from "../words/html.ts";
import { wishesCallback } from "./callbacks.ts";
import { findNews } from "./news-store.ts";
import { nameWanting } from "./words.ts";

const payload = z.object({ toldAt: z.iso.datetime().transform((text) => new Date(text)) });

/** Writes what became of the wishes of a person: events that met them, and what staff answered. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async wishes(delivery, recipient) {
    const { t, now } = recipient;
    const { toldAt } = payload.parse(delivery.payload);
    const news = await findNews(database, delivery.personId, { toldAt, now, language: t.language });
    if (news.length === 0) return nothing("what was found is gone, or nobody waits for it any more");
    const ids = [...new Set(news.flatMap(({ occurrenceId }) => occurrenceId ?? []))];
    const listed = await findListedByIds(database, ids, t.language);
    const rowOf = new Map(listed.map((row) => [row.occurrenceId, row]));
    const wishes = Map.groupBy(news, (one) =>
      t(one.kind === "search" ? "wish.wished" : "wish.followed", { text: nameWanting(one, t) }),
    );
    return {
      kind: "message",
      text: joinLines(
        html`<b>${t("wish.news")}</b>`,
        ...[...wishes].flatMap(([named, found]) => [
          html`\n${named}`,
          ...found.map(({ answer, occurrenceId }) => {
            const row = occurrenceId === null ? undefined : rowOf.get(occurrenceId);
            return row === undefined
              ? html`${t("wish.answered", { answer: answer ?? "" })}`
              : formatRow(row, { kind: "search" }, recipient);
          }),
        ]),
      ),
      keyboard: [
        ...listed.map(({ occurrenceId, title }) => [button(title, openCardData(occurrenceId))]),
        [button(t("wish.button.list"), wishesCallback.data(null))],
      ],
    };
  },
});
