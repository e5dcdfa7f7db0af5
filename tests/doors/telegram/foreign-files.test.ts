import { Api } from "grammy";
import { beforeEach, describe, expect, it } from "vitest";
import type { Content } from "../../../bot/delivery/content.ts";
import { fileIdOf } from "../../../bot/doors/max/reading/file-id.ts";
import { createClientOptions } from "../../../bot/doors/telegram/client/client.ts";
import { sendContent } from "../../../bot/doors/telegram/sending/content-calls.ts";
import { sendForeignFiles } from "../../../bot/doors/telegram/sending/foreign-files-store.ts";
import { testDatabase } from "../../support/database.ts";
import { openTelegram } from "../../support/telegram.ts";

const { database } = await testDatabase();
const plan = fileIdOf({ type: "file", token: "a", name: "план.pdf" });
const picture = fileIdOf({ type: "image", token: "b" });
const gone = fileIdOf({ type: "file", token: "gone" });
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

beforeEach(() => database.fileCopy.deleteMany());

async function office() {
  const telegram = await openTelegram({ limits: "lifted" });
  const fetched: string[] = [];
  const api = new Api(telegram.token, createClientOptions(telegram.apiRoot));
  api.config.use(
    sendForeignFiles({
      database,
      now: () => new Date(0),
      async foreign(fileId) {
        fetched.push(fileId);
        if (fileId === gone) return { kind: "gone" };
        return fileId === plan
          ? { kind: "file", bytes: Buffer.from("%PDF-"), name: "план.pdf" }
          : { kind: "file", bytes: pixel };
      },
    }),
  );
  const alsu = telegram.person("Алсу", { hasStarted: true });
  const send = (content: Content) => sendContent(api.raw, { chat_id: alsu.user.id }, content, undefined);
  return { telegram, alsu, fetched, send };
}

const file = (kind: "document" | "photo", fileId: string) => ({ kind, fileId, caption: "", entities: [] });

describe("a file of another messenger", () => {
  it("is fetched and uploaded once, with its name, however many are sent it at once", async () => {
    const { telegram, alsu, fetched, send } = await office();
    await Promise.all(Array.from({ length: 5 }, () => send(file("document", plan))));
    expect(fetched).toEqual([plan]);
    expect(alsu.chat.map(({ document }) => document?.fileName)).toEqual(Array(5).fill("план.pdf"));
    expect(new Set(alsu.chat.map(({ document }) => document?.fileId)).size).toBe(1);
    expect(Buffer.from(telegram.fileBytes(alsu.latest?.document?.fileId ?? "")).toString()).toBe("%PDF-");
  });

  it("in an album stands beside one of Telegram's own", async () => {
    const { alsu, fetched, send } = await office();
    void alsu.sendsPhoto(); // nobody fetches updates here, so it is never confirmed
    const own = alsu.chat[0]?.photo?.fileId ?? "";
    const items = [file("photo", own), file("photo", picture)];
    await send({ kind: "album", items });
    await send({ kind: "album", items });
    expect(fetched).toEqual([picture]);
    expect(alsu.chat.slice(1).map(({ photo }) => photo?.fileId === own)).toEqual([true, false, true, false]);
  });

  it("that is gone is refused, and the next one is not held up by it", async () => {
    const { alsu, send } = await office();
    await expect(send(file("document", gone))).rejects.toThrow("wrong file identifier");
    await expect(send(file("document", gone))).rejects.toThrow("wrong file identifier");
    await send(file("document", plan));
    expect(alsu.latest?.document?.fileName).toBe("план.pdf");
  });
});
