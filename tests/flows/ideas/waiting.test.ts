import { expect, it } from "vitest";
import { ideaQueueJob } from "../../../bot/ideas/ideas-job.ts";
import { languages } from "../../../bot/words/language.ts";
import { openCity, words } from "../../support/city.ts";
import { colleague } from "../staff/team.ts";
import { proposes } from "./write.ts";

const city = openCity({ plant: false });
const hour = 3_600_000;

it.each(languages)(
  "an idea that is held back for a day, or answered late, is told to whoever moderates, once a day, in %s",
  async (language) => {
    const { database } = city.services;
    const t = words.for(language);
    await database.staffRole.deleteMany();
    await database.delivery.deleteMany();
    await database.idea.deleteMany();
    const author = await colleague(city, language);
    const held = await proposes(city, author, { title: "Хор для бабушек", body: "Петь по вечерам." }, language);
    const late = await proposes(city, author, { title: "Robotics for children", body: "In libraries." }, language);
    const [moderator, editor] = [
      await colleague(city, language, "moderator"),
      await colleague(city, language, "editor"),
    ];
    // A Monday of a later year each time, at noon of the city.
    const noon = new Date(`${2027 + languages.indexOf(language)}-03-15T09:21:00Z`);
    await database.idea.update({ where: { id: held }, data: { heldAt: new Date(noon.getTime() - 24 * hour + 1) } });
    await database.idea.update({ where: { id: late }, data: { dueAt: new Date(noon.getTime() + 1) } });
    const told = () => database.delivery.count({ where: { kind: "ideas-wait" } });
    const job = ideaQueueJob(city.services);
    await job.run(noon);
    expect(await told()).toBe(0);
    for (const hours of [1, 2, 12]) await job.run(new Date(noon.getTime() + hours * hour));
    expect(await told()).toBe(1);
    city.clock.advance({ seconds: (noon.getTime() + 3 * hour - city.clock.now().getTime()) / 1000 });
    await city.deliver();
    moderator.sees(t("idea.staff.waiting", { count: 2, late: 1 }));
    moderator.sees(t("idea.staff.held_long", { count: 1 }));
    editor.doesNotSee(t("idea.staff.held_long", { count: 1 }));
    await moderator.taps(t("idea.staff.button.held"));
    moderator.sees("Хор для бабушек");
    await job.run(new Date(noon.getTime() + 24 * hour));
    expect(await told()).toBe(2);
  },
);
