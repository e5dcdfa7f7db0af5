import { createHmac } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attendanceJob } from "../../../bot/classes/attendance/attendance-job.ts";
import { certificatesJob } from "../../../bot/classes/certificates/certificates-job.ts";
import { zoomWebhook } from "../../../bot/web/zoom-webhook.ts";
import { ZoomClient } from "../../../bot/zoom/client/client.ts";
import { ZoomWorker } from "../../../bot/zoom/tasks/worker.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { startZoomServer, type ZoomServer } from "../../support/zoom-server.ts";
import { urlOf } from "../drive.ts";
import { schoolIn } from "./school.ts";

const city = openCity({ plant: false });
const school = schoolIn(city);
const t = words.for("tt");
const account = { accountId: "account", clientId: "client", clientSecret: "secret" };
let zoom: ZoomServer;

beforeAll(async () => {
  zoom = await startZoomServer({ accounts: [account], clock: city.clock });
});
afterAll(() => zoom.close());

const minutes = (count: number) => city.clock.advance({ seconds: count * 60 });

async function askZoom(): Promise<void> {
  const client = new ZoomClient({ account, clock: city.clock, apiRoot: `${zoom.root}/v2`, oauthRoot: zoom.root });
  await new ZoomWorker({ ...city.services, clients: [client] }).drain();
}

/** What Zoom posts when somebody comes or goes, signed as Zoom signs it. */
async function zoomTells(kind: "joined" | "left", registrantId: string): Promise<number> {
  const time = city.clock.now().toISOString();
  const participant = { registrant_id: registrantId, [kind === "joined" ? "join_time" : "leave_time"]: time };
  const body = JSON.stringify({ event: `meeting.participant_${kind}`, payload: { object: { participant } } });
  const timestamp = String(Math.floor(city.clock.now().getTime() / 1_000));
  const signature = createHmac("sha256", "webhook-secret").update(`v0:${timestamp}:${body}`).digest("hex");
  const headers = { "x-zm-signature": `v0=${signature}`, "x-zm-request-timestamp": timestamp };
  const app = zoomWebhook(city.services, ["webhook-secret"]);
  return (await app.request("/zoom/webhook", { method: "POST", body, headers })).status;
}

async function enrols(person: Person, title: string, confirm: string): Promise<number> {
  const taps = [title, "", t("enrol.agree"), confirm];
  for (const [index, label] of taps.entries()) {
    const into = person.latest?.keyboard
      .flat()
      .find((key) => "callback_data" in key && key.callback_data.startsWith("eb:"));
    await person.taps(label || (into?.text ?? "?"));
    if (index === 2) await person.sharesContact();
  }
  return taps.length;
}

it("from “I want to learn” to the certificate, in Tatar", async () => {
  const { title, groupId } = await school.opens({ capacity: 1, lessonsIn: [24] });
  const alsu = await school.learner("tt");
  const gulnara = await school.learner("tt");
  expect(await enrols(alsu, title, t("enrol.confirm"))).toBe(4);
  alsu.sees("Сез язылдыгыз!");
  await enrols(gulnara, title, t("enrol.queue"));
  gulnara.sees("Сез чиратта, номерыгыз — 1.");

  // The first leaves, the second is offered the place and takes it.
  await alsu.taps(t("classes.own"));
  await alsu.taps(title);
  await alsu.taps(t("classes.leave"));
  await alsu.taps(t("classes.leave_yes"));
  await city.deliver();
  gulnara.sees(title);
  await gulnara.taps(t("offer.accept"));
  await askZoom();

  // A quarter of an hour before, and not sooner, she gets a link that is her own.
  minutes(24 * 60 - 16);
  await city.deliver();
  expect(
    gulnara.chat.flatMap(({ keyboard }) => keyboard.flat()).filter((key) => "url" in key && key.url.includes("zoom")),
  ).toEqual([]);
  minutes(1);
  await city.deliver();
  const registrant = await city.services.database.registrant.findFirstOrThrow({ where: { cancelledAt: null } });
  expect(urlOf(gulnara, t("lesson.join.button"))).toBe(registrant.joinUrl);
  expect(
    alsu.chat.flatMap(({ keyboard }) => keyboard.flat()).some((key) => "url" in key && key.url === registrant.joinUrl),
  ).toBe(false);

  // She comes a little late and stays; Zoom tells it.
  minutes(20);
  expect(await zoomTells("joined", registrant.registrantId)).toBe(200);
  minutes(50);
  expect(await zoomTells("left", registrant.registrantId)).toBe(200);
  minutes(30);
  await attendanceJob(city.services).run(city.clock.now());
  minutes(60);
  await certificatesJob(city.services).run(city.clock.now());
  await city.deliver();
  const file = gulnara.chat.findLast(({ document }) => document)?.document;
  const bytes = city.telegram.fileBytes(file?.fileId ?? "");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes ?? [])), { mergePages: true });
  expect(text).toContain(gulnara.name);
  expect(text).toContain(title);
  const { code } = await city.services.database.certificate.findFirstOrThrow({ where: { enrolment: { groupId } } });
  await alsu.says(`/start c_${code}`);
  alsu.sees(gulnara.name);
});
