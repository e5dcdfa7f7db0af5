import { expect, it } from "vitest";
import { type ImportSummary, recognise } from "../../../../bot/imports/import-store.ts";
import type { Acted } from "../../../../bot/staff/act-store.ts";
import { runImport } from "../../../../flows/staff/importing/run-import.ts";
import { openCity } from "../../../support/city.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });

const bytes = Buffer.from("Title;Start\nOne;05.12.2026 18:30\nTwo;06.12.2026 18:30\nThree;07.12.2026 18:30");
const format = recognise("a.csv", bytes);

it("an import that takes longer than its chat waits goes on, tells its progress, and says later how it ended", async () => {
  const admin = await colleague(city, "en", "admin");
  const progress: number[] = [];
  const now = (): Date => {
    city.clock.advance({ seconds: 2 });
    return city.clock.now();
  };
  const ended = Promise.withResolvers<Acted<ImportSummary> | { kind: "failed" }>();
  if (format === undefined) throw new Error("a table is a table");
  const onProgress = async (taken: number) => void progress.push(taken);
  const onLateEnd = async (outcome: Acted<ImportSummary> | { kind: "failed" }) => ended.resolve(outcome);
  const actor = { by: admin.user.id, now: city.clock.now() };
  const run = { format, name: "a.csv", bytes, onProgress, onLateEnd };
  expect(await runImport({ ...city.services, clock: { now } }, actor, run, 0)).toEqual({ kind: "running" });
  expect(await ended.promise).toMatchObject({ kind: "done", value: { created: 3 } });
  expect(progress).toEqual([2]);
});
