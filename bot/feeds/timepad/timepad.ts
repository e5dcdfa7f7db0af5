import { z } from "zod";
import { fold } from "../../text/fold.ts";
import type { FeedOptions, FeedReader, FeedRecord, FeedSource } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { readPaged, requireAddress, withQuery } from "../source/paged-json.ts";
import { parseTimepadGroup } from "./parse.ts";
import { timepadRecord } from "./record.ts";

const answer = z.object({ values: z.array(z.unknown()), total: z.number().int().nonnegative().optional() });
/** More are not given at once. */
const size = 100;
/** All are in memory at once. */
const mostRecords = 20_000;

/** Without naming them the answer has next to nothing. */
const fields = [
  "description_short",
  "description_html",
  "ends_at",
  "location",
  "organization",
  "categories",
  "ticket_types",
  "registration_data",
  "poster_image",
  "age_limit",
];

/** Timepad, where each date of what repeats is a record of its own. The address names cities, categories and organisers. */
export const timepad: FeedReader = { read, parse: parseTimepadGroup };

async function* read(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const address = requireAddress(source);
  const { key } = options.access ?? {};
  const today = options.now.toISOString().slice(0, 10);
  const usual = { fields: fields.join(","), limit: size, sort: "+id", starts_at_min: today };
  const paging = {
    size,
    pageAt: (skip: number) => withQuery(address, { ...usual, skip }),
    open: (said: unknown) => {
      const parsed = answer.safeParse(said);
      return parsed.success ? { records: parsed.data.values, total: parsed.data.total } : null;
    },
    asking: key === undefined ? {} : { authorization: `Bearer ${key}` },
  };
  const groups = new Map<string, unknown[]>();
  let count = 0;
  for await (const entry of readPaged(paging, options)) {
    if (entry.kind !== "record") {
      yield entry;
      continue;
    }
    count += 1;
    if (count > mostRecords) throw new FeedError({ code: "too_many_records", most: mostRecords });
    const key = groupOf(entry.value) ?? `record ${count}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry.value]);
    else group.push(entry.value);
  }
  for (const records of groups.values()) yield { kind: "record", value: { records } };
}

/** Records of one organiser and one name are dates of one event. */
function groupOf(value: unknown): string | undefined {
  const record = timepadRecord.safeParse(value);
  if (!record.success || !record.data.organization?.id) return undefined;
  return `${record.data.organization.id} ${fold(record.data.name)}`;
}
