import { Gauge } from "prom-client";
import type { Config } from "../config/config.ts";
import type { Database } from "../database/database.ts";
import { BulkPace } from "../delivery/sending/bulk-pace.ts";
import { measurePressure } from "../delivery/sending/pressure.ts";
import type { Metrics } from "../metrics.ts";

/** How the bulk lane yields in this program, as it is configured, told in /metrics. `inHand`: updates of each door. */
export function openBulkPace(
  { bulkYields, bulkRate }: Pick<Config, "bulkYields" | "bulkRate">,
  {
    database,
    metrics,
    inHand,
  }: { database: Database; metrics: Metrics; inHand: Parameters<typeof measurePressure>[1] },
): BulkPace {
  const bulk = new BulkPace(bulkYields ? measurePressure(database, inHand) : undefined);
  const gauge = new Gauge({
    name: "ishek_bulk_pace",
    help: "Messages of the bulk lane a second that may go: TELEGRAM_BULK_RATE, or less while people wait for replies.",
    registers: [metrics.registry],
  });
  metrics.addProbe(async () => gauge.set(Math.min(bulk.perSecond, bulkRate)));
  return bulk;
}
