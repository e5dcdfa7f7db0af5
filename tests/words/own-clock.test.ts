import { expect, it } from "vitest";
import { formatClockNote, formatOwnTime } from "../../bot/words/time/own-clock.ts";
import { en, ru, tt } from "./words.ts";

const zone = "Europe/Moscow";
const now = new Date("2026-11-20T14:30:00Z");
const evening = new Date("2026-11-20T16:00:00Z");

it.each([
  ["ru", "Europe/Samara", "у вас 20:00", "Время казанское, у вас +1 ч"],
  ["tt", "Asia/Vladivostok", "сездә 21 ноябрь, шимбә, 02:00", "Казан вакыты, сездә +7 сәгать"],
  ["en", "Europe/Berlin", "17:00 where you are", "Kazan time, −2 h where you are"],
] as const)("%s: a reader in %s is told their own hour beside the city's", (language, ownZone, time, note) => {
  const reader = { t: { ru, tt, en }[language], zone, ownZone, now };
  expect(formatOwnTime(evening, reader)).toBe(time);
  expect(formatClockNote(reader)).toBe(note);
});

it.each([undefined, zone, "Europe/Istanbul"])("says nothing where the clock shows the same: %s", (ownZone) => {
  const reader = { t: ru, zone, now, ...(ownZone !== undefined && { ownZone }) };
  expect(formatOwnTime(evening, reader)).toBeNull();
  expect(formatClockNote(reader)).toBeNull();
});
