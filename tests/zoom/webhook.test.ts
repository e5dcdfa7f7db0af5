import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { zoomWebhook } from "../../bot/web/zoom-webhook.ts";
import { type School, useSchool } from "./school.ts";

const { open } = useSchool();
const secrets = ["CANARY-first-secret", "CANARY-second-secret"];

let school: School;
let lessons: number[];
let alsu: number;
let registrantId: string;

beforeEach(async () => {
  school = await open();
  const groupId = await school.group([1, 25]);
  alsu = await school.enrol(groupId);
  await school.settle();
  lessons = (await school.database.lesson.findMany({ orderBy: { number: "asc" } })).map(({ id }) => id);
  registrantId = (await school.database.registrant.findUniqueOrThrow({ where: { enrolmentId: alsu } })).registrantId;
});

function post(body: string, { secret = secrets[0] ?? "", at = school.clock.now(), timestamp = "", headers = {} } = {}) {
  const { database, clock } = school;
  const app = zoomWebhook({ database, clock, log: createLog("silent", false) }, secrets);
  const time = timestamp || String(Math.floor(at.getTime() / 1_000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex")}`;
  return app.request("/zoom/webhook", {
    method: "POST",
    body,
    headers: { "x-zm-signature": signature, "x-zm-request-timestamp": time, ...headers },
  });
}

/** As Zoom tells it, with much that we do not need; times in UTC. */
const event = (kind: "joined" | "left", time: string, registrant: string | undefined = registrantId) =>
  JSON.stringify({
    event: `meeting.participant_${kind}`,
    event_ts: 1_795_244_400_000,
    payload: {
      account_id: "account-1",
      object: {
        id: "81000000001",
        topic: "Первые шаги",
        participant: {
          user_name: "Алсу Галиева",
          registrant_id: registrant,
          [kind === "joined" ? "join_time" : "leave_time"]: `2026-11-20T${time}:00Z`,
        },
      },
    },
  });

const presences = async () =>
  (await school.database.presence.findMany({ orderBy: { joinedAt: "asc" } })).map(
    ({ lessonId, enrolmentId, joinedAt, leftAt }) => [
      lessons.indexOf(lessonId) + 1,
      enrolmentId === alsu,
      joinedAt.toISOString().slice(11, 16),
      leftAt?.toISOString().slice(11, 16) ?? null,
    ],
  );

describe("without a fresh signature nothing happens:", () => {
  it.each<[string, Parameters<typeof post>[1]]>([
    ["another secret", { secret: "another" }],
    ["no signature", { headers: { "x-zm-signature": "" } }],
    ["half a signature", { headers: { "x-zm-signature": "v0=" } }],
    ["a time that was not signed", { headers: { "x-zm-request-timestamp": "1795158001" } }],
    ["signed six minutes ago", { at: new Date("2026-11-20T06:54:00Z") }],
    ["signed for a time to come", { at: new Date("2026-11-20T07:06:00Z") }],
    ["no time at all", { timestamp: "now" }],
  ])("%s", async (_, options) => {
    expect((await post(event("joined", "08:00"), options)).status).toBe(401);
    expect(await presences()).toEqual([]);
  });

  it("a body larger than any event", async () => {
    expect((await post(" ".repeat(300_000))).status).toBe(413);
  });
});

it.each(secrets)("proves to Zoom that it is ours, with the app's own secret", async (secret) => {
  const body = JSON.stringify({ event: "endpoint.url_validation", payload: { plainToken: "qgg8vlvZRS6UYooatFL8Aw" } });
  const answer = await post(body, { secret });
  expect(await answer.json()).toEqual({
    plainToken: "qgg8vlvZRS6UYooatFL8Aw",
    encryptedToken: createHmac("sha256", secret).update("qgg8vlvZRS6UYooatFL8Aw").digest("hex"),
  });
});

it("takes times in milliseconds too", async () => {
  expect((await post("{}", { timestamp: String(school.clock.now().getTime()) })).status).toBe(200);
});

it.each([
  ["an event it does not know", '{"event":"meeting.started","payload":{}}'],
  ["no JSON", "{"],
  ["nothing", ""],
  ["an event without its payload", '{"event":"meeting.participant_joined"}'],
])("answers 200 to %s", async (_, body) => {
  expect((await post(body)).status).toBe(200);
});

describe("notes who was there", () => {
  const told = async (...bodies: string[]) => {
    for (const body of bodies) expect((await post(body)).status).toBe(200);
    return presences();
  };

  it("from coming to going, once, however often it is told", async () => {
    const [came, went] = [event("joined", "07:58"), event("left", "09:00")];
    expect(await told(came, came, went, went, came)).toEqual([[1, true, "07:58", "09:00"]]);
  });

  it("when the going is told before the coming", async () => {
    expect(await told(event("left", "08:40"), event("joined", "08:05"))).toEqual([[1, true, "08:05", "08:40"]]);
  });

  it("with two devices, and all told at once", async () => {
    const bodies = [event("joined", "08:00"), event("joined", "08:05"), event("left", "08:20"), event("left", "08:50")];
    await Promise.all(bodies.map((body) => post(body)));
    expect(await presences()).toEqual([
      [1, true, "08:00", "08:50"],
      [1, true, "08:05", "08:20"],
    ]);
  });

  it("from half an hour before the lesson until half an hour after it", async () => {
    expect(await told(event("joined", "07:29"), event("joined", "09:31"))).toEqual([]);
    expect(await told(event("joined", "07:30"))).toEqual([[1, true, "07:30", null]]);
  });

  it("until they went, however late that was", async () => {
    expect(await told(event("joined", "08:00"), event("left", "10:15"))).toEqual([[1, true, "08:00", "10:15"]]);
  });

  it("but nobody who is not registered", async () => {
    expect(await told(event("joined", "08:00", "somebody"), event("joined", "08:00", ""))).toEqual([]);
  });
});
