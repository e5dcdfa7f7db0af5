import { existsSync } from "node:fs";
import { glob, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { load, YAML11_SCHEMA } from "js-yaml";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { variableNames } from "../../bot/config/config.ts";
import { bundleFolder, freshBundle, stateOf } from "../../scripts/bundle.mjs";
import { staleModules } from "../../scripts/stale-modules.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFile(join(root, path), "utf8");

const service = z.object({
  build: z.string().optional(),
  image: z
    .string()
    .regex(/:[\w.-]+$/)
    .optional(),
  profiles: z.array(z.string()).default([]),
  restart: z.literal("unless-stopped"),
  environment: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.union([z.array(z.string()), z.record(z.string(), z.object({ condition: z.string() }))]).default([]),
  logging: z.object({ options: z.object({ "max-size": z.string() }) }),
  mem_limit: z.string(),
  cap_drop: z.tuple([z.literal("ALL")]),
});
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
  .parse(load(await read("compose.yaml"), { schema: YAML11_SCHEMA }));
const services = Object.entries(compose.services);

describe("compose.yaml", () => {
  it("has one bot by default and two behind PgBouncer in the profile city, with all that watches them", () => {
    const names = (profile: string | undefined) =>
      services.filter(([, { profiles }]) => profiles[0] === profile).map(([name]) => name);
    expect(names(undefined)).toEqual(["bot", "database"]);
    expect(names("city")).toEqual(["city-one", "city-two", "pgbouncer", "web", "prometheus", "grafana"]);
  });

  it.each(services)(
    "%s names services, volumes and files that there are",
    (_, { build, image, depends_on, volumes }) => {
      expect((build === undefined) !== (image === undefined)).toBe(true);
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      expect(needed.filter((name) => !(name in compose.services))).toEqual([]);
      for (const volume of volumes) {
        const [source = ""] = volume.split(":");
        expect({
          source,
          isThere: source.startsWith(".") ? existsSync(join(root, source)) : source in compose.volumes,
        }).toEqual({
          source,
          isThere: true,
        });
      }
    },
  );

  it("opens nothing to the world but the proxy's ports", () => {
    const open = services.filter(([, { ports }]) => ports.some((port) => !port.startsWith("127.0.0.1:")));
    expect(open.map(([name]) => name)).toEqual(["web"]);
  });

  it.each(services.filter(([, { build }]) => build !== undefined))(
    "%s sets variables that the bot reads, and hides other people's passwords from it",
    (_, { environment }) => {
      const set = Object.entries(environment).filter(([, value]) => value !== "");
      expect(set.map(([name]) => name).filter((name) => !variableNames.includes(name))).toEqual([]);
      for (const name of ["POSTGRES_PASSWORD", "DATABASE_PASSWORD", "GRAFANA_PASSWORD"])
        expect(environment[name]).toBe("");
    },
  );
});

describe("a proxy's configuration", () => {
  it.each(["nginx.conf", "Caddyfile", "Caddyfile.city"])(
    "%s forwards all that comes from outside, and nothing else",
    async (file) => {
      const routes = new Set<string>();
      for await (const path of glob("bot/web/*.ts", { cwd: root }))
        for (const [, name = ""] of (await read(path)).matchAll(/\bapp\.(?:get|post)\([`"]\/([\w-]+)\//g))
          routes.add(name);
      expect([...routes].sort()).toEqual([
        "calendar",
        "calendar-file",
        "certificate",
        "max",
        "open",
        "poster",
        "telegram",
        "zoom",
      ]);
      const text = await read(`docs/install/${file}`);
      for (const name of routes) expect(text).toMatch(new RegExp(`[/(|]${name}[/|)]`));
      const rules = text.replace(/^\s*#.*$/gm, "");
      expect(rules).not.toMatch(/metrics|healthz/);
    },
  );
});

describe("the units of systemd", () => {
  it.each(["ishek.service", "ishek-backup.service"])(
    "%s starts what there is, by the Node.js that was installed",
    async (file) => {
      const unit = await read(`docs/install/${file}`);
      const start = /^ExecStart=(.*)$/m.exec(unit)?.[1] ?? "";
      const paths = start.split(" ").filter((word) => word.startsWith("/opt/ishek/"));
      expect(paths[0]).toBe("/opt/ishek/node_modules/node/bin/node");
      expect(existsSync(join(root, paths[1]?.replace("/opt/ishek/", "") ?? ""))).toBe(true);
      expect(unit).toContain("User=ishek");
    },
  );

  it("leave the bot the time that it needs to stop", async () => {
    const seconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(await read("docs/install/ishek.service"))?.[1]);
    expect(seconds).toBeGreaterThan(10);
  });
});

describe("packages of another version", () => {
  it("are none in a fresh install", () => {
    expect(staleModules(new URL("../../", import.meta.url))).toEqual([]);
  });

  it("are named after `git pull` without `npm ci`", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ishek-modules-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const dependencies = { one: "1.0.0", two: "2.0.0", "@x/three": "3.0.0", node: "24.0.0" };
    await writeFile(join(folder, "package.json"), JSON.stringify({ dependencies }));
    for (const [name, version] of [
      ["one", "1.0.0"],
      ["two", "1.9.9"],
    ] as const) {
      await mkdir(join(folder, "node_modules", name), { recursive: true });
      await writeFile(join(folder, "node_modules", name, "package.json"), JSON.stringify({ version }));
    }
    expect(staleModules(pathToFileURL(`${folder}/`))).toEqual(["two", "@x/three"]);
  });
});

describe("the program in one piece", () => {
  it("is made by the install", () => {
    const bundle = freshBundle(pathToFileURL(`${root}/`));
    expect(bundle && existsSync(bundle)).toBe(true);
  });

  it.each([
    ["as it was", async () => {}, true],
    ["changed", (source: string) => writeFile(source, "export const changed = true;"), false],
    ["changed at another time alone", (source: string) => utimes(source, 1_000, 1_000), false],
    ["gone", (source: string) => rm(source), false],
  ])("is run only while its sources are as they were: %s", async (_, change, runs) => {
    const folder = await mkdtemp(join(tmpdir(), "ishek-bundle-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const at = pathToFileURL(`${folder}/`);
    const source = join(folder, "main.ts");
    await writeFile(source, "export {};");
    expect(freshBundle(at)).toBeUndefined();
    await mkdir(new URL(bundleFolder, at), { recursive: true });
    const states = JSON.stringify({ "main.ts": stateOf("main.ts", at) });
    await writeFile(new URL(`${bundleFolder}inputs.json`, at), states);
    await change(source);
    expect(freshBundle(at)?.href).toBe(runs ? new URL(`${bundleFolder}bot.mjs`, at).href : undefined);
  });
});
