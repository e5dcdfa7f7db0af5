import { defineCallback, from, type StateOf } from "../doors/telegram/screen/callback.ts";
import { after, type Codec, fields, id, optional, page } from "../doors/telegram/screen/codec.ts";
import type { ArticleScope } from "./article.ts";

/** Buttons of news and reviews, on screens and under digests. */

const letters = { house: "h", date: "d", collection: "c" } as const;

/** "h2n": news of institution 95; nothing: all of them. */
const scopeCodec: Codec<ArticleScope> = {
  pattern: `(?:[hdc]${id.pattern})?`,
  encode: (scope) => (scope.kind === "all" ? "" : letters[scope.kind] + id.encode(scope.id)),
  decode(text) {
    if (text === "") return { kind: "all" };
    const kind = (["house", "date", "collection"] as const).find((each) => text.startsWith(letters[each]));
    const named = id.decode(text.slice(1));
    return kind === undefined || named === undefined ? undefined : { kind, id: named };
  },
};

/** A page of what is new. */
export const articlesCallback = defineCallback("al", fields("{scope}.{page}", { scope: scopeCodec, page }), {
  isOrigin: true,
});

/** An article, with the date whose card it was opened from, for the way back. */
export const articleCallback = defineCallback(
  "ar",
  fields("{articleId}{occurrenceId}~{from}", { articleId: id, occurrenceId: optional(after(".", id)), from }),
  { isOrigin: true },
);

export type ArticleState = StateOf<typeof articleCallback>;

/** The data of a button that opens an article from a screen, "" for none. */
export const articleData = (articleId: number, origin = ""): string =>
  articleCallback.data({ articleId, occurrenceId: null, from: origin });
