import { z } from "zod";
import type { FeedOptions, FeedReader, FeedRecord, FeedSource } from "../feed-format.ts";
import { readPaged, requireAddress, withQuery } from "../source/paged-json.ts";
import { parseMosRow } from "./parse.ts";

/** More are not given at once. */
const size = 500;

/** A data set of data.mos.ru, https://apidata.mos.ru/v1/datasets/<number>/rows: Moscow's open data. */
export const mos: FeedReader = { read, parse: parseMosRow };

async function* read(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const address = requireAddress(source);
  const usual = { $top: size, $orderby: "global_id", api_key: options.access?.key };
  const paging = {
    size,
    pageAt: ($skip: number) => withQuery(address, { ...usual, $skip }),
    open: (said: unknown) => {
      const rows = z.array(z.unknown()).safeParse(said);
      return rows.success ? { records: rows.data } : null;
    },
  };
  yield* readPaged(paging, options);
}
