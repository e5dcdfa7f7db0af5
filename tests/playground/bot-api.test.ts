import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { methods } from "../../playground/api/methods/all.ts";

type Field = { name: string; required: boolean };
type BotApi = { methods: Record<string, { fields?: Field[] }> };

const file = new URL("../../../shared/data/bot-api.json", import.meta.url);
const isPresent = existsSync(file);
if (!isPresent) console.warn("SKIPPED: the Bot API as data is not here, parameter lists are not compared with it.");

const botApi: BotApi = isPresent ? JSON.parse(readFileSync(file, "utf8")) : { methods: {} };

/** Required here because the other way to name a message, inline_message_id, is not modelled. */
const requiredHere = ["chat_id", "message_id", "text"];

describe.skipIf(!isPresent)("each method has the parameters of the Bot API", () => {
  it.each([...methods])("%s", (name, method) => {
    const fields = botApi.methods[name]?.fields ?? [];
    expect(Object.keys(method.parameters.shape).toSorted()).toEqual(fields.map((field) => field.name).toSorted());

    const issues = method.parameters.safeParse({}).error?.issues ?? [];
    const required = issues.map((issue) => String(issue.path[0]));
    const requiredThere = fields.filter((field) => field.required).map((field) => field.name);
    expect(required).toEqual(expect.arrayContaining(requiredThere));
    expect(
      required.filter((parameter) => !requiredThere.includes(parameter) && !requiredHere.includes(parameter)),
    ).toEqual([]);
  });
});
