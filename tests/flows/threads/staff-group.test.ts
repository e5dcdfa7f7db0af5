import { describe, expect, it } from "vitest";
import { answerCallback } from "../../../bot/threads/callbacks.ts";
import type { Group, GroupOptions } from "../../../playground/people/group.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { begins, threadOf } from "./talk.ts";

/** Residents' questions in a group of the staff, a topic a thread or a message a thread. */
const city = openCity({ plant: false });
const t = words.for("ru");
const question = t("thread.about.question");

interface Office {
  owner: Person;
  marat: Person;
  group: Group;
}

/** A group with an owner, a moderator and somebody without a role, to which questions come. */
async function openOffice(options: GroupOptions, isAdministrator = true): Promise<Office & { guest: Person }> {
  const [owner, marat, guest] = [
    await colleague(city, "ru", "owner"),
    await colleague(city, "ru", "moderator"),
    await colleague(city, "ru"),
  ];
  const group = city.telegram.group("Ответы", [owner, marat, guest], options);
  if (isAdministrator) group.promotesBot();
  await group.says(owner, `/answers@${city.services.botUsername}`);
  await group.taps(owner, t("thread.group.button.on"));
  expect(group.screen).toContain(t("thread.group.is_on"));
  return { owner, marat, guest, group };
}

async function asks(name: string, text: string): Promise<Person> {
  const resident = city.telegram.person(name, { languageCode: "ru" });
  await resident.says("/start");
  await begins(resident);
  await resident.says(text);
  await city.deliver();
  return resident;
}

describe("in a group with topics", () => {
  it("each thread is a topic that begins with who asks, and what is written there goes to the resident", async () => {
    const { marat, guest, group } = await openOffice({ isForum: true });
    const alsu = await asks("Алсу", "Где гардероб?");
    expect([...group.topics.values()]).toEqual([`Алсу · ${question}`]);
    const [topic = 0] = group.topics.keys();
    expect(group.chat.map(({ text }) => text)).toEqual(expect.arrayContaining(["Где гардероб?"]));
    await alsu.sendsPhoto("вот здесь");
    await city.deliver();
    expect(group.topics.size).toBe(1);
    expect(group.chat.some(({ photo, text }) => photo !== undefined && text === "вот здесь")).toBe(true);

    await group.says(guest, "На первом этаже", { topic });
    expect(group.screen).toContain(t("thread.group.not_yours"));
    await group.says(marat, "На первом этаже", { topic });
    expect(group.screen).toContain(t("thread.group.sent", { name: "Алсу" }));
    await city.deliver();
    alsu.sees("На первом этаже");
    alsu.sees(t("thread.answers", { name: marat.name }));
    expect(alsu.chat.filter(({ text }) => text.includes("На первом этаже"))).toHaveLength(1);
    // The message stands in the topic already.
    expect(group.chat.filter(({ text }) => text.includes("На первом этаже"))).toHaveLength(2);

    await group.taps(marat, t("thread.button.close"));
    expect((await threadOf(city, alsu)).state).toBe("closed");
    await city.deliver();
    alsu.sees(t("thread.closed_by_staff"));
    await group.taps(marat, t("thread.button.reopen"));
    expect((await threadOf(city, alsu)).state).toBe("waiting");

    // Among themselves they talk as they like.
    await group.says(marat, "Кто завтра дежурит?");
    await city.deliver();
    expect(alsu.chat.some(({ text }) => text.includes("дежурит"))).toBe(false);

    group.deletesTopic(topic);
    await begins(alsu);
    await alsu.says("А буфет?");
    await city.deliver();
    expect(group.topics.size).toBe(1);
    expect(group.chat.at(-1)?.text).toBe("А буфет?");
  });

  it("without the right to make topics questions stand in the group all the same", async () => {
    const { group } = await openOffice({ isForum: true }, false);
    await asks("Ильдар", "Есть ли парковка?");
    expect(group.screen).toContain("Есть ли парковка?");
    expect(group.screen).toContain("Ильдар");
  });
});

describe("in a group without topics", () => {
  it("each message bears the name of who asks, and a reply to it is the answer", async () => {
    const { owner, marat, group } = await openOffice({});
    const rosa = await asks("Роза", "Когда урок?");
    const asked = group.chat.at(-1);
    expect(asked?.text).toContain(`Роза · ${question}:`);
    await group.says(marat, "В шесть вечера", { replyTo: asked?.id ?? 0 });
    await city.deliver();
    rosa.sees("В шесть вечера");

    // What a colleague answers in the private chat is seen here too.
    const { id } = await threadOf(city, rosa);
    await forges(owner, answerCallback.data(id));
    await owner.says("И в четверг");
    await city.deliver();
    expect(group.screen).toContain(t("thread.group.answered_to", { writer: owner.name, name: "Роза" }));

    await group.says(owner, `/answers@${city.services.botUsername}`);
    await group.taps(owner, t("thread.group.button.off"));
    await asks("Зоя", "Это уже не сюда");
    expect(group.chat.some(({ text }) => text.includes("не сюда"))).toBe(false);
  });

  it("only those who manage staff set a group", async () => {
    const marat = await colleague(city, "ru", "moderator");
    const group = city.telegram.group("Чужая", [marat]);
    await group.says(marat, `/answers@${city.services.botUsername}`);
    expect(group.screen).toContain(t("staff.not_open"));
  });
});

it("a group is told how many threads wait, and nothing where none does", async () => {
  await city.services.database.thread.deleteMany();
  const { group } = await openOffice({ isForum: true });
  const before = group.chat.length;
  await city.tellGroups();
  expect(group.chat.length).toBe(before);
  await asks("Зухра", "Где вход?");
  await city.tellGroups();
  expect(group.screen).toContain(t("thread.still_waiting", { count: 1, when: "" }).split(" — ")[0]);
});
