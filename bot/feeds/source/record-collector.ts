import Assembler from "stream-json/assembler.js";
import type { Token } from "stream-json/parser.js";
import type { FeedRecord } from "../feed-format.ts";

/** What a page is made of, in the order of its text. */
export type PagePart = FeedRecord | { kind: "next"; url: string };

/** Deeper nesting is no event, and would overflow the stack of whoever walks through it. */
const deepest = 32;

/** Picks the records, and the address of the next page, out of the tokens of a JSON text. */
export class RecordCollector {
  count = 0;
  hasList = false;
  #depth = 0;
  /** Depth of the list's entries; 0 outside of the list. */
  #entries = 0;
  #key = "";
  #record = new Assembler();
  #isTooDeep = false;
  #hasBegun = false;

  /** Whether the outermost value is closed. */
  get isComplete(): boolean {
    return this.#hasBegun && this.#depth === 0;
  }

  /** Takes the next token; returns what it completes. */
  take(token: Token): PagePart | undefined {
    const opens = token.name === "startObject" || token.name === "startArray";
    const closes = token.name === "endObject" || token.name === "endArray";
    this.#hasBegun = true;
    if (closes) this.#depth -= 1;
    const part = this.#entries > 0 ? this.#takeInside(token, opens) : this.#takeOutside(token);
    if (opens) this.#depth += 1;
    return part;
  }

  #takeOutside(token: Token): PagePart | undefined {
    const isTop = this.#depth === 1;
    if (token.name === "keyValue" && isTop) this.#key = token.value;
    if (token.name === "stringValue" && isTop && this.#key === "next") return { kind: "next", url: token.value };
    if (token.name === "startArray" && (this.#depth === 0 || (isTop && this.#key === "results"))) {
      this.#entries = this.#depth + 1;
      this.hasList = true;
    }
    return undefined;
  }

  #takeInside(token: Token, opens: boolean): PagePart | undefined {
    if (this.#depth < this.#entries) {
      this.#entries = 0;
      return undefined;
    }
    if (this.#depth - this.#entries >= deepest) this.#isTooDeep = true;
    if (!this.#isTooDeep) this.#record.consume(token);
    if (opens || this.#depth > this.#entries) return undefined;

    const record: PagePart = this.#isTooDeep
      ? { kind: "unreadable", problem: { code: "too_deep", most: deepest } }
      : { kind: "record", value: this.#record.current };
    this.count += 1;
    this.#record = new Assembler();
    this.#isTooDeep = false;
    return record;
  }
}
