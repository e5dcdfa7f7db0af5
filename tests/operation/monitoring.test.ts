import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { screenOf } from "../../bot/doors/telegram/intake/screen-of.ts";
import { Metrics } from "../../bot/metrics.ts";
import { addStateMetrics } from "../../bot/operation/state-metrics.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import { stoppedClock } from "../support/telegram.ts";

const read = (path: string) => readFile(fileURLToPath(new URL(`../../docs/${path}`, import.meta.url)), "utf8");

const rules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Ishek\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smhd]$/)
            .optional(),
          labels: z.object({ severity: z.enum(["page", "ticket"]) }),
          annotations: z.object({ summary: z.string().endsWith(".") }),
        }),
      ),
    }),
  ),
});
const grid = z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() });
const dashboard = z.object({
  title: z.string(),
  uid: z.string(),
  schemaVersion: z.int().min(36),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
  panels: z.array(
    z.object({
      id: z.int(),
      title: z.string().min(1),
      type: z.enum(["timeseries", "stat"]),
      gridPos: grid,
      targets: z.array(z.object({ refId: z.string(), expr: z.string() })).min(1),
    }),
  ),
});

const { database } = await testDatabase();
const clock = stoppedClock();
const metrics = new Metrics();
metrics.build("0.0.0");
addStateMetrics(metrics, { database, clock });
const alerts = rules.parse(load(await read("monitoring/alerts.yml"))).groups.flatMap((group) => group.rules);
const board = dashboard.parse(JSON.parse(await read("monitoring/dashboard.json")));

/** The metrics that /metrics tells, with their labels. */
async function told(): Promise<Map<string, string[]>> {
  await metrics.page();
  const all = await metrics.registry.getMetricsAsJSON();
  const labels = new Map<string, string[]>();
  for (const { name } of all) {
    const metric = metrics.registry.getSingleMetric(name);
    const names = metric && "labelNames" in metric && Array.isArray(metric.labelNames) ? metric.labelNames : [];
    labels.set(name, names.map(String));
  }
  return labels;
}

/** The metrics of an expression with the labels that it asks for: `{lane="urgent"}` and `by (le, lane)`. */
function asked(expr: string): { names: string[]; labels: string[] } {
  const names = [...expr.matchAll(/\b(?:ishek|process|nodejs)_\w+/g)].map(([name]) => name.replace(/_bucket$/, ""));
  const inBraces = [...expr.matchAll(/(\w+)=~?"/g)].map(([, label = ""]) => label);
  const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = ""]) => list.split(/,\s*/));
  // What Prometheus adds to each series, and to the buckets of a histogram.
  return { names, labels: [...inBraces, ...grouped].filter((label) => !["job", "instance", "le"].includes(label)) };
}

describe.each([
  ["alerts.yml", alerts.map(({ alert, expr }) => [alert, expr] as const)],
  ["dashboard.json", board.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const))],
])("docs/monitoring/%s", (file, expressions) => {
  it("asks for metrics and labels that there are", async () => {
    const known = await told();
    expect(expressions.length).toBeGreaterThan(15);
    for (const [title, expr] of expressions) {
      const { names, labels } = asked(expr);
      // "up" is Prometheus' own.
      if (!/^up\b/.test(expr)) expect({ title, names }).not.toEqual({ title, names: [] });
      expect(names.filter((name) => !known.has(name))).toEqual([]);
      const own = names.flatMap((name) => known.get(name) ?? []);
      // "job" and "instance" are Prometheus' own: a label of ours by that name would become "exported_job".
      expect(own.filter((label) => label === "job" || label === "instance")).toEqual([]);
      expect({ title, missing: labels.filter((label) => !own.includes(label)) }).toEqual({ title, missing: [] });
    }
    expect(file).toMatch(/^\w/);
  });
});

it("each alert has its paragraph for whoever is woken, and each paragraph its alert", async () => {
  const runbook = await read("operations.md");
  const paragraphs = [...runbook.matchAll(/^### (Ishek\w+)\n\S.{80,}/gm)].map(([, name]) => name);
  expect(paragraphs).toEqual(alerts.map(({ alert }) => alert));
});

it("the dashboard's panels have numbers of their own and do not overlap", () => {
  expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  const cells = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, index) => `${x + (index % w)}:${y + Math.floor(index / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(board.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
});

it("/metrics tells the state of what no counter tells, measured when it is asked", async () => {
  const person = await database.person.create({ data: personRow(clock.now(), {}) });
  const search = { personId: person.id, chatKey: "telegram:1", text: "джаз" };
  const at = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000);
  await database.searchQuery.createMany({
    data: [
      { ...search, id: "1", found: 0, askedAt: at(1) },
      { ...search, id: "2", found: 3, askedAt: at(2) },
      { ...search, id: "3", found: 3, askedAt: at(3) },
      { ...search, id: "4", found: 0, askedAt: at(2_000) },
    ],
  });
  const now = clock.now();
  const feed = {
    kind: "rss",
    hour: 4,
    action: "draft",
    createdAt: now,
    nextAt: now,
    address: "https://x.example",
  } as const;
  await database.feed.createMany({ data: [feed, { ...feed, failures: 2 }, { ...feed, pausedAt: now }] });
  metrics.job("digests", "done", now);
  metrics.job("digests", "failed", now);
  metrics.failure("button nh");
  const page = await metrics.page();
  for (const line of [
    "ishek_database_up 1",
    'ishek_searches_of_a_day{outcome="nothing"} 1',
    'ishek_searches_of_a_day{outcome="found"} 2',
    'ishek_feeds{state="well"} 1',
    'ishek_feeds{state="failing"} 1',
    'ishek_feeds{state="paused"} 1',
    'ishek_announcements{state="paused"} 0',
    'ishek_job_runs_total{timed_job="digests",outcome="failed"} 1',
    `ishek_job_last_success_timestamp_seconds{timed_job="digests"} ${now.getTime() / 1_000}`,
    'ishek_update_failures_total{screen="button nh"} 1',
    `ishek_build_info{version="0.0.0",node="${process.versions.node}"} 1`,
  ])
    expect(page).toContain(line);
  expect(page).toMatch(/ishek_database_connections\{state="idle"\} [1-9]/);
});

it.each([
  [{ callback_query: { data: "nh:12" } }, "button nh"],
  [{ message: { text: "/tonight" } }, "command tonight"],
  [{ message: { text: "/x Алсу, +7 900 000-00-00" } }, "command x"],
  [{ message: { text: "Алсу" } }, "message"],
])("the screen of %j is %s", (update, screen) => {
  expect(screenOf(Object.assign({ update_id: 1 }, update) as Parameters<typeof screenOf>[0])).toBe(screen);
});
