import { once } from "node:events";
import { expect, it } from "vitest";
import type { FeedFormat } from "../../../../bot/feeds/feed-format.ts";
import { RunningImports } from "../../../../bot/feeds/preview/running.ts";
import { previewFile } from "../../../../flows/staff/importing/look-through.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity } from "../../../support/city.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });

/** A source of which nothing comes, as of a server that has gone to sleep; tells when somebody waits for it. */
function silence() {
  const waiting = Promise.withResolvers<void>();
  const format: FeedFormat = {
    source: "sheet",
    async *records(_, { signal }) {
      waiting.resolve();
      if (signal && !signal.aborted) await once(signal, "abort");
      signal?.throwIfAborted();
      yield* [];
    },
  };
  return { file: { format, bytes: new Uint8Array() }, isWaitedFor: waiting.promise };
}

const aborted = { kind: "done", value: { read: 0, stopped: { kind: "asked" } } };
const actorOf = async () => {
  const admin = await colleague(city, "en", "admin");
  return { by: await idOf(city.services.database, admin), now: city.clock.now() };
};

it("a look at a file that takes too long ends by itself", async () => {
  expect(await previewFile(city.services, await actorOf(), silence().file, 0)).toMatchObject(aborted);
});

it("a look at a file ends when the same person has one looked through again, and not by anybody else's", async () => {
  const [alsu, timur] = [await actorOf(), await actorOf()];
  const looks = [silence(), silence(), silence()] as const;
  const first = previewFile(city.services, alsu, looks[0].file);
  await looks[0].isWaitedFor;
  const other = previewFile(city.services, timur, looks[1].file);
  await looks[1].isWaitedFor;
  const again = previewFile(city.services, alsu, looks[2].file);
  expect(await first).toMatchObject(aborted);
  await looks[2].isWaitedFor;
  const last = [
    previewFile(city.services, alsu, silence().file, 0),
    previewFile(city.services, timur, silence().file, 0),
  ];
  expect(await Promise.all([again, other, ...last])).toMatchObject([aborted, aborted, aborted, aborted]);
});

it("a look at a file ends with the program", async () => {
  const stop = new AbortController();
  const look = silence();
  const imports = new RunningImports(stop.signal);
  const seen = previewFile({ ...city.services, imports }, await actorOf(), look.file);
  await look.isWaitedFor;
  stop.abort();
  expect(await seen).toMatchObject(aborted);
});
