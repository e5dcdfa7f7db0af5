import { askServer } from "./ask-server.ts";
import { broken, type Finding, look, well } from "./finding.ts";

const unknownCode = "DOCTOR";

/**
 * Asks the bot's public address for a certificate that there is not: the bot answers 404 with a page of its own, which no
 * proxy does. Calendars, posters and certificates stand at that address.
 */
export async function checkPublicAddress(publicUrl: string | undefined): Promise<Finding> {
  if (publicUrl === undefined)
    return look(
      "pages",
      "no public address is set, so there are no calendars, posters and certificates to open",
      "Set PUBLIC_URL where a proxy with https leads to the bot.",
    );
  const answer = await askServer(`${publicUrl}/certificate/${unknownCode}`, { method: "GET" });
  if (answer.kind === "silence")
    return broken("pages", `${publicUrl} does not answer (${answer.code})`, "Start the bot, and look at the proxy.");
  if (answer.status === 404 && String(answer.headers["x-robots-tag"]).includes("noindex"))
    return well("pages", `${publicUrl} leads to the bot`);
  return broken(
    "pages",
    `${publicUrl} leads elsewhere (${answer.status})`,
    "Let the proxy forward /calendar/, /calendar-file/, /certificate/, /poster/ and /open/ to the bot.",
  );
}

/** Sends an update without the secret to the webhook of a door: the bot refuses it by 401, and nothing happens. */
export async function checkWebhook(url: string, hasSecret: boolean): Promise<Finding> {
  const part = "webhook";
  if (!hasSecret) return well(part, `${url} is for this machine alone`);
  const headers = { "content-type": "application/json" };
  const answer = await askServer(url, { method: "POST", headers, body: "{}" });
  if (answer.kind === "silence")
    return broken(part, `${url} does not answer (${answer.code})`, "Start the bot, and look at the proxy.");
  if (answer.status === 401) return well(part, `${url} leads to the bot, which refuses whoever has no secret`);
  return broken(part, `${url} leads elsewhere (${answer.status})`, "Let the proxy forward this path to the bot.");
}
