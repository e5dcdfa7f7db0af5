import { parseFeed } from "htmlparser2";
import { webAddress } from "../../net/web-address.ts";
import type { FeedOptions, FeedReader, FeedRecord, FeedSource } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { openDocument } from "../source/open-source.ts";
import { keyOf, lineOf } from "../source/record-parts.ts";
import { decodeText } from "../text/decode.ts";
import { htmlToText } from "../text/html-to-text.ts";

const mostBytes = 10_000_000;
/** Entries of one reading; news have some fifty. */
const mostHints = 1_000;
/** Characters of an entry that an editor needs to see. */
const longestText = 3_000;

/**
 * RSS 2.0, RSS 1.0 and Atom: hints for editors, never events. Their dates say when an entry was published, which is not when
 * anything takes place, so none is taken.
 */
export const rss: FeedReader = {
  read,
  parse: () => ({ kind: "refused", recordId: undefined, problem: { code: "no_event" } }),
};

async function* read(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const bytes = yield* openDocument(source, options, mostBytes);
  if (bytes === null) return;
  const { text, fallback } = decodeText(bytes);
  const declared = /^<\?xml[^>]{0,100}encoding=["']([\w-]{1,20})/iu.exec(text.trimStart())?.[1];
  if (fallback !== null && fallback !== declared?.toLowerCase()) {
    yield { kind: "remark", problem: { code: "other_encoding", said: fallback } };
  }
  const feed = parseFeed(text);
  if (feed === null) throw new FeedError({ code: "no_list" });
  for (const [index, { id, link, title, description }] of feed.items.entries()) {
    if (index >= mostHints) throw new FeedError({ code: "too_many_records", most: mostHints });
    const words = lineOf(title, 250);
    const body = htmlToText(description ?? "", longestText);
    const url = webAddress(link ?? id);
    const known = id ?? link ?? words;
    if (words === "" && body === "") {
      yield { kind: "unreadable", problem: { code: "no_title" } };
      continue;
    }
    const hint = { recordId: known.length > 300 ? keyOf(known) : known, title: words, text: body, ...(url && { url }) };
    yield { kind: "hint", hint };
  }
}
