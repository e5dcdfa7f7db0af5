import { Api } from "grammy";
import { describe, expect, it } from "vitest";
import { type Downloaded, downloadFile } from "../../bot/doors/telegram/client/files.ts";
import { posterPath } from "../../bot/doors/telegram/screen/poster-path.ts";
import { createLog } from "../../bot/log.ts";
import { posters } from "../../bot/web/posters.ts";
import { openTelegram, stoppedClock } from "../support/telegram.ts";

const token = "1:secret";
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

const open = (download: (fileId: string) => Promise<Downloaded>, clock = stoppedClock()) =>
  posters({ token, log: createLog("silent", false), clock, download });

const app = (bytes: Uint8Array | undefined, asked: string[] = [], clock = stoppedClock()) =>
  open(async (fileId) => {
    asked.push(fileId);
    return bytes === undefined ? { kind: "gone" } : { kind: "file", bytes };
  }, clock);

describe("a poster", () => {
  it("is served by the address that the bot made, to be kept for good", async () => {
    const answer = await app(jpeg).request(`/${posterPath(token, "AgAC-x_1")}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(jpeg);
  });

  it.each(["AgAC-x_1", `AgAC-x_1.${"A".repeat(22)}`, posterPath("2:other", "AgAC-x_1").slice(7), "..", "%2e%2e%2f"])(
    "is not served by another address: %s",
    async (name) => {
      const asked: string[] = [];
      expect((await app(jpeg, asked).request(`/poster/${name}`)).status).toBe(404);
      expect(asked).toEqual([]);
    },
  );

  it("is no other file than a picture, and gone when Telegram says so", async () => {
    const path = `/${posterPath(token, "AgAC")}`;
    expect((await app(Buffer.from("<html>")).request(path)).status).toBe(404);
    expect((await app(undefined).request(path)).status).toBe(404);
  });
});

describe("Telegram is asked", () => {
  it("once for a photo that sixty-one ask for, however they come", async () => {
    const telegram = await openTelegram();
    const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
    const editor = telegram.person("Editor");
    void editor.sendsPhoto();
    const fileId = (await api.getUpdates())[0]?.message?.photo?.at(-1)?.file_id ?? "";
    const page = open((id) => downloadFile(api, id));
    const path = `/${posterPath(token, fileId)}`;
    const ask = async () => (await page.request(path)).status;
    const together = await Promise.all(Array.from({ length: 31 }, ask));
    const later: number[] = [];
    for (let index = 0; index < 30; index += 1) later.push(await ask());
    expect([...together, ...later]).toEqual(Array.from({ length: 61 }, () => 200));
    expect(telegram.calls.filter(({ method }) => method === "getFile")).toHaveLength(1);
  });

  it("again for what it did not have, but only after a minute", async () => {
    const clock = stoppedClock();
    const asked: string[] = [];
    const page = app(undefined, asked, clock);
    const path = `/${posterPath(token, "AgAC")}`;
    for (let index = 0; index < 5; index += 1) expect((await page.request(path)).status).toBe(404);
    expect(asked).toHaveLength(1);
    clock.advance({ seconds: 60 });
    await page.request(path);
    expect(asked).toHaveLength(2);
  });

  it("again when it did not answer", async () => {
    let isAway = true;
    const page = open(async () => {
      if (isAway) throw new Error("away");
      return { kind: "file", bytes: jpeg };
    });
    const path = `/${posterPath(token, "AgAC")}`;
    expect((await page.request(path)).status).toBe(503);
    isAway = false;
    expect((await page.request(path)).status).toBe(200);
  });
});
