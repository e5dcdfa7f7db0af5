import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readUpdate } from "../../../bot/doors/max/reading/read-update.ts";
import { parseMaxUpdate } from "../../../bot/doors/max/reading/wire.ts";
import { recordedIn, tellSkipped } from "../../support/max/max-recordings.ts";

const folder = recordedIn("max-fixtures");
const read = (name: string) => {
  const told = parseMaxUpdate(JSON.parse(readFileSync(`${folder}/webhook.${name}.json`, "utf8")));
  return told && readUpdate(told, "token");
};
const first = (name: string) => {
  const found = read(name);
  return found?.kind === "updates" ? found.updates[0] : undefined;
};

describe.skipIf(folder === undefined)("an update recorded of MAX", () => {
  it("that the bot asks for is read, each in the same way whenever it comes", () => {
    const names = readdirSync(folder ?? "").filter((name) => name.startsWith("webhook."));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names.map((each) => each.slice("webhook.".length, -".json".length)))
      expect(read(name)).toEqual(read(name));
  });

  it("bot_started is /start, in the person's language", () => {
    const { message } = first("bot_started") ?? {};
    expect([message?.text, message?.chat.id, message?.from?.language_code]).toEqual(["/start", 123456789, "ru"]);
  });

  it("message_callback leads to its message and answers its person, not the bot whom the message went to", () => {
    const { callback_query: tap } = first("message_callback") ?? {};
    expect([tap?.data, tap?.from.id, tap?.message?.chat.id]).toEqual(["picture", 123456789, 123456789]);
    expect(tap?.chat_instance).toBe("mid.000000000adf429c019d47d58f2b3d9e");
  });

  it("message_created in a group stays in the group, and what is passed on is its text", () => {
    const { message } = first("message_created") ?? {};
    expect([message?.chat.id, message?.chat.type, message?.text]).toEqual([-70801090403050, "group", "..."]);
  });

  it.each(["bot_stopped", "dialog_removed"])("%s closes the door", (kind) => {
    expect(first(kind)?.my_chat_member?.new_chat_member.status).toBe("kicked");
  });

  it("dialog_muted says until when, and dialog_unmuted that it is over", () => {
    expect(read("dialog_muted")).toEqual({ kind: "muted", userId: 123456789, until: new Date(1775027479470) });
    expect(read("dialog_unmuted")).toEqual({ kind: "muted", userId: 123456789, until: null });
  });

  it.each(["bot_added", "bot_removed", "message_edited"])("%s in a group asks for nothing", (kind) =>
    expect(read(kind)).toEqual({ kind: "nothing" }),
  );

  it.each(["user_added", "chat_title_changed", "message_removed"])("%s is nothing that the bot asks for", (kind) =>
    expect(read(kind)).toBeUndefined(),
  );
});

tellSkipped(folder !== undefined);
