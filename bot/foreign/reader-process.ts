/**
 * The program that reads foreign content: files, posters and typed text. It is a process and not a thread because a thread
 * whose heap is full takes the whole process with it when a single allocation is large (Node.js 24: `new Map` of 10 million
 * entries, exit code 134), and because it needs none of the bot's secrets and gets none.
 */
import { flushCompileCache } from "node:module";
import { type ParsedEntry, parseRecord } from "../feeds/feed-format.ts";
import { FeedError } from "../feeds/problem.ts";
import { feedReaders } from "../feeds/readers.ts";
import { limits } from "./limits.ts";
import type { Reply, Request } from "./protocol.ts";
import { startWatch } from "./watch.ts";

/** Records that travel together: more would wait too long, fewer cost a message each. */
const batch = 20;

const watch = startWatch();
let more: () => void = () => {};

const reply = (said: Reply): void => void process.send?.(said);

// The process is ended by a signal, at which Node.js would not keep what it compiled: it does so before anything is read.
// Ctrl-C reaches every process of a terminal; only the one that asked decides what is to end.
process.on("SIGINT", () => {}).on("SIGTERM", () => {});
process.on("disconnect", () => process.exit());
process.on("message", (request: Request) => {
  if (request.kind === "more") more();
  else void answer(request);
});

async function answer(request: Exclude<Request, { kind: "more" }>): Promise<void> {
  try {
    if (request.kind === "text") await readText(request);
    else if (request.kind === "pdf") await readPages(request);
    else await readFile(request);
  } catch (error) {
    if (error instanceof FeedError) reply({ kind: "broken", problem: error.problem });
    else reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  } finally {
    watch.allow(0);
  }
}

async function readText({ reader, args }: Extract<Request, { kind: "text" }>): Promise<void> {
  const { textReaders } = await import("./text-readers.ts");
  const read = (textReaders as Record<string, ((...args: never[]) => unknown) | undefined>)[reader];
  if (read === undefined) throw new Error(`there is no reader "${reader}"`);
  flushCompileCache();
  watch.allow(limits.text);
  reply({ kind: "value", value: read(...(args as never[])) });
}

async function readPages({ bytes }: Extract<Request, { kind: "pdf" }>): Promise<void> {
  const { pdfToText } = await import("./pdf-to-text.ts");
  flushCompileCache();
  watch.allow(limits.pdf);
  reply({ kind: "value", value: await pdfToText(bytes) });
}

async function readFile({ format, source, ...options }: Extract<Request, { kind: "file" }>): Promise<void> {
  const reader = await feedReaders.get(format)?.();
  if (reader === undefined) throw new Error(`there is no format "${format}"`);
  flushCompileCache();
  watch.allow(limits.record);
  let records: ParsedEntry[] = [];
  const hand = (): void => {
    reply({ kind: "records", records });
    records = [];
  };
  try {
    for await (const record of reader.read(source, options)) {
      records.push(parseRecord(reader, record, options));
      watch.progress();
      if (records.length < batch) continue;
      const taken = new Promise<void>((resolve) => {
        more = resolve;
      });
      hand();
      await taken;
    }
  } finally {
    // Where a file breaks off, what came before is good.
    hand();
  }
  reply({ kind: "end" });
}
