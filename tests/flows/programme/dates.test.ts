import { expect, it } from "vitest";
import { openCity } from "../../support/city.ts";
import { announce, buttonsOf, dataOf, forges, labels } from "../drive.ts";

const city = openCity();
const kate = () => city.telegram.person("Kate", { languageCode: "en" });

async function opensCalendar() {
  await kate().says("/tomorrow");
  await kate().taps("Date…");
}

/** The days that lead to a list. */
const days = () =>
  buttonsOf(kate()).flatMap((button) =>
    "callback_data" in button && button.callback_data.startsWith("l:D") ? [button.text] : [],
  );

it("shows the current month with today marked, and no day that has gone by", async () => {
  await opensCalendar();
  kate().sees("November 2026");
  expect(days().map((label) => label.replace("•", ""))).toEqual([
    "[20]",
    "21",
    "22",
    "23",
    "24",
    "25",
    "26",
    "27",
    "28",
    "29",
    "30",
  ]);
  expect(labels(kate()).some((label) => label.startsWith("‹"))).toBe(false);
});

it("has seven columns in every week, Monday first", () => {
  const [heads = [], ...weeks] = (kate().latest?.keyboard ?? []).filter((row) => row.length === 7);
  expect(heads.map(({ text }) => text)).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
  for (const week of weeks) expect(week).toHaveLength(7);
  // 20 November 2026 is a Friday.
  expect(weeks.some((week) => week[4]?.text === "[20•]")).toBe(true);
});

it("answers a tap on an empty place without changing the screen", async () => {
  const before = kate().screen;
  await kate().taps("·");
  expect(kate().screen).toBe(before);
});

it("turns to the next month and back", async () => {
  const november = kate().screen;
  await kate().taps("December ›");
  kate().sees("December 2026");
  expect(days()).toHaveLength(31);
  await kate().taps("‹ November");
  expect(kate().screen).toBe(november);
});

it("opens the day that was tapped", async () => {
  await kate().taps("28");
  kate().sees("Sat 28 November");
  kate().sees("Cartoons in Tatar");
});

it("marks the days on which something begins, and no others", async () => {
  await announce(city, { occurrences: [{ startsAt: new Date("2027-05-15T16:00:00Z") }] });
  await opensCalendar();
  for (let month = 0; month < 6; month += 1) await kate().taps("›");
  kate().sees("May 2027");
  expect(days().filter((label) => label.includes("•"))).toEqual(["15•"]);
});

it("leads back to the list that it was opened from", async () => {
  await kate().says("/tonight");
  const list = kate().screen;
  await kate().taps("Filters");
  await kate().taps("Date…");
  await kate().taps("Back");
  expect(kate().screen).toBe(list);
});

it("goes back in time for whoever looks for recordings", async () => {
  await kate().says("/archive");
  await kate().taps("Filters");
  await kate().taps("Date…");
  await kate().taps("‹ October");
  kate().sees("October 2026");
  expect(days()).toHaveLength(31);
});

it("ends twelve months ahead", async () => {
  await opensCalendar();
  for (let month = 0; month < 12; month += 1) await kate().taps("›");
  kate().sees("November 2027");
  expect(labels(kate()).some((label) => label.endsWith("›"))).toBe(false);
});

it("stays within bounds on the button of a month long gone or far off", async () => {
  await forges(kate(), "d:2024-02~");
  kate().sees("November 2026");
  await forges(kate(), "d:9999-12~");
  kate().sees("November 2027");
});

it("still opens a day that has gone by since the button was made", async () => {
  await forges(kate(), "l:D20261010~~0");
  kate().sees("Sat 10 October");
});

it.each(["d:2026-13~", "d:2026-11", "d:~q9", "l:D20261131~~0", "l:D99991231~~0"])(
  "takes %s for an old button",
  async (data) => {
    await forges(kate(), data);
    kate().sees("This button is too old");
  },
);

it("says it kindly when a day has nothing yet", async () => {
  await opensCalendar();
  for (let month = 0; month < 8; month += 1) await kate().taps("›");
  await forges(kate(), dataOf(kate(), "15"));
  kate().sees("Nothing here for that time yet.");
  expect(labels(kate())).toContain("Date…");
});
