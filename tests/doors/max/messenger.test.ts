import { describe, expect, it } from "vitest";
import type { Content } from "../../../bot/delivery/content.ts";
import type { OutgoingMessage } from "../../../bot/delivery/messenger.ts";
import { createMaxClient } from "../../../bot/doors/max/open.ts";
import { MaxFiles } from "../../../bot/doors/max/sending/files-store.ts";
import { maxMessenger } from "../../../bot/doors/max/sending/messenger.ts";
import { html } from "../../../bot/words/html.ts";
import type { MaxFault } from "../../../playground/max/api/max-faults.ts";
import { readMaxScreen } from "../../../playground/max/people/max-screen.ts";
import { openMax } from "../../playground/max/open-max.ts";
import { testDatabase } from "../../support/database.ts";

const { database } = await testDatabase();
const lifted = { perSecond: Number.POSITIVE_INFINITY, perDialog: Number.POSITIVE_INFINITY };
const text: OutgoingMessage = { kind: "message", text: html`<b>${"Кич белән"}</b>`, keyboard: [], isSilent: false };
const signal = new AbortController().signal;

async function office() {
  const max = await openMax({ limits: "lifted" });
  const client = createMaxClient(max, undefined, lifted);
  const copied: string[] = [];
  const files = new MaxFiles({
    client,
    database,
    now: () => new Date(0),
    foreign: async (fileId) => {
      copied.push(fileId);
      return fileId === "gone" ? { kind: "gone" } : { kind: "file", bytes: Buffer.from(fileId) };
    },
  });
  const alsu = max.person("Алсу", { hasStarted: true });
  const messenger = maxMessenger(client, files);
  return {
    max,
    alsu,
    copied,
    send: (message: Parameters<typeof messenger.send>[1]) => messenger.send(String(alsu.user.id), message, signal),
  };
}

describe("a delivery", () => {
  it("arrives, without a sound where it is silent, and is changed and taken back", async () => {
    const { alsu, send } = await office();
    const outcome = await send({ ...text, isSilent: true, keyboard: [[{ text: "Ачарга", callback_data: "c:1~" }]] });
    expect(outcome).toEqual({ kind: "delivered", messageId: alsu.latest?.id, otherMessageIds: [] });
    expect([alsu.screen, alsu.latest?.isSilent]).toEqual(["Кич белән\n[Ачарга]", true]);
    const messageId = alsu.latest?.id ?? "";
    await send({ kind: "rewrite", messageId, text: html`Бетте`, keyboard: [], isSilent: false });
    expect(alsu.screen).toBe("Бетте");
    await send({ kind: "delete", messageIds: [messageId], isSilent: false });
    expect(alsu.chat).toEqual([]);
    const again = await send({ kind: "rewrite", messageId, text: html`x`, keyboard: [], isSilent: false });
    expect(again.kind).toBe("rejected");
  });

  it("with pictures is one message, and one without them where MAX refuses the whole", async () => {
    const { max, alsu, send } = await office();
    const pictures = [1, 2].map((count) => ({
      ...{ url: `https://example.org/${count}.jpg`, fileId: undefined },
      caption: html`<i>Рәсем ${String(count)}</i>`,
    }));
    expect((await send({ ...text, pictures })).kind).toBe("delivered");
    expect(alsu.chat).toHaveLength(1);
    for (const said of ["Кич белән", "Рәсем 1", "Рәсем 2"]) expect(alsu.screen).toContain(said);
    max.fail({ name: "POST /messages", times: 1, with: { status: 400, code: "proto.payload" } });
    expect((await send({ ...text, pictures })).kind).toBe("delivered");
    expect(alsu.chat).toHaveLength(2);
    expect(alsu.screen).toBe("Кич белән");
  });

  it("with files of another messenger copies each of them once, and puts an album into one message", async () => {
    const { alsu, copied, send } = await office();
    const photo = (fileId: string) => ({ kind: "photo" as const, fileId, caption: "", entities: [] });
    const items = [photo("a"), photo("b")];
    await send({ kind: "content", content: { kind: "album", items }, keyboard: [], isSilent: false });
    await send({ kind: "content", content: photo("a"), keyboard: [], isSilent: false });
    expect(copied).toEqual(["a", "b"]);
    expect(alsu.chat.map(({ attachments }) => attachments.length)).toEqual([2, 1]);
    const lost = await send({ kind: "content", content: photo("gone"), keyboard: [], isSilent: false });
    expect(lost.kind).toBe("rejected");
  });

  it("of an album of documents is a message for each, as MAX shows each alone; it is changed and taken back as a whole", async () => {
    const { alsu, send } = await office();
    const document = (fileId: string, caption = "") => ({ kind: "document" as const, fileId, caption, entities: [] });
    const keyboard = [[{ text: "Ачарга", callback_data: "c:1~" }]];
    const album = (items: ReturnType<typeof document>[]) => ({ content: { kind: "album" as const, items }, keyboard });
    const sent = { ...album([document("bill", "Афиша"), document("plan")]), kind: "content" as const, isSilent: false };
    const outcome = await send(sent);
    expect(alsu.chat.map(readMaxScreen)).toEqual(["(file) Афиша", "(file)\n[Ачарга]"]);
    const mids = alsu.chat.map(({ id }) => id);
    expect(outcome).toEqual({ kind: "delivered", messageId: mids[0], otherMessageIds: mids.slice(1) });
    const next = album([document("bill", "Яңа афиша"), document("map")]);
    await send({ ...next, kind: "edit", messageIds: mids, isSilent: false });
    expect(alsu.chat.map(readMaxScreen)).toEqual(["(file) Яңа афиша", "(file)\n[Ачарга]"]);
    await send({ kind: "delete", messageIds: mids, isSilent: false });
    expect(alsu.chat).toEqual([]);
  });

  it("of which a part was sent when MAX fails is uncertain, and not said again", async () => {
    const { max, alsu, send } = await office();
    const items = ["one", "two"].map((fileId) => ({ kind: "document" as const, fileId, caption: "", entities: [] }));
    const stop = max.subscribe(() => {
      stop();
      max.fail({ name: "POST /messages", times: 1, with: { status: 429, code: "too.many.requests" } });
    });
    const outcome = await send({ kind: "content", content: { kind: "album", items }, keyboard: [], isSilent: false });
    expect([outcome.kind, alsu.chat.length]).toEqual(["uncertain", 1]);
  });

  it("of a poll is its question and answers", async () => {
    const { alsu, send } = await office();
    const content: Content = {
      kind: "poll",
      question: "Кайчан?",
      options: ["бүген", "иртәгә"],
      isAnonymous: true,
      allowsMultipleAnswers: false,
    };
    await send({ kind: "content", content, keyboard: [], isSilent: false });
    alsu.sees("Кайчан?\n\n1. бүген\n2. иртәгә");
  });

  it.each<[MaxFault, string]>([
    [{ status: 500, code: "internal.error" }, "uncertain"],
    ["502 html", "uncertain"],
    ["drop after accepting", "uncertain"],
    ["drop before accepting", "uncertain"],
    ["success false", "rejected"],
    [{ status: 429, code: "too.many.requests" }, "throttled"],
    [{ status: 403, code: "chat.denied" }, "unreachable"],
    [{ status: 401, code: "verify.token" }, "unsent"],
  ])("that meets %j is %s", async (fault, kind) => {
    const { max, send } = await office();
    max.fail({ name: "POST /messages", times: 1, with: fault });
    expect((await send(text)).kind).toBe(kind);
    expect((await send(text)).kind).toBe("delivered");
  });

  it("is silent longer with each 429 in a row, because MAX does not say how long", async () => {
    const { max, send } = await office();
    max.fail({ name: "POST /messages", times: 3, with: { status: 429, code: "too.many.requests" } });
    const silences = [];
    for (let attempt = 0; attempt < 3; attempt += 1) silences.push(await send(text));
    expect(silences).toEqual([1, 2, 4].map((retryAfter) => ({ kind: "throttled", retryAfter })));
  });

  it("that is given up while MAX does not answer is uncertain", async () => {
    const { max, alsu } = await office();
    max.fail({ with: "hang" });
    const client = createMaxClient(max, undefined, lifted);
    const files = new MaxFiles({ client, database, now: () => new Date(0), foreign: async () => ({ kind: "gone" }) });
    const giveUp = new AbortController();
    const sending = maxMessenger(client, files).send(String(alsu.user.id), text, giveUp.signal);
    await expect.poll(() => max.calls.length).toBe(1);
    giveUp.abort();
    expect((await sending).kind).toBe("uncertain");
  });
});
