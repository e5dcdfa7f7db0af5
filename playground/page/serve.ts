import { createAdaptorServer } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Max } from "../max/max.ts";
import type { Telegram } from "../telegram.ts";
import { actionSchema } from "./action.ts";
import { Actions } from "./actions.ts";
import { serveAsset } from "./assets.ts";
import { findVisitor, type PageDoor } from "./door.ts";
import { serveFile } from "./files.ts";
import { guard } from "./guard.ts";
import { streamVersions, Versions } from "./live.ts";
import { maxDoor } from "./max-door.ts";
import { takeSnapshot } from "./snapshot.ts";
import { telegramDoor } from "./telegram-door.ts";
import { readUpload } from "./uploads.ts";

const newPersonSchema = z.object({ name: z.string().trim().min(1).max(64), language: z.string().min(2).max(8) });

/** Ten files of what Telegram takes would not fit into the playground's memory; this does. In bytes. */
const uploadLimit = 100 * 1024 * 1024;

/** Messengers that the page has people at. */
export interface Messengers {
  telegram?: Telegram;
  max?: Max;
}

/** The chat page over one messenger or both, as a Hono app for the root of an address. */
export function createPage({ telegram, max }: Messengers): Hono {
  const doors = [...(telegram ? [telegramDoor(telegram)] : []), ...(max ? [maxDoor(max)] : [])];
  const versions = new Versions();
  const page = new Hono();
  page.use(guard());
  page.get("/", (context) => serveAsset(context, "index.html"));
  page.get("/page/:name{.+}", (context) => serveAsset(context, context.req.param("name")));
  page.get("/playground/live", (context) => streamVersions(context, versions));
  page.get("/playground/files/:id", (context) => serveFile(context, doors, context.req.param("id")));
  for (const door of doors) {
    door.subscribe(versions.advance);
    page.route(`/playground/${door.name}`, servePeople(doors, door, versions));
  }
  return page;
}

/** What the people of one messenger see and do. */
function servePeople(doors: readonly PageDoor[], door: PageDoor, versions: Versions): Hono {
  const actions = new Actions(door.name, versions.advance);
  const people = new Hono();

  people.get("/people/:who", (context) => {
    const visitor = findVisitor(door, context.req.param("who"));
    if (!visitor) return refuse(context, "Nobody of that name is here.", 404);
    const now = { version: versions.current, isWaiting: actions.isWaiting(visitor) };
    return context.json(takeSnapshot(doors, door, visitor, now));
  });

  people.post("/people", async (context) => {
    const parsed = newPersonSchema.safeParse(await readJson(context));
    if (!parsed.success) return refuse(context, z.prettifyError(parsed.error));
    const { id } = door.add(parsed.data.name, parsed.data.language);
    return context.json({ id });
  });

  people.post("/people/:who/actions", async (context) => {
    const visitor = findVisitor(door, context.req.param("who"));
    if (!visitor) return refuse(context, "Nobody of that name is here.", 404);
    const parsed = actionSchema.safeParse(await readJson(context));
    if (!parsed.success) return refuse(context, z.prettifyError(parsed.error));
    try {
      return context.json((await actions.perform(visitor, parsed.data)) ?? {});
    } catch (error) {
      return refuse(context, error instanceof Error ? error.message : String(error), 409);
    }
  });

  people.post("/people/:who/files", bodyLimit({ maxSize: uploadLimit }), async (context) => {
    const visitor = findVisitor(door, context.req.param("who"));
    if (!visitor) return refuse(context, "Nobody of that name is here.", 404);
    const upload = readUpload(await context.req.formData().catch(() => new FormData()));
    if (!upload) return refuse(context, "There is nothing in the file.");
    await actions.send(visitor, upload);
    return context.json({});
  });

  return people;
}

export type PageServer = { readonly address: string; close(): Promise<void> };

/** Serves the chat page on loopback; port 0 takes any free one. Rejects if the port is taken. */
export async function startPage(messengers: Messengers, port = 0): Promise<PageServer> {
  const server = createAdaptorServer({ fetch: createPage(messengers).fetch });
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

function readJson(context: Context): Promise<unknown> {
  return context.req.json().catch(() => undefined);
}

function refuse(context: Context, reason: string, status: 400 | 404 | 409 = 400): Response {
  return context.json({ reason }, status);
}
