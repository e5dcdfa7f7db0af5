import pg from "pg";
import { connectTimeout } from "../database.ts";
import { bytesBehind } from "./watch.ts";

/** Asks a primary and its replica how far one is behind the other, as `bytesBehind` says it. Throws what a connection throws. */
export async function inspectReplica(primaryUrl: string, replicaUrl: string): Promise<number | undefined> {
  const [primary, replica] = [connectionTo(primaryUrl), connectionTo(replicaUrl)] as const;
  try {
    await primary.connect();
    await replica.connect();
    return await bytesBehind(primary, replica);
  } finally {
    await Promise.all([primary, replica].map((client) => client.end().catch(() => {})));
  }
}

function connectionTo(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeout(url),
    application_name: "ishek doctor",
  });
  return client.on("error", () => {});
}
