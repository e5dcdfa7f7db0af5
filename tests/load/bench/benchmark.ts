import type { Server } from "../server.ts";

/** One line of the table. */
export interface Row {
  what: string;
  measured: string;
  /** What it is to be, as README says; absent for what only stands beside it. */
  aim?: string;
  met?: boolean;
  /** The figures behind the line, for the JSON. */
  figures: Record<string, number>;
}

export interface BenchContext {
  server: Server;
  /** A tenth of the size, to see that it runs. */
  quick: boolean;
  /** Says on standard error what is going on. */
  say(what: string): void;
  /** A database with a city of that size; the same one for the same size. */
  city(size: { events: number; people: number }): Promise<{ url: string; zone: string }>;
}

/** Measures one row of the table, or a few. */
export interface Benchmark {
  name: string;
  run(context: BenchContext): Promise<Row[]>;
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
