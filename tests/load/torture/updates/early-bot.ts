/** A bot made wrong on purpose: it asks for the next updates, and so confirms these, while it still works on them. */
import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";

const api = new Api(process.env["TOKEN"] ?? "", { apiRoot: process.env["API_ROOT"] ?? "" });
for (let offset = 0; ; ) {
  const updates = await api.getUpdates({ offset, timeout: 30 });
  offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
  for (const { message } of updates) {
    // As long as a screen takes with its statements.
    if (message?.text) void sleep(20).then(() => api.sendMessage(message.chat.id, message.text ?? ""));
  }
}
