import { expect, it } from "vitest";
import { parseTypedAddress } from "../bot/net/web-address.ts";

it.each([
  ["kitap.tatar", "https://kitap.tatar/"],
  [" www.ekiyat.ru/afisha?d=5 ", "https://www.ekiyat.ru/afisha?d=5"],
  ["http://old.example/12", "http://old.example/12"],
  ["https://youtube.com/@kazan/live", "https://youtube.com/@kazan/live"],
  ["театр.рф/афиша", "https://xn--80aj8afc.xn--p1ai/%D0%B0%D1%84%D0%B8%D1%88%D0%B0"],
  ["us02web.zoom.us/j/123?pwd=a", "https://us02web.zoom.us/j/123?pwd=a"],
  ["example.org:8080/x", "https://example.org:8080/x"],
])("reads %s as people write it", (said, url) => {
  expect(parseTypedAddress(said)).toBe(url);
});

it.each([
  "",
  undefined,
  "да",
  "12.5",
  "18.30",
  "info@kitap.tatar",
  "смотрите на kitap.tatar",
  "javascript:alert(1)",
  "tg://user?id=1",
  "https://localhost/x",
  `a.ru/${"x".repeat(2000)}`,
])("takes %s for no address", (said) => {
  expect(parseTypedAddress(said)).toBeUndefined();
});
