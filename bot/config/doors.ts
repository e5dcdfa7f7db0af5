import { z } from "zod";
import { leadsHome } from "../listening.ts";

export const maxToken = z
  .string()
  .regex(/^[\w.-]{10,}$/, "does not look like a token of MAX; the bot's page in the business cabinet gives it");

export const maxSecret = z.string().regex(/^[\w-]{5,256}$/, "must have 5 to 256 characters of A-Z a-z 0-9 _ -");

/** How updates come in. A webhook that the world can reach always has a secret. */
export type Intake =
  | { mode: "polling" }
  /** No secret: only where both sides are on this machine, and nobody else can reach it. */
  | { mode: "webhook"; url: string; path: string; secret: string | undefined };

/** MAX, where it is open. */
export interface MaxConfig {
  token: string;
  apiRoot: string;
  intake: Intake;
  /** The http proxy by which this door goes out. */
  proxy: string | undefined;
  /** A file of certificates that this door trusts besides the usual ones. */
  caFile: string | undefined;
}

/** A webhook of MAX is https on port 443 and has a secret, unless both sides are on this machine. */
export function maxProblems(given: Record<string, string | undefined>): string[] {
  const { MAX_BOT_TOKEN: token, MAX_MODE: mode = "webhook", MAX_WEBHOOK_URL: url, MAX_WEBHOOK_SECRET: secret } = given;
  if (!token) return [];
  if (mode !== "webhook") return [];
  if (!url)
    return [
      "MAX_BOT_TOKEN needs MAX_WEBHOOK_URL, the public https address of the bot, or MAX_MODE=polling for trying it out.",
    ];
  if (leadsHome(url)) return [];
  const problems: string[] = [];
  if (!secret) problems.push("MAX_WEBHOOK_URL needs MAX_WEBHOOK_SECRET: without it anybody could send updates.");
  const { protocol, port } = URL.parse(url) ?? {};
  if (protocol !== "https:" || (port !== "" && port !== "443"))
    problems.push("MAX_WEBHOOK_URL must be an https address on port 443: MAX calls no other.");
  return problems;
}

interface MaxVariables {
  MAX_BOT_TOKEN?: string | undefined;
  MAX_API_ROOT: string;
  MAX_MODE: "polling" | "webhook";
  MAX_WEBHOOK_URL?: string | undefined;
  MAX_WEBHOOK_SECRET?: string | undefined;
  MAX_PROXY?: string | undefined;
  MAX_CA_FILE?: string | undefined;
}

/** What the variables say of MAX; undefined: that door is shut. */
export function maxConfig(data: MaxVariables): MaxConfig | undefined {
  const token = data.MAX_BOT_TOKEN;
  if (token === undefined) return undefined;
  const [mode, url, secret] = [data.MAX_MODE, data.MAX_WEBHOOK_URL, data.MAX_WEBHOOK_SECRET];
  return {
    token,
    apiRoot: data.MAX_API_ROOT.replace(/\/+$/, ""),
    intake: intakeOf(mode, url, secret, "/max/updates"),
    proxy: data.MAX_PROXY,
    caFile: data.MAX_CA_FILE,
  };
}

/** How updates come in by a door; `usualPath` is where they arrive when the address names none. */
export function intakeOf(
  mode: "polling" | "webhook",
  address: string | undefined,
  secret: string | undefined,
  usualPath: string,
): Intake {
  if (mode === "polling" || !address) return { mode: "polling" };
  const url = new URL(address);
  // Only the last part is ours to choose: a proxy may serve the bot below a path of its own.
  const name = url.pathname.split("/").filter(Boolean).at(-1);
  if (name === undefined) url.pathname = usualPath;
  return { mode: "webhook", url: url.href, path: name ?? "updates", secret };
}
