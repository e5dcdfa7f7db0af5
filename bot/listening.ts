/** Where the program listens for requests. */
export interface Listening {
  /** Interface of the pages and the webhook; undefined: every one. */
  host: string | undefined;
  /** Where /metrics stands; undefined: beside the pages, which nobody but this machine reaches. */
  metrics: { host: string; port: number } | undefined;
}

export interface Asked {
  /** Whether people or Telegram come from outside: a webhook, or pages with a public address. */
  isSeen: boolean;
  host: string | undefined;
  port: number;
  metricsHost: string;
  metricsPort: number | undefined;
}

/** What has no reason to be open is not: without anybody who comes from outside the program listens on loopback alone. */
export function listening({ isSeen, host, port, metricsHost, metricsPort }: Asked): Listening {
  const at = host ?? (isSeen ? undefined : "127.0.0.1");
  if (metricsPort === undefined && at !== undefined && isLoopback(at)) return { host: at, metrics: undefined };
  return { host: at, metrics: { host: metricsHost, port: metricsPort ?? beside(port) } };
}

/** The next port; any free one beside any free one. */
const beside = (port: number): number => (port === 0 ? 0 : port === 65_535 ? port - 1 : port + 1);

/** Whether a host is this machine and nothing else: "localhost", "127.0.0.1", "[::1]". */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);

/** Whether an address leads to this machine alone; undefined and what is no address do not. */
export const leadsHome = (url: string | undefined): boolean => {
  const { hostname } = URL.parse(url ?? "") ?? {};
  return hostname !== undefined && isLoopback(hostname);
};

/** What has no password may not be opened to others; two servers do not share a port. */
export function hostProblems(given: Record<string, string | undefined>): string[] {
  const { HOST: host, PORT: port = "3000", METRICS_PORT: metricsPort } = given;
  const problems: string[] = [];
  if (host !== undefined && !isLoopback(host)) {
    if (!given["BOT_TOKEN"] && !given["MAX_BOT_TOKEN"])
      problems.push(
        "HOST opens the bot to others, and the playground has no password: set BOT_TOKEN or MAX_BOT_TOKEN, or leave HOST out.",
      );
    else if (given["MODE"] === "webhook" && !given["WEBHOOK_SECRET"] && leadsHome(given["WEBHOOK_URL"]))
      problems.push("HOST opens the webhook to others: set WEBHOOK_SECRET, or leave HOST out.");
  }
  if (metricsPort === port && port !== "0") problems.push("METRICS_PORT must be another port than PORT.");
  return problems;
}
