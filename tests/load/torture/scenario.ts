/** One line of the account: what was tried, what came of it, and whether that is as it must be. */
export interface Finding {
  tried: string;
  found: string;
  holds: boolean;
}

export interface TortureContext {
  /** A copy of the demo city for each run. */
  fresh(): Promise<string>;
  quick: boolean;
  seed: number;
  random(): number;
  /** How long what lasts as long as one likes is to last; undefined: its own default. */
  minutes: number | undefined;
}

export interface Scenario {
  name: string;
  /** Only run in its full form when it is asked for by name. */
  isLong?: boolean;
  run(context: TortureContext): Promise<Finding[]>;
}
