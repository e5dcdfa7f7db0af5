import { describe, expect, it } from "vitest";
import { newCode } from "../../bot/classes/certificates/code.ts";
import { outsideLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { newInvitationCode } from "../../bot/staff/invitation.ts";
import { openPage } from "../../bot/web/open-page.ts";
import { words } from "../support/city.ts";

const botNames = { telegram: "ishek_bot", max: "max.ru/ishek_bot" };
const page = openPage({ words, city: { timeZone: "Europe/Moscow", language: "ru" }, botNames });
const get = (payload: string, language = "ru") =>
  page.request(`/open/${payload}`, { headers: { "Accept-Language": language } });

describe("the page that a poster leads to", () => {
  it.each(["ru", "tt", "en"] as const)("offers both messengers in %s, by plain links", async (language) => {
    const answer = await get("o_2n9c", language);
    const text = await answer.text();
    const t = words.for(language);
    expect([answer.status, answer.headers.get("content-language")]).toEqual([200, language]);
    expect(text).toContain(t("open.title"));
    expect(text).toContain(`href="https://t.me/ishek_bot?start=o_2n9c"`);
    expect(text).toContain(`href="https://max.ru/ishek_bot?start=o_2n9c"`);
  });

  it("runs no script, loads nothing, and sets nothing in the browser", async () => {
    const answer = await get("e_1");
    expect(await answer.text()).not.toMatch(/<script|<img|<link|src=|\son\w+=/);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it.each([
    ["a link to be staff", `i_${newInvitationCode()}`],
    ["a link between accounts", `a_${newInvitationCode()}`],
    ["no link of ours", "nonsense"],
    ["markup", "%3Cscript%3E"],
  ])("is none for %s", async (_, payload) => {
    const answer = await get(payload);
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).not.toContain("ishek_bot");
    expect(text).not.toContain("<script");
  });
});

it.each([
  ["no address on the internet", { publicUrl: undefined, botNames }, "https://t.me/ishek_bot?start=k_5"],
  [
    "one messenger",
    { publicUrl: "https://city.example", botNames: { telegram: "ishek_bot" } },
    "https://t.me/ishek_bot?start=k_5",
  ],
  ["both", { publicUrl: "https://city.example", botNames }, "https://city.example/open/k_5"],
] as const)("with %s, a poster leads to the right place", (_, of, address) => {
  expect(outsideLink(of, "ishek_bot", { kind: "course", id: 5 })).toBe(address);
  expect(outsideLink(of, "ishek_bot", { kind: "certificate", code: newCode() })).toContain("c_");
});
