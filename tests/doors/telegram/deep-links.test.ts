import { describe, expect, it } from "vitest";
import { type DeepLink, deepLink, parseDeepLink } from "../../../bot/doors/telegram/screen/deep-links.ts";

/** Links as they were first made; they stand in chats, calendars and on posters. */
const links: [payload: string, link: DeepLink][] = [
  ["o_2n9c", { kind: "occurrence", id: 123_456 }],
  ["e_zik0zj", { kind: "event", id: 2_147_483_647 }],
  ["k_1", { kind: "course", id: 1 }],
  ["g_2s", { kind: "group", id: 100 }],
  ["c_ABCD2345EF", { kind: "certificate", code: "ABCD2345EF" }],
  ["d_a", { kind: "idea", id: 10 }],
  ["v_b", { kind: "vote", id: 11 }],
  ["i_AAAAAAAAAAAAAAAA_-AAAAAAAAAAAAAA", { kind: "invitation", code: "AAAAAAAAAAAAAAAA_-AAAAAAAAAAAAAA" }],
];

describe("a link to the bot", () => {
  it.each(links)("with %s opens what it opened, and is made so today", (payload, link) => {
    expect(parseDeepLink(payload)).toEqual(link);
    expect(deepLink("ishek_bot", link)).toBe(`https://t.me/ishek_bot?start=${payload}`);
    expect(payload).toMatch(/^[\w-]{1,64}$/);
  });

  it.each(["", "o_", "o_0", "o_zzzzzz", "o_1_2", "x_1", "o1", "i_short", "again", "toString_1"])(
    "with “%s” opens nothing of its own",
    (payload) => {
      expect(parseDeepLink(payload)).toBeUndefined();
    },
  );
});
