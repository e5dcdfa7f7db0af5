import { z } from "zod";
import type { FeedOptions, FeedReader, FeedRecord, FeedSource } from "../feed-format.ts";
import { datesOfLoneEvent } from "../ical/lone-event.ts";
import { readPaged, requireAddress } from "../source/paged-json.ts";
import { parseTicketscloudRecord } from "./parse.ts";
import { ticketscloudRecord } from "./record.ts";

const answer = z.union([z.array(z.unknown()), z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data)]);

/** Ticketscloud, for partners. All events come at once. */
export const ticketscloud: FeedReader = { read, parse: parseTicketscloudRecord };

async function* read(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const address = requireAddress(source);
  const { key } = options.access ?? {};
  const paging = {
    size: Number.MAX_SAFE_INTEGER,
    pageAt: () => address,
    open: (said: unknown) => {
      const parsed = answer.safeParse(said);
      return parsed.success ? { records: parsed.data, total: parsed.data.length } : null;
    },
    asking: key === undefined ? {} : { authorization: `key ${key}` },
  };
  for await (const entry of readPaged(paging, options)) {
    if (entry.kind !== "record") {
      yield entry;
      continue;
    }
    const record = ticketscloudRecord.safeParse(entry.value);
    const said = await datesOfLoneEvent(record.data?.lifetime ?? "", options);
    yield { kind: "record", value: { record: entry.value, dates: said?.kind === "dates" ? said.dates : null } };
  }
}
