/** @import { InlineQueryResult } from "@grammyjs/types" */
/** @import { Action } from "../action.ts" */
/** @import { DoorName } from "../door.ts" */
/** @import { Snapshot } from "../snapshot.ts" */
/** @import { TapOutcome } from "../../people/tap.ts" */

/** Telegram forgets a tap that is not answered; so does the page, and its button is free again. In milliseconds. */
const tapPatience = 30_000;

/** Who acts at which messenger. @typedef {{ door: DoorName, me: number }} Actor */

/** @param {Actor} actor */
const placeOf = ({ door, me }) => `/playground/${door}/people/${me}`;

/** @param {DoorName} door @param {string} who id or name of a person, or "first" @returns {Promise<Snapshot>} */
export function fetchSnapshot(door, who) {
  return request(`/playground/${door}/people/${encodeURIComponent(who)}`);
}

/** @param {DoorName} door @param {string} name @param {string} language @returns {Promise<{ id: number }>} */
export function addPerson(door, name, language) {
  return post(`/playground/${door}/people`, { name, language });
}

/** @param {Actor} actor @param {Action} action @returns {Promise<unknown>} */
export function act(actor, action) {
  return post(`${placeOf(actor)}/actions`, action);
}

/** @param {Actor} actor @param {readonly File[]} files @param {string} caption @param {boolean} asDocuments @returns {Promise<unknown>} */
export function sendFiles(actor, files, caption, asDocuments) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  form.set("caption", caption);
  if (asDocuments) form.set("as", "documents");
  return request(`${placeOf(actor)}/files`, { method: "POST", body: form });
}

/** Presses a callback button and waits for the bot's answer. @param {Actor} actor @param {number} messageId @param {string} data @returns {Promise<TapOutcome>} */
export function tap(actor, messageId, data) {
  return post(`${placeOf(actor)}/actions`, { kind: "tap", messageId, data }, AbortSignal.timeout(tapPatience));
}

/** @param {Actor} actor @param {string} query @param {AbortSignal} signal @returns {Promise<{ results: InlineQueryResult[] }>} */
export function askInline(actor, query, signal) {
  return post(`${placeOf(actor)}/actions`, { kind: "ask inline", query }, signal);
}

/**
 * Calls `onVersion` now and whenever something changed, `onLost` when the line breaks. The browser reconnects by
 * itself, and the first thing it then hears is the version. A hidden tab hangs up: a browser has six connections to
 * one server for all its tabs, and a seventh person in a tab of their own would get none.
 * @param {() => void} onVersion
 * @param {() => void} onLost
 */
export function followVersions(onVersion, onLost) {
  /** @type {EventSource | undefined} */
  let stream;
  const listenWhileVisible = () => {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource("/playground/live");
    stream.addEventListener("version", onVersion);
    stream.addEventListener("error", () => {
      onLost();
      // Refused rather than lost – the playground is being restarted – and then the browser gives up.
      if (stream?.readyState === EventSource.CLOSED) setTimeout(listenWhileVisible, 1_000);
    });
  };
  document.addEventListener("visibilitychange", listenWhileVisible);
  listenWhileVisible();
}

/** @param {string} path @param {unknown} body @param {AbortSignal} [signal] */
function post(path, body, signal) {
  const headers = { "Content-Type": "application/json" };
  return request(path, { method: "POST", headers, body: JSON.stringify(body), ...(signal && { signal }) });
}

/** @param {string} path @param {RequestInit} [options] */
async function request(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.reason);
  return answer;
}
