/**
 * The yardstick at MAX: a bare HTTP server that knows nothing and nobody. It gets the requests that Ishek made for each press and
 * makes the same ones again. Started by the benchmark as a process of its own.
 */
import { createServer } from "node:http";
import { request } from "undici";

/** What the benchmark hands over in the environment. */
export interface BareOptions {
  token: string;
  apiRoot: string;
  port: number;
  /** By callback data, "" for a message: what is asked of MAX, with "{person}" and "{callback}" in place of who and what. */
  requests: Record<string, { method: "POST" | "PUT"; path: string; query: Record<string, string>; body: unknown }[]>;
}

interface Told {
  update_type: string;
  message?: { sender: { user_id: number } };
  callback?: { callback_id: string; payload: string; user: { user_id: number } };
}

const options = JSON.parse(process.env["BARE"] ?? "{}") as BareOptions;
const headers = { authorization: options.token, "content-type": "application/json" };

async function answer({ message, callback }: Told): Promise<void> {
  const person = String(callback?.user.user_id ?? message?.sender.user_id ?? "");
  const fill = (text: string) => text.replace("{person}", person).replace("{callback}", callback?.callback_id ?? "");
  for (const { method, path, query, body } of options.requests[callback?.payload ?? ""] ?? []) {
    const filled = Object.entries(query).map(([name, value]): [string, string] => [name, fill(value)]);
    const url = `${options.apiRoot}${path}?${new URLSearchParams(filled)}`;
    const { body: told } = await request(url, { method, headers, body: JSON.stringify(body) });
    await told.dump();
  }
}

createServer(async (incoming, response) => {
  let text = "";
  for await (const chunk of incoming) text += chunk;
  await answer(JSON.parse(text) as Told);
  response.writeHead(200).end();
}).listen(options.port, "127.0.0.1", () => console.log("ready"));
process.on("SIGTERM", () => process.exit(0));
