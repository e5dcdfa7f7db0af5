import { describe, expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { posterPath } from "../../bot/telegram/poster-path.ts";
import { posters } from "../../bot/web/posters.ts";

const token = "1:secret";
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

const app = (bytes: Uint8Array | undefined, asked: string[] = []) =>
  posters({
    token,
    log: createLog("silent", false),
    download: async (fileId) => {
      asked.push(fileId);
      return bytes === undefined ? { kind: "gone" } : { kind: "file", bytes };
    },
  });

describe("a poster", () => {
  it("is served by the address that the bot made", async () => {
    const answer = await app(jpeg).request(`/${posterPath(token, "AgAC-x_1")}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
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
