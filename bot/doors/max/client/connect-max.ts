import { setTimeout as sleep } from "node:timers/promises";
import type { UserFromGetMe } from "grammy/types";
import { z } from "zod";
import { doubling } from "../../../net/backoff.ts";
import type { Waiting } from "../../telegram/client/until-answered.ts";
import type { MaxClient } from "./max-client.ts";
import { isShut, refusalOf } from "./refusal.ts";

const me = z.object({ user_id: z.int(), first_name: z.string().default(""), username: z.string().nullish() });

/** A mistake about MAX that the operator can mend. */
export class MaxError extends Error {
  override readonly name = "MaxError";
}

/** Milliseconds between attempts while MAX is away: 1 s doubling to 30 s. */
const pause = doubling(1_000, 30_000);

/** Asks MAX who the bot is, for as long as it takes. Throws a MaxError for a token that is not known. */
export async function connectMax(client: MaxClient, { log, signal }: Waiting): Promise<UserFromGetMe> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await client.call({ method: "GET", path: "/me", signal });
      const refusal = refusalOf(answer);
      if (refusal === undefined) return infoOf(me.parse(answer.body));
      if (isShut(refusal))
        throw new MaxError("MAX does not know this MAX_BOT_TOKEN: copy it again from the bot's page in the cabinet.");
      if (refusal.status < 500 && refusal.status !== 429)
        throw new MaxError(`MAX does not let this bot in (${refusal.status} ${refusal.code}). Look at MAX_API_ROOT.`);
      log.warn({ refusal, attempt }, "MAX does not answer yet");
    } catch (error) {
      if (error instanceof MaxError || signal.aborted) throw error;
      log.warn({ error, attempt }, "MAX does not answer yet");
    }
    await sleep(pause(attempt + 1), undefined, { signal });
  }
}

/** What getMe would say. The name is the address of the bot's page, because links to it do not lead to Telegram. */
function infoOf({ user_id: id, first_name, username }: z.output<typeof me>): UserFromGetMe {
  return {
    id,
    is_bot: true,
    first_name,
    username: `max.ru/${username ?? id}`,
    supports_join_request_queries: false,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
  };
}
