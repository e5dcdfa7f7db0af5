import { z } from "zod";
import type { ZoomConfig } from "../config/zoom.ts";
import { askServer } from "./ask-server.ts";
import { broken, type Finding, look, well } from "./finding.ts";

const token = z.object({ access_token: z.string(), scope: z.string().default("") });

/** Scopes without which classes have no meetings; newer apps have finer ones, "meeting:write:registrant:admin". */
const needed = ["meeting:read", "meeting:write"];

const part = "Zoom";

/** Signs in to each account, and reads what its app may do. */
export async function checkZoom({ accounts, oauthRoot, webhookSecrets }: ZoomConfig): Promise<Finding[]> {
  if (accounts.length === 0) return [well(part, "not set up: staff types the links of classes")];
  const findings = await Promise.all(
    accounts.map(async ({ accountId, clientId, clientSecret }, index): Promise<Finding> => {
      const name = accounts.length === 1 ? "the account" : `account ${index + 1}`;
      const query = new URLSearchParams({ grant_type: "account_credentials", account_id: accountId });
      const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
      const headers = { authorization: `Basic ${basic}` };
      const answer = await askServer(`${oauthRoot}/oauth/token?${query}`, { method: "POST", headers });
      if (answer.kind === "silence")
        return broken(part, `${new URL(oauthRoot).host} does not answer (${answer.code})`, "Look at the network.");
      const { data } = token.safeParse(answer.body);
      if (data === undefined)
        return broken(
          part,
          `${name} is refused (${answer.status})`,
          "Look at ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and whether the app is activated.",
        );
      const scopes = data.scope.split(/[\s,]+/);
      const missing = needed.filter((scope) => !scopes.some((had) => had === scope || had.startsWith(`${scope}:`)));
      if (missing.length === 0) return well(part, `${name} lets the app make meetings`);
      return broken(
        part,
        `${name} lacks the scopes ${missing.join(", ")}`,
        "Add them to the app and activate it again.",
      );
    }),
  );
  if (webhookSecrets.length === 0)
    findings.push(
      look(
        part,
        "attendance is ticked by teachers, not counted",
        "Set ZOOM_WEBHOOK_SECRET and the app's events for it.",
      ),
    );
  return findings;
}
