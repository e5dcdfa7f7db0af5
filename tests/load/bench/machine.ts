import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { administer } from "../../support/administer.ts";

/** What a figure depends on, in words. */
export async function describeMachine(databaseUrl: string) {
  const { rows } = await administer(databaseUrl, "SHOW server_version");
  return {
    cores: `${availableParallelism()} cores${cpus()[0]?.model ? ` (${cpus()[0]?.model.trim()})` : ""}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: `Node ${process.version.slice(1)}`,
    postgres: `PostgreSQL ${String((rows[0] as { server_version?: string })?.server_version)}`,
    // Other programs on the machine make every figure worse; whoever compares should see them.
    load: `load ${loadavg()[0]?.toFixed(1)} at the start`,
  };
}
