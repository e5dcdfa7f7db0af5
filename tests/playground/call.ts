import type { ApiResponse } from "@grammyjs/types";
import type { Telegram } from "../../playground/telegram.ts";

/** Calls a method as a bot would, with JSON, and returns what the server says. */
export async function call(telegram: Telegram, method: string, payload: object = {}): Promise<ApiResponse<unknown>> {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
  return (await response.json()) as ApiResponse<unknown>;
}

/** The words of a refusal, "ok" if there is none. */
export async function descriptionOf(telegram: Telegram, method: string, payload: object = {}): Promise<string> {
  const response = await call(telegram, method, payload);
  return response.ok ? "ok" : response.description;
}
