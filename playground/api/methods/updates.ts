import { z } from "zod";
import { checkWebhookUrl } from "../../updates/webhook-url.ts";
import { badRequest, conflict } from "../api-failure.ts";
import { method } from "../method.ts";
import { flag, integer, json, unmodelled } from "../values.ts";

const allowedUpdates = z.exactOptional(json(z.array(z.string())));
const webhookActive =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export const getUpdates = method(
  {
    offset: z.exactOptional(integer),
    limit: z.exactOptional(integer.pipe(z.int().min(1).max(100))),
    timeout: z.exactOptional(integer.pipe(z.int().min(0))),
    allowed_updates: allowedUpdates,
  },
  (world, { offset = 0, limit = 100, timeout = 0, allowed_updates }, { signal }) => {
    if (world.webhook.url !== "") throw conflict(webhookActive);
    world.updates.allow(allowed_updates);
    // Telegram does not hold a request for more than about 50 s, whatever it is asked.
    return world.polling.poll({ offset, limit, seconds: Math.min(timeout, 50), signal });
  },
);

export const setWebhook = method(
  {
    url: z.string(),
    max_connections: z.exactOptional(integer.pipe(z.int().min(1).max(100))),
    allowed_updates: allowedUpdates,
    drop_pending_updates: z.exactOptional(flag),
    secret_token: z.exactOptional(z.string()),
    certificate: unmodelled,
    ip_address: unmodelled,
  },
  (world, { url, max_connections = 40, allowed_updates, drop_pending_updates, secret_token }) => {
    if (url !== "") checkWebhookUrl(url);
    if (secret_token !== undefined && !/^[\w-]{1,256}$/.test(secret_token)) {
      throw badRequest("secret token contains unallowed characters");
    }
    world.updates.allow(allowed_updates);
    if (drop_pending_updates) world.updates.drop();
    world.webhook.set(url === "" ? undefined : { url, maxConnections: max_connections, secretToken: secret_token });
    return true;
  },
);

export const deleteWebhook = method({ drop_pending_updates: z.exactOptional(flag) }, (world, parameters) => {
  if (parameters.drop_pending_updates) world.updates.drop();
  world.webhook.set(undefined);
  return true;
});

export const getWebhookInfo = method({}, ({ webhook, updates }) => ({
  ...webhook.info,
  has_custom_certificate: false,
  pending_update_count: updates.pendingCount,
  ...(updates.allowed && { allowed_updates: updates.allowed }),
}));
