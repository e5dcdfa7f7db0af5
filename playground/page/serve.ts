import { createAdaptorServer } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Person } from "../people/person.ts";
import type { Telegram } from "../telegram.ts";
import { idOf } from "../world/account.ts";
import { Actions, actionSchema } from "./actions.ts";
import { serveAsset } from "./assets.ts";
import { serveFile } from "./files.ts";
import { guard } from "./guard.ts";
import { followChanges, streamVersions, Versions } from "./live.ts";
import { takeSnapshot } from "./snapshot.ts";
import { readUpload } from "./uploads.ts";

const newPersonSchema = z.object({ name: z.string().trim().min(1).max(64), language: z.string().min(2).max(8) });

/** Ten files of what Telegram takes would not fit into the playground's memory; this does. In bytes. */
const uploadLimit = 100 * 1024 * 1024;

/** The chat page over `telegram`, as a Hono app for the root of an address. */
export function createPage(telegram: Telegram): Hono {
  const versions = new Versions();
  const actions = new Actions(versions.advance);
  followChanges(telegram, versions);

  const page = new Hono();
  page.use(guard());
  page.get("/", (context) => serveAsset(context, "index.html"));
  page.get("/page/:name", (context) => serveAsset(context, context.req.param("name")));
  page.get("/playground/live", (context) => streamVersions(context, versions));
  page.get("/playground/files/:id", (context) => serveFile(context, telegram, context.req.param("id")));

  page.get("/playground/people/:who", (context) => {
    const person = findPerson(telegram, context.req.param("who"));
    if (!person) return refuse(context, "Nobody of that name is here.", 404);
    return context.json(takeSnapshot(telegram, person, versions.current, actions.isWaiting(person)));
  });

  page.post("/playground/people", async (context) => {
    const parsed = newPersonSchema.safeParse(await readJson(context));
    if (!parsed.success) return refuse(context, z.prettifyError(parsed.error));
    const { name, language } = parsed.data;
    const known = telegram.people.find((each) => each.name === name);
    const person = known ?? telegram.person(name, { id: idOf(name), languageCode: language });
    return context.json({ id: person.user.id });
  });

  page.post("/playground/people/:who/actions", async (context) => {
    const person = findPerson(telegram, context.req.param("who"));
    if (!person) return refuse(context, "Nobody of that name is here.", 404);
    const parsed = actionSchema.safeParse(await readJson(context));
    if (!parsed.success) return refuse(context, z.prettifyError(parsed.error));
    try {
      return context.json((await actions.perform(person, parsed.data)) ?? {});
    } catch (error) {
      return refuse(context, error instanceof Error ? error.message : String(error), 409);
    }
  });

  page.post("/playground/people/:who/files", bodyLimit({ maxSize: uploadLimit }), async (context) => {
    const person = findPerson(telegram, context.req.param("who"));
    if (!person) return refuse(context, "Nobody of that name is here.", 404);
    const upload = readUpload(await context.req.formData().catch(() => new FormData()));
    if (!upload) return refuse(context, "There is nothing in the file.");
    await actions.send(person, upload);
    return context.json({});
  });

  return page;
}

export type PageServer = { readonly address: string; close(): Promise<void> };

/** Serves the chat page on loopback; port 0 takes any free one. Rejects if the port is taken. */
export async function startPage(telegram: Telegram, port = 0): Promise<PageServer> {
  const server = createAdaptorServer({ fetch: createPage(telegram).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const boundPort = typeof bound === "object" && bound !== null ? bound.port : port;
  return {
    address: `http://127.0.0.1:${boundPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections(); // live streams never end by themselves
      }),
  };
}

/** Somebody by id or by name; "first" is whoever came first. */
function findPerson(telegram: Telegram, who: string): Person | undefined {
  if (who === "first") return telegram.people[0];
  return telegram.people.find((person) => String(person.user.id) === who || person.name === who);
}

function readJson(context: Context): Promise<unknown> {
  return context.req.json().catch(() => undefined);
}

function refuse(context: Context, reason: string, status: 400 | 404 | 409 = 400): Response {
  return context.json({ reason }, status);
}
