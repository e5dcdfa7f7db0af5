/** Variables whose values must never be written anywhere; Zoom's may be lists. */
const names = [
  "BOT_TOKEN",
  "WEBHOOK_SECRET",
  "MAX_BOT_TOKEN",
  "MAX_WEBHOOK_SECRET",
  "MAX_PROXY",
  "TELEGRAM_PROXY",
  "DATABASE_URL",
  "DATABASE_DIRECT_URL",
  "DATABASE_READ_URL",
  "ZOOM_ACCOUNT_ID",
  "ZOOM_CLIENT_ID",
  "ZOOM_CLIENT_SECRET",
  "ZOOM_WEBHOOK_SECRET",
];

/** Shorter values are part of ordinary words. */
const shortest = 4;

/** The secrets in an environment, the longest first, so that no part of one is left over. */
export function secretsIn(env: Record<string, string | undefined>): string[] {
  const values = names.flatMap((name) => (env[name] ?? "").split(/[\s,]+/));
  // "host=proxy": the proxy alone stands in what goes wrong with it.
  const proxies = (env["FEED_PROXIES"] ?? "").split(/[\s,]+/).map((part) => part.slice(part.indexOf("=") + 1));
  const addresses = ["DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_READ_URL"];
  const passwords = addresses.map((name) => URL.parse(env[name] ?? "")?.password ?? "");
  const token = /^\d+:(.+)$/.exec(env["BOT_TOKEN"] ?? "")?.[1] ?? "";
  const all = [...values, ...proxies, ...passwords, ...passwords.map(safeDecode), token].filter(
    ({ length }) => length >= shortest,
  );
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** Takes secrets out of a text, whatever made it repeat them. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
