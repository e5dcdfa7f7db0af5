import { z } from "zod";
import type { CityFile } from "../city/city-file.ts";
import { feedProxiesForm, parseFeedProxies } from "../feeds/scheduled/parse-proxies.ts";
import { hostProblems, type Listening, leadsHome, listening } from "../listening.ts";
import { accountForm, type ExternalAccount, parseAccount } from "../people/address.ts";
import { type OfficeHours, parseOfficeHours } from "../threads/office-hours.ts";
import { cityFile, timeZone } from "./city.ts";
import { type Intake, intakeOf, type MaxConfig, maxConfig, maxProblems, maxSecret, maxToken } from "./doors.ts";
import { databaseUrl, hostName, httpUrl, integer, list, parsed, whole } from "./values.ts";
import { partsOf, type ZoomConfig, zoomProblems } from "./zoom.ts";

/** A mistake in the environment that the operator can mend; every mistake is a sentence. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

function parseAccounts(text: string): ExternalAccount[] | undefined {
  const accounts = partsOf(text).map(parseAccount);
  return accounts.every((account) => account !== undefined) ? accounts : undefined;
}

const telegram = "https://api.telegram.org";
const notAToken = "does not look like a bot token (123456:ABC…); @BotFather gives it";

const environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^[\w:-]+$/, notAToken)
    .optional(),
  TELEGRAM_API_ROOT: httpUrl.default(telegram),
  TELEGRAM_PROXY: httpUrl.optional(),
  MAX_BOT_TOKEN: maxToken.optional(),
  MAX_API_ROOT: httpUrl.default("https://platform-api2.max.ru"),
  MAX_MODE: z.enum(["polling", "webhook"], "must be polling or webhook").default("webhook"),
  MAX_WEBHOOK_URL: httpUrl.optional(),
  MAX_WEBHOOK_SECRET: maxSecret.optional(),
  MAX_PROXY: httpUrl.optional(),
  MAX_CA_FILE: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  DATABASE_READ_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default("./data"),
  MODE: z.enum(["polling", "webhook"], "must be polling or webhook").default("polling"),
  WEBHOOK_URL: httpUrl.optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, "must have 1 to 256 characters of A-Z a-z 0-9 _ -")
    .optional(),
  PUBLIC_URL: httpUrl.optional(),
  PORT: integer(3000, 0, 65_535),
  HOST: hostName.optional(),
  METRICS_PORT: whole(0, 65_535).optional(),
  METRICS_HOST: hostName.default("127.0.0.1"),
  OWNER_IDS: z
    .string()
    .default("")
    .transform(parsed(parseAccounts, `must be people's ids separated by commas, each like ${accountForm}`)),
  CITY_TIME_ZONE: timeZone,
  CITY_FILE: cityFile,
  TELEGRAM_BULK_RATE: integer(30, 1, 1_000),
  BULK_YIELDS: z.enum(["yes", "no"], "must be yes or no").default("yes"),
  PERSON_BURST: integer(20, 0, 10_000),
  SECOND_ADMIN_FROM: integer(10_000, 1, 1_000_000_000),
  CERTIFICATE_ATTENDANCE: integer(75, 1, 100),
  /** Shown where residents consent to be written into a journal. */
  OPERATOR: z.string().max(300, "must have at most 300 characters").optional(),
  OFFICE_HOURS: z
    .string()
    .default("Mon-Fri 9:00-18:00")
    .transform(parsed(parseOfficeHours, "must be hours such as Mon-Fri 9:00-18:00, Sat 10:00-14:00")),
  FEED_PROXIES: z.string().default("").transform(parsed(parseFeedProxies, feedProxiesForm)),
  ZOOM_ACCOUNT_ID: list,
  ZOOM_CLIENT_ID: list,
  ZOOM_CLIENT_SECRET: list,
  ZOOM_WEBHOOK_SECRET: list,
  ZOOM_API_ROOT: httpUrl.default("https://api.zoom.us/v2"),
  ZOOM_OAUTH_ROOT: httpUrl.default("https://zoom.us"),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "must be trace, debug, info, warn, error or silent",
    )
    .default("info"),
  LOG_FORMAT: z.enum(["json", "pretty"], "must be json or pretty").optional(),
});

/** The names of the variables that are read. */
export const variableNames: readonly string[] = Object.keys(environment.shape);

export interface Config {
  /** The http proxies by which feeds are read, by the host of the source. */
  feedProxies: ReadonlyMap<string, string>;
  /** Telegram's token; absent: that door is shut. With neither door open there is the playground. */
  token: string | undefined;
  apiRoot: string;
  /** The http proxy by which Telegram is called. */
  proxy: string | undefined;
  /** Absent: that door is shut. */
  max: MaxConfig | undefined;
  databaseUrl: string | undefined;
  /** PostgreSQL itself, where a pooler stands at `databaseUrl`. */
  directUrl: string | undefined;
  /** A streaming replica of it, for lists and searches. */
  readUrl: string | undefined;
  dataDir: string;
  intake: Intake;
  /** Where the bot's pages are seen from outside, without a slash at the end; undefined: unknown. */
  publicUrl: string | undefined;
  /** 0: any free port. */
  port: number;
  listening: Listening;
  owners: ExternalAccount[];
  /** What the city's file says. */
  city: CityFile;
  timeZone: string;
  /** Messages per second for everything not asked for. */
  bulkRate: number;
  /** Whether announcements and digests slow down while people wait for replies longer because of them. */
  bulkYields: boolean;
  /**
   * Messages and presses of one person that may wait for their turn at once; one more comes back each second.
   * Undefined: any number.
   */
  personBurst: number | undefined;
  /** From so many recipients on a second admin has to agree to an announcement. */
  secondAdminFrom: number;
  /** Percent of the lessons that one has to attend for a certificate. */
  certificateAttendance: number;
  /** When people of the staff answer residents. */
  officeHours: OfficeHours;
  /** Who keeps the personal data, with an address; undefined: nobody is named. */
  operator: string | undefined;
  zoom: ZoomConfig;
  logLevel: string;
  /** How lines are written; undefined: readable on a terminal, else JSON. */
  logFormat: "json" | "pretty" | undefined;
}

/** Reads the environment; empty variables count as absent. Throws one ConfigError with all mistakes. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const { data, error } = environment.safeParse(given);
  const problems = error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`) ?? [];
  // What several variables say together is checked even when another one is wrong: all mistakes are reported at once.
  // Telegram's own server has tokens of one form; another Bot API server may have any.
  const isTelegrams = (given["TELEGRAM_API_ROOT"] ?? telegram) === telegram;
  const hasToken = given["BOT_TOKEN"] !== undefined && !problems.some((problem) => problem.startsWith("BOT_TOKEN"));
  if (hasToken && isTelegrams && !/^\d+:[\w-]{20,}$/.test(given["BOT_TOKEN"] ?? ""))
    problems.push(`BOT_TOKEN ${notAToken}.`);
  if (given["MODE"] === "webhook") {
    if (!given["BOT_TOKEN"]) problems.push("MODE=webhook needs a BOT_TOKEN.");
    if (!given["WEBHOOK_URL"]) problems.push("MODE=webhook needs WEBHOOK_URL, the public https address of the bot.");
    if (!given["WEBHOOK_SECRET"] && !leadsHome(given["WEBHOOK_URL"]))
      problems.push("MODE=webhook needs WEBHOOK_SECRET: without it anybody could send updates.");
  }
  if (given["DATABASE_DIRECT_URL"] && !given["DATABASE_URL"])
    problems.push("DATABASE_DIRECT_URL goes with DATABASE_URL, which leads to the pooler.");
  if (given["DATABASE_READ_URL"] && !given["DATABASE_URL"])
    problems.push("DATABASE_READ_URL goes with DATABASE_URL, whose replica it leads to.");
  problems.push(...maxProblems(given), ...hostProblems(given), ...zoomProblems(given));
  if (problems.length > 0 || !data) throw new ConfigError(problems);
  return {
    token: data.BOT_TOKEN,
    apiRoot: data.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
    proxy: data.TELEGRAM_PROXY,
    feedProxies: data.FEED_PROXIES,
    max: maxConfig(data),
    databaseUrl: data.DATABASE_URL,
    directUrl: data.DATABASE_DIRECT_URL,
    readUrl: data.DATABASE_READ_URL,
    dataDir: data.DATA_DIR,
    intake: intake(data),
    publicUrl: publicUrl(data),
    port: data.PORT,
    listening: listening({
      isSeen: isSeen(data),
      host: data.HOST,
      port: data.PORT,
      metricsHost: data.METRICS_HOST,
      metricsPort: data.METRICS_PORT,
    }),
    owners: data.OWNER_IDS,
    city: data.CITY_FILE,
    timeZone: data.CITY_TIME_ZONE ?? data.CITY_FILE.zone,
    bulkRate: data.TELEGRAM_BULK_RATE,
    bulkYields: data.BULK_YIELDS === "yes",
    personBurst: data.PERSON_BURST === 0 ? undefined : data.PERSON_BURST,
    secondAdminFrom: data.SECOND_ADMIN_FROM,
    certificateAttendance: data.CERTIFICATE_ATTENDANCE,
    officeHours: data.OFFICE_HOURS,
    operator: data.OPERATOR,
    zoom: {
      accounts: data.ZOOM_ACCOUNT_ID.map((accountId, index) => ({
        accountId,
        clientId: data.ZOOM_CLIENT_ID[index] ?? "",
        clientSecret: data.ZOOM_CLIENT_SECRET[index] ?? "",
      })),
      webhookSecrets: data.ZOOM_WEBHOOK_SECRET,
      apiRoot: data.ZOOM_API_ROOT.replace(/\/+$/, ""),
      oauthRoot: data.ZOOM_OAUTH_ROOT.replace(/\/+$/, ""),
    },
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT,
  };
}

const intake = (data: z.infer<typeof environment>): Intake =>
  intakeOf(data.MODE, data.WEBHOOK_URL, data.WEBHOOK_SECRET, "/telegram/updates");

const isPlayground = (data: z.infer<typeof environment>): boolean =>
  data.BOT_TOKEN === undefined && data.MAX_BOT_TOKEN === undefined;

/** The public address as configured; else beside the webhook, and for the playground on this machine. */
function publicUrl(data: z.infer<typeof environment>): string | undefined {
  if (data.PUBLIC_URL !== undefined) return data.PUBLIC_URL.replace(/\/+$/, "");
  if (data.MODE === "webhook" && data.WEBHOOK_URL) return new URL(data.WEBHOOK_URL).origin;
  if (data.MAX_BOT_TOKEN && data.MAX_MODE === "webhook" && data.MAX_WEBHOOK_URL)
    return new URL(data.MAX_WEBHOOK_URL).origin;
  return isPlayground(data) && data.PORT !== 0 ? `http://localhost:${data.PORT}` : undefined;
}

/**
 * Whether somebody comes from outside: Telegram to the webhook, people to the pages. The playground has no password, nor has
 * a webhook without a secret: they are for this machine.
 */
function isSeen(data: z.infer<typeof environment>): boolean {
  if (isPlayground(data)) return false;
  const byTelegram = data.BOT_TOKEN !== undefined && data.MODE === "webhook";
  if (byTelegram && data.WEBHOOK_SECRET === undefined) return false;
  const byMax = data.MAX_BOT_TOKEN !== undefined && data.MAX_MODE === "webhook";
  if (byMax && data.MAX_WEBHOOK_SECRET === undefined) return false;
  const webhooks = [byTelegram ? data.WEBHOOK_URL : undefined, byMax ? data.MAX_WEBHOOK_URL : undefined];
  return [...webhooks, data.PUBLIC_URL].some((url) => url !== undefined && !leadsHome(url));
}
