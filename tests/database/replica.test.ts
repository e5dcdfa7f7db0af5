import { afterAll, describe, expect, it } from "vitest";
import type { Services } from "../../bot/context.ts";
import { type Database, replicaOf } from "../../bot/database/database.ts";
import type { ListReadFrom } from "../../bot/database/replica/routing.ts";
import type { ReplicaState } from "../../bot/database/replica/watch.ts";
import { checkReplica } from "../../bot/doctor/check-replica.ts";
import { createClientOptions } from "../../bot/doors/telegram/client/client.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../bot/doors/telegram/intake/update-handler.ts";
import { Metrics } from "../../bot/metrics.ts";
import { createBot, redraws } from "../../flows/bot.ts";
import { editorsOf } from "../flows/staff/programme/editors.ts";
import { colleague } from "../flows/staff/team.ts";
import { createMigrated } from "../load/demo-database.ts";
import { idOf } from "../support/addresses.ts";
import { openCity, words } from "../support/city.ts";
import { openInstance } from "../support/database.ts";
import { patience } from "../support/patience.ts";
import { startReplicated } from "../support/standby.ts";
import type { Handle } from "../support/telegram-side.ts";

const replicated = await startReplicated(async (server) => new URL(await createMigrated(server)).pathname.slice(1));

/** Two instances, which read lists at the replica however old it is: a slow machine makes no difference. */
const asked: ListReadFrom[][] = [[], []];
const instances = asked.map((from) =>
  openInstance(replicated.primary, {
    replica: { url: replicated.standby, oldest: patience, onRead: (each) => from.push(each) },
  }),
);
const [first, second] = instances as [Database, Database];
let other: Handle | undefined;
let turn = 0;
const city = openCity({
  plant: false,
  database: async () => first,
  // Updates come to either instance in turn, as behind a balancer.
  intake: (handle) => (update, isKept) => {
    other ??= instanceOf({ ...city.services, database: second });
    turn += 1;
    return turn % 2 === 0 ? handle(update, isKept) : other(update, isKept);
  },
});
const { concert, opens } = editorsOf(city);
const t = words.for("ru");
const title = "Концерт при свечах";

function instanceOf(services: Services): Handle {
  const { token, bot: botInfo, apiRoot } = city.telegram;
  const bot = createBot(services, { token, botInfo, client: createClientOptions(apiRoot) });
  return createUpdateHandler(bot, {
    services,
    receipts: new Receipts(services.database),
    metrics: new Metrics(),
    redraws,
  }).finish;
}

afterAll(async () => {
  for (const database of instances) await database.$disconnect();
  await replicated.stop();
});

const areUsed = async () => {
  for (const database of instances) await database.$connect();
  await expect.poll(() => instances.every((database) => (replicaOf(database)?.age ?? patience) < patience)).toBe(true);
};
const forget = () => {
  for (const from of asked) from.splice(0);
};

describe("lists and search, with two instances and a replica", () => {
  it("are read there, and all else is not", async () => {
    await areUsed();
    const resident = city.telegram.person("Алсу", { languageCode: "ru" });
    await resident.says("/start");
    forget();
    for (const said of ["/tonight", "/tonight", "джаз", "джаз"]) await resident.says(said);
    expect(asked.map((from) => new Set(from))).toEqual([new Set(["replica"]), new Set(["replica"])]);
  });

  it("show a change at once to whoever made it, whichever instance they come to, and to others when the replica has it", async () => {
    await concert(title);
    const editor = await colleague(city, "ru", "admin");
    const resident = await colleague(city, "ru");
    await areUsed();
    await replicated.pause();
    await opens(editor, title, "ru");
    await editor.taps(t("programme.edit.move"));
    await editor.says("20 ноября 19:30");
    await editor.taps(t("programme.yes.move"));
    for (const _ of instances) {
      await editor.says("/tonight");
      editor.sees(title);
      await editor.says("концерт сегодня вечером");
      editor.sees("19:30");
    }
    // The control: the replica does not have it, and is what everybody else reads.
    for (const _ of instances) {
      await resident.says("/tonight");
      resident.doesNotSee(title);
    }
    // The control: so would the editor, were it not noted that they changed something.
    const id = await idOf(first, editor);
    await first.person.update({ where: { id }, data: { changedAt: null } });
    await editor.says("/tonight");
    editor.doesNotSee(title);
    await replicated.resume();
    const looks = async () => {
      await resident.says("/tonight");
      return resident.screen;
    };
    await expect.poll(looks).toContain(title);
  });
});

describe("a replica that is no good", () => {
  /** An instance of its own, and what it was told of its replica. */
  function watching(url: string, oldest: number): ReplicaState[] {
    const states: ReplicaState[] = [];
    const database = openInstance(replicated.primary, {
      replica: { url, oldest, onState: (state) => states.push(state) },
    });
    instances.push(database);
    void database.$connect();
    return states;
  }

  it("is told of once: one further behind than lists may be, and again when it has caught up", async () => {
    const states = watching(replicated.standby, 1_000);
    await expect.poll(() => states).toEqual(["used"]);
    await replicated.pause();
    await first.person.updateMany({ data: { lastSeenAt: city.clock.now() } });
    await expect.poll(() => states).toEqual(["used", "late"]);
    await replicated.resume();
    await expect.poll(() => states).toEqual(["used", "late", "used"]);
  });

  it("is told of: the primary itself, and another database", async () => {
    const elsewhere = Object.assign(new URL(replicated.standby), { pathname: "/postgres" }).href;
    for (const url of [replicated.primary, elsewhere]) {
      const states = watching(url, patience);
      await expect.poll(() => states).toEqual(["other"]);
    }
  });

  it("is what the doctor speaks of", async () => {
    const look = (url: string) => checkReplica(replicated.primary, url);
    expect(await look(replicated.standby)).toMatchObject({ health: "ok" });
    expect(await look(replicated.primary)).toMatchObject({ health: "broken" });
    const nowhere = Object.assign(new URL(replicated.standby), { port: "1" }).href;
    expect(await look(nowhere)).toMatchObject({ health: "look", text: expect.stringContaining("ECONNREFUSED") });
  });

  it("is away: the primary answers, and nobody notices", async () => {
    const states = watching(replicated.standby, patience);
    await expect.poll(() => states).toEqual(["used"]);
    const resident = await colleague(city, "ru");
    forget();
    await replicated.stopStandby();
    await resident.says("/tonight");
    resident.sees(title);
    await resident.says("/tonight");
    expect(new Set(asked.flat())).toEqual(new Set(["unfit"]));
    await expect.poll(() => states).toEqual(["used", "away"]);
  });
});
