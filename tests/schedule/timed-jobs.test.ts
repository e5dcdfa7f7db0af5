import { expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { ring } from "../../bot/schedule/timed-jobs.ts";
import { testDatabase } from "../support/database.ts";

const { database } = await testDatabase();
const slot = new Date("2026-11-20T15:15:00Z");
const deps = () => ({
  database,
  log: createLog("silent", false),
  signal: new AbortController().signal,
  pause: () => 1,
});

/** A job that PostgreSQL itself refuses with that SQLSTATE, so many times. */
function refusedJob(name: string, code: string, times: number) {
  const begun: Date[] = [];
  const run = async (at: Date) => {
    begun.push(at);
    if (begun.length <= times)
      await database.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'слова' USING ERRCODE = '${code}'; END $$`);
  };
  return { job: { name, run }, begun };
}

it("a job that finds the database away is run again in its slot, and by nobody else", async () => {
  const { job, begun } = refusedJob("digests", "53300", 3);
  await ring(job, slot, deps());
  expect(begun).toHaveLength(4);
  await ring(job, slot, deps());
  expect(begun).toHaveLength(4);
});

it("a job with a mistake in it is not", async () => {
  const { job, begun } = refusedJob("mistaken", "22012", 3);
  await ring(job, slot, deps());
  expect(begun).toHaveLength(1);
});

it("a job that is interrupted does not hold up the end of the program", async () => {
  const { job, begun } = refusedJob("stopped", "57P03", 1_000_000);
  const stopping = new AbortController();
  const ringing = ring(job, slot, { ...deps(), signal: stopping.signal, pause: () => 3_600_000 });
  await expect.poll(() => begun.length).toBe(1);
  stopping.abort();
  await ringing;
});
