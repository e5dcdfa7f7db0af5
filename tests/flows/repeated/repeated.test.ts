import { describe, expect, it } from "vitest";
import { dialogues } from "../../../flows/dialogues.ts";
import { announcementRows } from "./announcements.ts";
import { articleRows } from "./articles.ts";
import { classRows } from "./classes.ts";
import { collectionRows } from "./collections.ts";
import { commentRows } from "./comments.ts";
import { openFatedCity } from "./fated-city.ts";
import { feedRows } from "./feeds.ts";
import { ideaRows } from "./ideas.ts";
import { offerRows } from "./offers.ts";
import { peopleRows } from "./people.ts";
import { placeRows } from "./places.ts";
import { programmeRows } from "./programme.ts";
import { questionRows } from "./questions.ts";
import { reportRows } from "./reports.ts";
import { rosterRows } from "./roster.ts";
import { isDoneOnceAndTold, plays, type Row } from "./scene.ts";
import { teachingRows } from "./teaching.ts";
import { threadRows } from "./threads.ts";

const rows: Record<string, Row> = {
  ...announcementRows,
  ...classRows,
  ...commentRows,
  ...collectionRows,
  ...feedRows,
  ...articleRows,
  ...offerRows,
  ...ideaRows,
  ...peopleRows,
  ...placeRows,
  ...programmeRows,
  ...questionRows,
  ...reportRows,
  ...rosterRows,
  ...teachingRows,
  ...threadRows,
};

const city = openFatedCity();

it("the table knows every dialogue", () => {
  expect(Object.keys(rows).toSorted()).toEqual(dialogues.map(({ name }) => name).toSorted());
});

describe.each(Object.entries(rows))("the last step of %s is done once and told", (_, row) => {
  it("when Telegram's answer to the last words is lost", async () => {
    const scene = await plays(row, city);
    const lost = city.losesAnswer();
    await scene.last();
    expect(lost()).toBe(1);
    await isDoneOnceAndTold(scene);
  });

  it.each(["before", "after"] as const)("when the program is killed %s it is written", async (death) => {
    const scene = await plays(row, city);
    city.kills({ death, diesBy: scene.makes.length === 0 ? "words" : "effect" });
    await scene.last();
    await isDoneOnceAndTold(scene);
  });

  it.runIf(row.withoutKey !== "same")(`and would be ${row.withoutKey} without a note of it`, async () => {
    const scene = await plays(row, city);
    city.kills({ death: "after", diesBy: "effect", forgets: true });
    await scene.last();
    await expect(isDoneOnceAndTold(scene)).rejects.toThrow();
  });
});
