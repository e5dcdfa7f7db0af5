import { describe, expect, it } from "vitest";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";
import { editorsOf, starts } from "./editors.ts";

const city = openCity({ plant: false });
const { concert, follower, opens, dateOf, passes } = editorsOf(city);

describe.each(["ru", "tt", "en"] as const)("our concert moved, in %s", (language) => {
  const t = words.for(language);
  const when = { ru: "27 ноября 18:30", tt: "27 ноябрь 18:30", en: "27 November 18:30" }[language];

  it("takes four taps, says who will be told, and tells them", async () => {
    const title = `Концерт ${language}`;
    const { occurrenceIds } = await concert(title);
    const resident = await follower(language, occurrenceIds[0]);
    const editor = await colleague(city, language, "admin");
    let taps = await opens(editor, title, language);
    await editor.taps(t("programme.edit.move"));
    await editor.says("???");
    editor.sees(t("programme.again.move"));
    await editor.says(when);
    editor.sees("18:30");
    editor.sees(t("programme.confirm.move", { count: 1, was: "", now: "" }).split("\n").at(-1) ?? "");
    await editor.taps(t("programme.yes.move"));
    taps += 2;
    expect(taps).toBeLessThanOrEqual(4);
    editor.sees(t("programme.done"));
    editor.sees(t("programme.status.moved"));
    expect(await dateOf(occurrenceIds[0])).toMatchObject({
      status: "moved",
      startsAt: new Date("2026-11-27T15:30:00Z"),
      previousStartsAt: starts[0],
    });
    await passes(60);
    resident.sees(t("change.moved"));
    resident.sees("18:30");
  });

  it("or is postponed, takes place after all, and is cancelled", async () => {
    const title = `Вечер ${language}`;
    const { occurrenceIds } = await concert(title, starts);
    const resident = await follower(language, occurrenceIds[0]);
    const editor = await colleague(city, language, "admin");
    await opens(editor, title, language);
    await editor.taps(t("programme.edit.postpone"));
    editor.sees(t("programme.ask.which_date"));
    await editor.taps(labels(editor)[0] ?? "");
    await editor.taps(t("programme.yes.postpone"));
    editor.sees(t("programme.status.postponed"));
    await editor.taps(t("programme.edit.restore"));
    await editor.taps(t("programme.yes.restore"));
    editor.doesNotSee(t("programme.status.postponed"));
    await editor.taps(t("programme.edit.move"));
    await editor.taps(labels(editor)[0] ?? "");
    await editor.taps(t("button.back"));
    editor.sees(t("programme.ask.which_date"));
    await editor.taps(t("programme.button.nothing"));
    await editor.taps(t("programme.edit.cancel"));
    await editor.taps(t("programme.button.all_dates", { count: 2 }));
    editor.sees(title);
    await editor.taps(t("button.back"));
    await editor.taps(t("programme.button.all_dates", { count: 2 }));
    await editor.taps(t("programme.yes.cancel"));
    editor.sees(t("programme.status.cancelled"));
    await passes(1);
    resident.sees(t("change.cancelled"));
  });
});

describe("why it is off", () => {
  const t = words.for("en");

  it("is one optional line a language, told with the news and shown on the card until it stands again", async () => {
    const { occurrenceIds } = await concert("Rained off");
    const [inEnglish, inRussian] = [await follower("en", occurrenceIds[0]), await follower("ru", occurrenceIds[0])];
    const editor = await colleague(city, "en", "admin");
    await opens(editor, "Rained off", "en");
    await editor.taps(t("programme.edit.postpone"));
    editor.sees(t("programme.reason.ask"));
    await editor.says("x".repeat(201));
    editor.sees(t("programme.again.title", { longest: 200 }));
    await editor.says("The roof leaks");
    editor.sees("English: The roof leaks");
    await editor.says("Протекла крыша");
    editor.sees("Русский: Протекла крыша");
    await editor.taps(t("programme.yes.postpone"));
    editor.sees(t("card.reason", { reason: "The roof leaks" }));
    await passes(60);
    inEnglish.sees(t("card.reason", { reason: "The roof leaks" }));
    inRussian.sees(words.for("ru")("card.reason", { reason: "Протекла крыша" }));
    await inRussian.says(`/start o_${(occurrenceIds[0] ?? 0).toString(36)}`);
    inRussian.sees("Протекла крыша");
    await editor.taps(t("programme.edit.restore"));
    await editor.taps(t("programme.yes.restore"));
    editor.doesNotSee("The roof leaks");
    await inEnglish.says(`/start o_${(occurrenceIds[0] ?? 0).toString(36)}`);
    inEnglish.doesNotSee("The roof leaks");
  });
});

describe("two editors", () => {
  const t = words.for("en");

  it("the second is told who changed what, and may write all the same", async () => {
    const { occurrenceIds } = await concert("Doubled");
    const [first, second] = [await colleague(city, "en", "admin"), await colleague(city, "en", "admin")];
    await opens(second, "Doubled", "en");
    await second.taps(t("programme.edit.move"));
    await second.says("27 November 18:30");
    await opens(first, "Doubled", "en");
    await first.taps(t("programme.button.details"));
    await first.taps(t("programme.edit.age"));
    await first.taps("12+");
    await second.taps(t("programme.yes.move"));
    second.sees(`Meanwhile ${first.name} changed this event`);
    expect((await dateOf(occurrenceIds[0])).status).toBe("scheduled");
    await second.taps(t("programme.button.apply"));
    second.sees(t("programme.done"));
    expect((await dateOf(occurrenceIds[0])).status).toBe("moved");
  });

  it("or leave it", async () => {
    await concert("Left alone");
    const [first, second] = [await colleague(city, "en", "admin"), await colleague(city, "en", "admin")];
    await opens(second, "Left alone", "en");
    await second.taps(t("programme.button.details"));
    await second.taps(t("programme.edit.section"));
    await opens(first, "Left alone", "en");
    await first.taps(t("programme.button.details"));
    await first.taps(t("programme.edit.age"));
    await first.taps("12+");
    await second.taps(t("section.cinema"));
    await second.taps(t("programme.button.nothing"));
    second.sees(t("programme.unchanged"));
    second.sees(t("section.music"));
  });
});

describe("rights", () => {
  const t = words.for("en");

  it("are looked at when it is written: whoever lost them meanwhile changes nothing", async () => {
    const { occurrenceIds } = await concert("Revoked");
    const editor = await colleague(city, "en", "admin");
    await opens(editor, "Revoked", "en");
    await editor.taps(t("programme.edit.cancel"));
    await fire(city, editor);
    await editor.taps(t("programme.yes.cancel"));
    editor.sees(t("staff.not_open"));
    expect((await dateOf(occurrenceIds[0])).status).toBe("scheduled");
  });

  it("end at an editor's own institution, by forged buttons too", async () => {
    const { eventId } = await concert("Not theirs");
    const { database } = city.services;
    const { id } = await database.institution.create({ data: { texts: { create: { language: "en", name: "Own" } } } });
    const editor = await colleague(city, "en");
    const personId = await idOf(city.services.database, editor);
    await database.staffRole.create({
      data: roleRow(city.clock.now(), { personId, role: "editor", institutionId: id }),
    });
    await editor.says("/staff");
    await editor.taps(t("programme.title"));
    editor.doesNotSee("Not theirs");
    for (const data of ["pe:", "pd:", "pp:", "pk:", "pq:", "pj:", "pz:", "pc:0~", "pc:g~", "pc:k~"]) {
      await editor.tapsData(editor.latest?.id ?? 0, data + eventId.toString(36));
      editor.sees(t("staff.not_open"));
    }
    await editor.says("/staff");
    await editor.taps(t("programme.title"));
    await editor.taps(t("button.search"));
    await editor.says("not theirs");
    editor.sees(t("programme.nothing_found"));
    expect(await database.event.count({ where: { texts: { some: { title: "Not theirs" } } } })).toBe(1);
  });
});

it("an event whose people wait is offered to be cancelled, so that they are told, before it is withdrawn", async () => {
  const t = words.for("en");
  const { occurrenceIds } = await concert("Last evening", [new Date("2026-11-22T16:00:00Z")]);
  const resident = await follower("en", occurrenceIds[0]);
  const editor = await colleague(city, "en", "admin");
  await opens(editor, "Last evening", "en");
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.withdraw"));
  editor.sees("1 person asked for a reminder");
  await editor.taps(t("programme.button.cancel_instead"));
  await editor.taps(t("programme.yes.cancel"));
  await passes(1);
  resident.sees(t("change.cancelled"));
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.withdraw"));
  await editor.taps(t("programme.yes.withdraw"));
  editor.sees(t("programme.state.withdrawn"));
});

it("a recording is told to whoever was there, which is said before", async () => {
  const t = words.for("en");
  const { occurrenceIds } = await concert("Recorded", [new Date(city.clock.now().getTime() + 3_600_000)]);
  const resident = await follower("en", occurrenceIds[0]);
  await passes(5 * 3600);
  const editor = await colleague(city, "en", "admin");
  await editor.says("/staff");
  await editor.taps(t("programme.title"));
  await editor.taps(t("button.search"));
  await editor.says("recorded");
  await editor.taps("Recorded");
  await editor.taps(t("programme.button.details"));
  await editor.taps(t("programme.edit.recording"));
  await editor.says("https://video.example.org/recorded");
  editor.sees("1 person who was there will be told.");
  await editor.taps(t("programme.yes.recording"));
  await passes(1);
  resident.sees("Recorded");
});
