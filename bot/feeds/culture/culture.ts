import { z } from "zod";
import type { FeedOptions, FeedReader, FeedRecord, FeedSource } from "../feed-format.ts";
import { readPaged, requireAddress, withQuery } from "../source/paged-json.ts";
import { parseCultureRecord } from "./parse.ts";

const answer = z.object({ events: z.array(z.unknown()), total: z.number().int().nonnegative().optional() });
/** More are not given at once. */
const size = 100;

/**
 * PRO.Культура.РФ, where the country's institutions enter what they do. The address may name locales, subordinations and
 * categories; what is over is not asked for.
 */
export const culture: FeedReader = { read, parse: parseCultureRecord };

async function* read(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const address = requireAddress(source);
  const locales = address.searchParams.getAll("locales").flatMap((said) => said.split(","));
  const usual = {
    status: "accepted",
    sort: "_id",
    limit: size,
    start: startOfDay(options.now),
    apiKey: options.access?.key,
  };
  const paging = {
    size,
    pageAt: (offset: number) => withQuery(address, { ...usual, offset }),
    open: (said: unknown) => {
      const parsed = answer.safeParse(said);
      return parsed.success ? { records: parsed.data.events, total: parsed.data.total } : null;
    },
  };
  for await (const entry of readPaged(paging, options)) {
    yield entry.kind === "record" ? { kind: "record", value: { record: entry.value, locales } } : entry;
  }
}

/** Milliseconds, as the source wants them; whole days, so that pages do not shift while they are read. */
const startOfDay = (now: Date): number => Math.floor(now.getTime() / 86_400_000) * 86_400_000;
