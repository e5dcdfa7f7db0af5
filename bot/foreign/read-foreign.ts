import type { Excess, Request } from "./protocol.ts";
import { ForeignReader } from "./start-reader.ts";
import type { TextReaders } from "./text-readers.ts";

/** What came of reading a text. */
export type Read<T> = { kind: "read"; value: T } | { kind: "unread"; excess: Excess };

type Name = keyof TextReaders;

/** A reader that nobody asked for so long is ended, so that a bot at rest holds nothing. Milliseconds. */
const keptFor = 60_000;

let reader: ForeignReader | undefined;
let resting: NodeJS.Timeout | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads text that was pasted or typed by one of the readers of `text-readers.ts`, in a process of its own that is ended when
 * the text takes too much time or memory; the next text gets a new one. Texts are read one after another.
 */
export function readForeign<N extends Name>(
  name: N,
  ...args: Parameters<TextReaders[N]>
): Promise<Read<ReturnType<TextReaders[N]>>> {
  return inTurn<ReturnType<TextReaders[N]>>({ kind: "text", reader: name, args }, name);
}

/** Reads the text of a PDF in that process; null: it is broken or locked. */
export const readPdf = (bytes: Uint8Array): Promise<Read<string | null>> => inTurn({ kind: "pdf", bytes }, "PDF");

function inTurn<T>(request: Request, what: string): Promise<Read<T>> {
  const read = turn.then(() => readNow<T>(request, what));
  turn = read.catch(() => {});
  return read;
}

async function readNow<T>(request: Request, what: string): Promise<Read<T>> {
  clearTimeout(resting);
  if (reader === undefined || reader.hasEnded) reader = new ForeignReader();
  const asked = reader;
  asked.hold(true);
  asked.ask(request);
  const heard = await asked.next();
  if (heard.kind === "value") {
    asked.hold(false);
    resting = setTimeout(() => asked.end(), keptFor).unref();
    return { kind: "read", value: heard.value as T };
  }
  asked.end();
  reader = undefined;
  if (heard.kind === "ended") return { kind: "unread", excess: heard.excess };
  throw new Error(`the reader of ${what} failed: ${heard.kind === "failed" ? heard.message : heard.kind}`);
}
