import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { describe, expect, it, onTestFinished } from "vitest";
import { programAt, runProgram } from "../support/program.ts";

const monitoring = fileURLToPath(new URL("../../docs/monitoring", import.meta.url));
const alerts = join(monitoring, "alerts.yml");
const promtool = programAt("promtool");

/**
 * What Prometheus sees of one instance, minute by minute and in its own notation, where an alert has to ring after `at` minutes, and
 * where (after `silentAt`) it may not. A counter comes to life with its first count: that one rings, too.
 */
const cases: readonly [
  alert: string,
  series: string,
  rings: string,
  isSilent: string,
  at?: number,
  silentAt?: number,
][] = [
  ["IshekDown", "up", "1 0x20", "1x20"],
  ["IshekDatabaseAway", "ishek_database_up", "1 0x20", "1x20"],
  ["IshekUpdatesFail", 'ishek_update_failures_total{screen="button nh"}', "_x10 1x10", "5x20"],
  ["IshekUpdatesComeAgain", 'ishek_updates_total{outcome="again"}', "0+20x20", "0+1x20"],
  ["IshekUpdateGivenUp", 'ishek_updates_total{outcome="given up"}', "_x10 1x10", "3x80", 20, 75],
  ["IshekAnswersSlow", 'ishek_update_seconds_bucket{le="10"}', "0+100x30", "0x30", 30],
  ["IshekDoorSilent", 'ishek_telegram_calls_total{door="a",outcome="no answer"}', "0+10x20", "0+1x20"],
  ["IshekThrottled", 'ishek_telegram_calls_total{door="a",outcome="429"}', "0+20x40", "0+1x40", 30],
  ["IshekDeliveriesLate", 'ishek_delivery_late_seconds_bucket{lane="urgent",le="300"}', "0+9x40", "0x40", 30],
  ["IshekDeliveriesUncertain", 'ishek_deliveries_total{lane="bulk",outcome="uncertain"}', "_x10 2x10", "7x80", 20, 75],
  ["IshekJobFails", 'ishek_job_runs_total{timed_job="digests",outcome="failed"}', "_x10 1x10", "2x80", 20, 75],
  ["IshekJobMissing", 'ishek_job_last_success_timestamp_seconds{timed_job="digests"}', "0x1600", "90000x1600", 1_550],
  ["IshekFeedsFail", 'ishek_feeds{state="failing"}', "1x1500", "0x1500", 1_450],
  ["IshekAnnouncementPaused", 'ishek_announcements{state="paused"}', "1x60", "0x60", 40],
  ["IshekZoomRefuses", 'ishek_zoom_calls_total{outcome="refused"}', "1+1x40", "4x40", 35],
  ["IshekConnectionsWaitedFor", 'ishek_database_connections{state="waited for"}', "9x20", "0x20"],
  ["IshekReplicaUnused", 'ishek_replica{state="late"}', "1x20", "_x20"],
  ["IshekNothingFound", 'ishek_searches_of_a_day{outcome="nothing"}', "90x1500", "9x1500", 1_450],
  ["IshekLoopBlocked", "nodejs_eventloop_lag_p99_seconds", "0.9x30", "0.1x30"],
  ["IshekMemory", "process_resident_memory_bytes", "900000000x30", "300000000x30", 20],
];

/** What else has to be there: the other buckets of a histogram, the other jobs, what was found. */
const besides: Readonly<Record<string, readonly string[]>> = {
  IshekAnswersSlow: ['ishek_update_seconds_bucket{le="1"}', 'ishek_update_seconds_bucket{le="+Inf"}'],
  IshekDeliveriesLate: [
    'ishek_delivery_late_seconds_bucket{lane="urgent",le="60"}',
    'ishek_delivery_late_seconds_bucket{lane="urgent",le="+Inf"}',
  ],
  IshekJobMissing: ['ishek_job_last_success_timestamp_seconds{timed_job="lessons"}'],
  IshekNothingFound: ['ishek_searches_of_a_day{outcome="found"}'],
};
const others: Readonly<Record<string, readonly [rings: string, isSilent: string]>> = {
  'ishek_update_seconds_bucket{le="1"}': ["0x30", "0+100x30"],
  'ishek_update_seconds_bucket{le="+Inf"}': ["0+100x30", "0+100x30"],
  'ishek_delivery_late_seconds_bucket{lane="urgent",le="60"}': ["0x40", "0+9x40"],
  'ishek_delivery_late_seconds_bucket{lane="urgent",le="+Inf"}': ["0+9x40", "0+9x40"],
  'ishek_job_last_success_timestamp_seconds{timed_job="lessons"}': ["90000x1600", "90000x1600"],
  'ishek_searches_of_a_day{outcome="found"}': ["10x1500", "91x1500"],
};

/** A series as the job `ishek` scrapes it. */
const scraped = (series: string) =>
  series.includes("{") ? series.replace("}", ',job="ishek",instance="a"}') : `${series}{job="ishek",instance="a"}`;

it("each alert has a case", async () => {
  const { groups } = load(await readFile(alerts, "utf8")) as { groups: { rules: { alert: string }[] }[] };
  expect(cases.map(([alert]) => alert)).toEqual(groups.flatMap(({ rules }) => rules.map(({ alert }) => alert)));
});

describe.skipIf(promtool === undefined)("for Prometheus itself (promtool, of Debian's package prometheus)", () => {
  it("the rules and the configuration are right", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ishek-prometheus-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "prometheus.yml");
    const config = await readFile(join(monitoring, "prometheus.yml"), "utf8");
    await writeFile(file, config.replace("/etc/prometheus/alerts.yml", alerts));
    expect(await runProgram(promtool ?? "", ["check", "config", file])).toMatchObject({ code: 0 });
    expect(await runProgram(promtool ?? "", ["check", "rules", alerts])).toMatchObject({ code: 0 });
  });

  it.each(cases)(
    "%s rings where it has to, and is silent elsewhere",
    async (alert, series, rings, isSilent, at = 15, silentAt = at) => {
      const folder = await mkdtemp(join(tmpdir(), "ishek-prometheus-"));
      onTestFinished(() => rm(folder, { recursive: true }));
      for (const hasToRing of [true, false]) {
        const values = (one: string) => others[one]?.[hasToRing ? 0 : 1] ?? (hasToRing ? rings : isSilent);
        const input = [series, ...(besides[alert] ?? [])].map((one) => ({ series: scraped(one), values: values(one) }));
        const count = `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`;
        const test = {
          rule_files: [alerts],
          evaluation_interval: "1m",
          tests: [
            {
              interval: "1m",
              input_series: input,
              promql_expr_test: [
                {
                  expr: count,
                  eval_time: `${hasToRing ? at : silentAt}m`,
                  exp_samples: [{ labels: "{}", value: hasToRing ? 1 : 0 }],
                },
              ],
            },
          ],
        };
        const file = join(folder, "test.yml");
        await writeFile(file, JSON.stringify(test));
        const { code, said } = await runProgram(promtool ?? "", ["test", "rules", file]);
        expect({ alert, hasToRing, code, said: code === 0 ? "" : said }).toEqual({
          alert,
          hasToRing,
          code: 0,
          said: "",
        });
      }
    },
  );
});
