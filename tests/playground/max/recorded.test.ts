import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newMessageBody, subscriptionRequest } from "../../../playground/max/api/contract.ts";
import { recordedIn, tellSkipped } from "../../support/max/max-recordings.ts";
import { callMax, openMax } from "./open-max.ts";

const contract = recordedIn("max-api.json");
const fixtures = recordedIn("max-fixtures");

interface Schema {
  properties?: Record<string, { maxLength?: number; minLength?: number; pattern?: string }>;
  allOf?: Schema[];
  discriminator?: { mapping: Record<string, string> };
}

/** The properties of a schema of the contract, those of its parts among them. */
function propertiesOf(schema: Schema | undefined): NonNullable<Schema["properties"]> {
  return Object.assign({}, schema?.properties, ...(schema?.allOf ?? []).map(propertiesOf));
}

describe.skipIf(contract === undefined)("the contract of 1 July 2026", () => {
  let schemas: Record<string, Schema> = {};
  beforeAll(() => {
    schemas = JSON.parse(readFileSync(contract ?? "", "utf8")).components.schemas;
  });

  it("knows every field of a message that the playground takes, and no other", () => {
    expect(Object.keys(newMessageBody.shape).sort()).toEqual(
      Object.keys(propertiesOf(schemas["NewMessageBody"])).sort(),
    );
    expect(propertiesOf(schemas["NewMessageBody"])["text"]?.maxLength).toBe(4_000);
    expect(newMessageBody.safeParse({ text: "а".repeat(4_000) }).success).toBe(true);
    expect(newMessageBody.safeParse({ text: "а".repeat(4_001) }).success).toBe(false);
  });

  it("has the buttons that the playground takes", () => {
    const json = JSON.stringify(z.toJSONSchema(newMessageBody, { unrepresentable: "any" }));
    for (const type of Object.keys(schemas["Button"]?.discriminator?.mapping ?? {})) {
      if (type === "chat") continue;
      expect(json).toContain(`"const":"${type}"`);
    }
    expect(propertiesOf(schemas["CallbackButton"])["payload"]?.maxLength).toBe(1_024);
    expect(propertiesOf(schemas["LinkButton"])["url"]?.maxLength).toBe(2_048);
  });

  it("wants the same of a subscription", () => {
    const { secret } = propertiesOf(schemas["SubscriptionRequestBody"]);
    for (const given of ["abcd", "abcde", "a b c d e", "a_-Z9".repeat(20)])
      expect(subscriptionRequest.safeParse({ url: "https://x.example", secret: given }).success).toBe(
        new RegExp(secret?.pattern ?? "").test(given),
      );
  });
});

describe.skipIf(fixtures === undefined)("what was recorded of MAX", () => {
  const recorded = (name: string) => JSON.parse(readFileSync(`${fixtures}/${name}.json`, "utf8"));

  /** The names of all fields, with those of what they hold. Pictures of people are left out: ours have none. */
  function fieldsOf(value: unknown, path = ""): string[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
    return Object.entries(value)
      .filter(([key]) => !key.endsWith("avatar_url"))
      .flatMap(([key, part]) => fieldsOf(part, `${path}.${key}`))
      .sort();
  }

  it.each(["bot_started", "bot_stopped", "dialog_removed", "dialog_muted", "dialog_unmuted", "message_callback"])(
    "%s has the fields that the playground's has",
    async (kind) => {
      const max = await openMax({ limits: "lifted" });
      const john = max.person("John", { lastName: "Doe", hasStarted: true });
      await callMax(max, `POST /messages?user_id=${john.user.id}`, {
        text: "Hello",
        attachments: [
          { type: "inline_keyboard", payload: { buttons: [[{ type: "callback", text: "a", payload: "picture" }]] } },
        ],
      });
      const act = {
        bot_started: () => john.starts(),
        bot_stopped: () => john.stops(),
        dialog_removed: () => john.deletesDialog(),
        dialog_muted: () => john.mutes(new Date(1_775_027_479_470)),
        dialog_unmuted: () => john.unmutes(),
        message_callback: () => john.taps("a"),
      }[kind];
      void act?.();
      await expect.poll(() => max.pendingUpdates).toBeGreaterThan(0);
      const { body } = await callMax(max, "GET /updates?timeout=0&marker=1");
      const [update] = body["updates"] as { update_type: string; message?: { body?: { attachments?: unknown } } }[];
      // The recorded press was on a message without its keyboard.
      if (update?.message?.body) delete update.message.body.attachments;
      expect(fieldsOf(update)).toEqual(fieldsOf(recorded(`webhook.${kind}`)));
    },
  );

  it("refuses tokens in the recorded words", async () => {
    const max = await openMax();
    const answer = await callMax(max, "GET /me", undefined, { Authorization: "x" });
    expect(answer.body).toEqual(recorded("error.invalid-token"));
  });
});

tellSkipped(contract !== undefined && fixtures !== undefined && existsSync(fixtures));
