import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { ForeignReader } from "../../bot/foreign/start-reader.ts";
import { others, readers } from "./readers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Rooms whose exported functions read what strangers wrote; elsewhere a name tells. */
const rooms =
  /^bot\/(?:feeds\/(?!preview\/)|text\/|understanding\/|when\/|programme\/(?:editing|search)\/|programme\/(?:said-price|section-of-title)|foreign\/text-readers|words\/(?:cut|file-name)|classes\/editing\/parse-|net\/(?:public|web)-address|ideas\/trigrams|voices\/text-faults)/;
const tellingName = /^(?:read|guess|parse|understand|recognise|find(?:Dates|Days))/;
/** Types of parameters that can hold a text of strangers. */
const textTypes = /\b(?:string|unknown|Cells?|MarkedText|Uint8Array|FeedSource|Token|QueryWord|KudagoDate)\b/;

/** Exported functions that take text, as "file name". */
async function findReaders(): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob("{bot,flows}/**/*.ts", { cwd: root })) {
    if (path.endsWith("-store.ts") && rooms.test(path)) continue;
    const source = await readFile(`${root}/${path}`, "utf8");
    const declared =
      /^export (?:async )?(?:function\*? |const )(\w+)(?:<[^(]*>)?(?: = (?:async )?)?\(([\s\S]*?)\)(?::|\s=>)/gm;
    for (const [, name = "", parameters = ""] of source.matchAll(declared)) {
      const isReader = rooms.test(path) ? textTypes.test(parameters) : tellingName.test(name);
      if (isReader) found.push(`${path} ${name}`);
    }
  }
  return found.sort();
}

describe("an exported reader of foreign text", () => {
  it("is in the table of what is timed, or in the list of what no foreign text reaches", async () => {
    const found = await findReaders();
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((name) => !(name in readers) && !(name in others))).toEqual([]);
  });

  it("is listed only as long as it is there", async () => {
    const found = new Set(await findReaders());
    const listed = [...Object.keys(readers), ...Object.keys(others)];
    // A property of an object, and not a function of its own.
    const known = ["bot/foreign/text-readers.ts price"];
    expect(listed.filter((name) => !found.has(name) && !known.includes(name))).toEqual([]);
  });
});

const started: ForeignReader[] = [];
afterAll(() => {
  for (const reader of started) reader.end();
});
let measuring: ForeignReader | undefined;

interface Steep {
  text: string;
  /** Milliseconds of the processor, for a text and for one four times as long. */
  short: number;
  long: number;
}

/** The texts whose time grows faster than they do; null where the reader did not come back within its budget. */
async function measure(reader: string, length: number, budget: number, only?: string): Promise<Steep[] | null> {
  if (measuring === undefined) {
    measuring = new ForeignReader(new URL("measure-process.ts", import.meta.url));
    started.push(measuring);
  }
  measuring.ask({ kind: "text", reader, args: [length, budget, only] });
  const heard = await measuring.next();
  if (heard.kind === "value") return heard.value as Steep[];
  measuring = undefined;
  if (heard.kind === "ended") return null;
  throw new Error(JSON.stringify(heard));
}

/** Milliseconds of the processor that no text of 6,000 characters may take, many times what the slowest takes. */
const budget = 10_000;

describe("the time of a reader grows with its text, and no faster:", () => {
  it.each(Object.keys(readers))("%s", async (reader) => {
    expect(await measure(reader, 1_500, budget)).toEqual([]);
  });

  it("the measurement sees a time that grows by the square", async () => {
    expect(await measure("control quadratic", 1_500, budget, '"1!…ы"')).toMatchObject([{ text: '"1!…ы"' }]);
  });

  it("the measurement ends a reader that takes for ever", async () => {
    expect(await measure("control exponential", 120, 1_000, "numbers with wide gaps")).toBeNull();
  });
});
