import type { ZoomClient } from "../client/client.ts";
import type { ThrottleScope } from "./outcome.ts";

interface Pause {
  until: Date;
  reason: string;
}

/** A configured account. */
export interface AccountInUse {
  id: string;
  /** Its place in the configuration, from 1: what staff is told instead of an id. */
  number: number;
  client: ZoomClient;
}

/** The configured accounts, and which of them are silent until when. */
export class Accounts {
  readonly all: readonly AccountInUse[];
  readonly #pauses = new Map<string, Pause>();

  constructor(clients: readonly ZoomClient[]) {
    this.all = clients.map((client, index) => ({ id: client.accountId, number: index + 1, client }));
  }

  find(id: string): AccountInUse | undefined {
    return this.all.find((account) => account.id === id);
  }

  /** Holds back an account, or only the changes of its meetings. */
  pause(id: string, scope: Exclude<ThrottleScope, "registrant">, pause: Pause): void {
    this.#pauses.set(`${scope}:${id}`, pause);
  }

  /** Why and until when an account may not be called for this; undefined when it may. */
  findPause(id: string, use: "edit" | "registrant", now: Date): Pause | undefined {
    const pauses = [this.#pauses.get(`account:${id}`), use === "edit" ? this.#pauses.get(`edits:${id}`) : undefined];
    return pauses
      .filter((pause) => pause !== undefined && pause.until > now)
      .sort((a, b) => (b?.until.getTime() ?? 0) - (a?.until.getTime() ?? 0))[0];
  }

  /** The account with the fewest meetings among those that may be called, or until when to wait for one. */
  choose(meetings: ReadonlyMap<string, number>, now: Date): AccountInUse | Pause | undefined {
    const open = this.all.filter(({ id }) => this.findPause(id, "edit", now) === undefined);
    const count = ({ id }: AccountInUse) => meetings.get(id) ?? 0;
    const [fewest] = open.toSorted((a, b) => count(a) - count(b));
    if (fewest) return fewest;
    const pauses = this.all.map(({ id }) => this.findPause(id, "edit", now)).filter((pause) => pause !== undefined);
    return pauses.sort((a, b) => a.until.getTime() - b.until.getTime())[0];
  }
}
