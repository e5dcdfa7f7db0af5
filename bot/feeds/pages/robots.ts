import robotsParser from "robots-parser";
import { FeedError } from "../problem.ts";
import { fetchWhole } from "../source/open-source.ts";
import type { WebSession } from "../source/web-session.ts";

/** The name by which a site may speak to us. */
const agent = "Ishek";
/** RFC 9309, 2.5: more need not be read. */
const mostBytes = 500_000;

/** What a site lets programs read (RFC 9309): asked once a host, before its first page. */
export class Robots {
  readonly #session: WebSession;
  readonly #rules = new Map<string, Promise<{ isAllowed(url: string, agent: string): boolean | undefined }>>();

  constructor(session: WebSession) {
    this.#session = session;
  }

  /** Whether a page may be read. Throws a `FeedError` where the host cannot even be asked. */
  async allows(url: URL): Promise<boolean> {
    const rules = this.#rules.get(url.origin) ?? this.#ask(url.origin);
    this.#rules.set(url.origin, rules);
    return (await rules).isAllowed(url.href, agent) ?? true;
  }

  async #ask(origin: string) {
    const address = new URL("/robots.txt", origin);
    const asking = { accept: "text/plain" };
    try {
      const bytes = await fetchWhole(address, mostBytes, async () => (await this.#session.open(address, asking)).body);
      return robotsParser(address.href, new TextDecoder().decode(bytes));
    } catch (error) {
      // Where there is none, all may be read (RFC 9309, 2.3.1.3); a host in trouble (2.3.1.4) is left in peace.
      if (isMissing(error)) return robotsParser(address.href, "");
      throw error;
    }
  }
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof FeedError) || error.problem.code !== "web") return false;
  const { reason, detail = "" } = error.problem;
  return reason === "no_key" || (reason === "status" && /^4/u.test(detail));
}
