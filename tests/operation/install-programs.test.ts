import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { programAt, runProgram } from "../support/program.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const install = join(root, "docs/install");

/** A folder with copies of files from docs/install, each text changed by `change`. */
async function copies(files: readonly string[], change: (text: string, folder: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ishek-install-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const file of files)
    await writeFile(join(folder, file), change(await readFile(join(install, file), "utf8"), folder));
  return folder;
}

const systemd = programAt("systemd-analyze");
describe.skipIf(systemd === undefined)("for systemd itself (systemd-analyze)", () => {
  const units = ["ishek.service", "ishek-backup.service", "ishek-backup.timer"];

  it("the units are right", async () => {
    // The repository lies where it lies, and not where the units look for it.
    const folder = await copies(units, (text) => text.replaceAll("/opt/ishek", root));
    const checked = await runProgram(systemd ?? "", ["verify", ...units.map((unit) => join(folder, unit))]);
    expect(checked).toEqual({ code: 0, said: "" });
  });

  it("sees a unit that is not, so that it would see ours", async () => {
    const folder = await copies(["ishek.service"], (text) => text.replace("Restart=on-failure", "Restart=sometimes"));
    const { said } = await runProgram(systemd ?? "", ["verify", join(folder, "ishek.service")]);
    expect(said).toMatch(/sometimes/);
  });

  it("the bot's unit leaves it little that it does not need", async () => {
    const folder = await copies(["ishek.service"], (text) => text);
    const args = ["security", "--offline=true", "--threshold=40", join(folder, "ishek.service")];
    const { code, said } = await runProgram(systemd ?? "", args);
    expect({ code, said: code === 0 ? "" : said }).toEqual({ code: 0, said: "" });
  });
});

const nginx = programAt("nginx");
const openssl = programAt("openssl");
describe.skipIf(nginx === undefined || openssl === undefined)(
  "for nginx itself (Debian's packages nginx, openssl)",
  () => {
    it("the site is right", async () => {
      const folder = await copies(["nginx.conf"], (text, at) =>
        text.replaceAll("/etc/letsencrypt/live/bot.example.org", at),
      );
      const [key, certificate] = [join(folder, "privkey.pem"), join(folder, "fullchain.pem")];
      const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=bot.example.org", "-days", "2"];
      await runProgram(openssl ?? "", [...made, "-keyout", key, "-out", certificate]);
      await mkdir(join(folder, "temp"));
      const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${folder}/temp/${name};`,
      );
      const around = `pid ${folder}/nginx.pid; error_log stderr; events {} http { access_log off; ${temps.join(" ")} include ${folder}/nginx.conf; }`;
      await writeFile(join(folder, "around.conf"), around);
      const { code, said } = await runProgram(nginx ?? "", ["-t", "-c", join(folder, "around.conf")]);
      expect({ code, said: said.replace(/^.*(syntax is ok|test is successful).*\n/gm, "") }).toEqual({
        code: 0,
        said: "",
      });
    });
  },
);

const caddy = programAt("caddy");
describe.skipIf(caddy === undefined)("for Caddy itself (Debian's package caddy)", () => {
  it.each(["Caddyfile", "Caddyfile.city"])("%s is right, and written as Caddy writes it", async (file) => {
    const folder = await copies([file], (text) => text);
    const env = { WEBHOOK_URL: "https://bot.example.org", HOME: folder };
    const args = ["--adapter", "caddyfile", "--config", join(folder, file)];
    const adapted = await runProgram(caddy ?? "", ["adapt", "--validate", ...args], env);
    expect({ code: adapted.code, said: adapted.code === 0 ? "" : adapted.said }).toEqual({ code: 0, said: "" });
    const { said } = await runProgram(caddy ?? "", ["fmt", join(folder, file)], env);
    expect(said).toBe(await readFile(join(folder, file), "utf8"));
  });
});

const logrotate = programAt("logrotate");
describe.skipIf(logrotate === undefined)("for logrotate itself (Debian's package logrotate)", () => {
  it("the rule is right", async () => {
    const folder = await copies(["logrotate.conf"], (text, at) => text.replaceAll("/var/log/ishek", at));
    const args = ["--debug", "--state", join(folder, "state"), join(folder, "logrotate.conf")];
    const { code, said } = await runProgram(logrotate ?? "", args);
    expect({ code, errors: said.match(/error.*/gi) ?? [] }).toEqual({ code: 0, errors: [] });
  });
});
