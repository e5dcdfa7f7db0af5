import { once } from "node:events";
import { expect, it } from "vitest";
import { type Imported, previewImport, recognise } from "../../../../bot/feeds/preview/import-store.ts";
import { RunningImports } from "../../../../bot/feeds/preview/running.ts";
import { formatOutcome } from "../../../../bot/feeds/preview/words.ts";
import { runImport } from "../../../../flows/staff/importing/run-import.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
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
  const ended = Promise.withResolvers<Imported | { kind: "failed" }>();
  if (format === undefined) throw new Error("a table is a table");
  const onProgress = async (taken: number) => void progress.push(taken);
  const onLateEnd = async (outcome: Imported | { kind: "failed" }) => ended.resolve(outcome);
  const actor = { by: await idOf(city.services.database, admin), now: city.clock.now() };
  const picture = await pictureOf(bytes, actor);
  const run = { format, name: "a.csv", bytes, picture, onProgress, onLateEnd };
  expect(
    await runImport({ ...city.services, clock: { now }, imports: new RunningImports({ patience: 0 }) }, actor, run),
  ).toEqual({ kind: "running" });
  expect(await ended.promise).toMatchObject({ kind: "done", value: { created: 3 } });
  expect(progress).toEqual([2]);
});

it("an import in the background breaks off between two events when the program stops, which waits until that is told", async () => {
  if (format === undefined) throw new Error("a table is a table");
  const admin = await colleague(city, "en", "admin");
  const stop = new AbortController();
  const imports = new RunningImports({ signal: stop.signal, patience: 0 });
  const events = Array.from({ length: 300 }, (_, index) => `Evening ${index};05.12.2026 18:30`);
  const ends: (Imported | { kind: "failed" })[] = [];
  const file = Buffer.from(["Title;Start", ...events].join("\n"));
  const actor = { by: await idOf(city.services.database, admin), now: city.clock.now() };
  const run = {
    format,
    name: "b.csv",
    bytes: file,
    picture: await pictureOf(file, actor),
    // Progress is told each time, and the program stops at the fifth event.
    onProgress: async (taken: number) => (taken === 5 ? stop.abort() : undefined),
    onLateEnd: async (outcome: (typeof ends)[number]) => {
      await city.services.database.$queryRaw`SELECT 1`;
      ends.push(outcome);
    },
  };
  const now = (): Date => {
    city.clock.advance({ seconds: 3 });
    return city.clock.now();
  };
  expect(await runImport({ ...city.services, clock: { now }, imports }, actor, run)).toEqual({ kind: "running" });
  if (!stop.signal.aborted) await once(stop.signal, "abort");
  await imports.idle();
  const [end] = ends;
  if (end?.kind !== "done") throw new Error("it was told before the program ends");
  expect(end.value).toMatchObject({ created: 5, stopped: { kind: "asked" } });
  expect(String(formatOutcome(end.value, 300, words.for("en")))).toContain("Stopped at 5 of 300");
});

/** What whoever agrees has seen. */
async function pictureOf(file: Uint8Array, actor: { by: number; now: Date }): Promise<string> {
  if (format === undefined) throw new Error("a table is a table");
  const { database, city: settings } = city.services;
  const seen = await previewImport(database, actor, { format, source: file }, { timeZone: settings.timeZone });
  return seen.kind === "done" ? seen.value.picture : "";
}
