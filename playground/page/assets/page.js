import { Attachments } from "./attachments.js";
import { ChatLog } from "./chat-log.js";
import { Choices } from "./choices.js";
import { Composer } from "./composer.js";
import { askPerson, askPlace, showAlert, showShare } from "./dialogs.js";
import { part } from "./element.js";
import { Gate } from "./gate.js";
import { labelPage } from "./labels.js";
import { destinationOf } from "./links.js";
import { showPeople } from "./people.js";
import { ReplyKeyboard } from "./reply-keyboard.js";
import { act, addPerson, fetchSnapshot, followVersions, sendFiles, tap } from "./server.js";
import { Suggestions } from "./suggestions.js";
import { showToast } from "./toast.js";
import { speak, word } from "./words.js";

/** @import { Action } from "../actions.ts" */
/** @import { Snapshot } from "../snapshot.ts" */
/** @import { Press } from "./keyboards.js" */

const address = new URLSearchParams(location.search);
let who = address.get("as") ?? "first";
/** What a start link brought and nobody has pressed Start on yet. @type {string | undefined} */
let payload = address.get("start") ?? undefined;
/** @type {Snapshot | undefined} */
let snapshot;
/** Keys of callback buttons that wait for the bot. @type {Set<string>} */
const busy = new Set();

const log = new ChatLog(
  part("log", HTMLOListElement),
  part("scroller", HTMLDivElement),
  part("jump", HTMLButtonElement),
);
const keyboard = new ReplyKeyboard(press);
const composer = new Composer(
  say,
  (text) => snapshot && suggestions.follow(text, snapshot),
  (key) => suggestions.take(key),
);
const choices = new Choices(part("choices", HTMLElement), composer.input);
const suggestions = new Suggestions(choices, {
  onCommand: (text) => {
    composer.reset();
    say(text);
  },
  onResult: (resultId) => {
    composer.reset();
    perform({ kind: "choose inline", resultId });
  },
});
const gate = new Gate();
new Attachments(perform, sharePlace, (files, caption, asDocuments) => {
  if (snapshot) sendFiles(snapshot.me, files, caption, asDocuments).catch(fail);
});

/** @param {Snapshot} current */
function draw(current) {
  const { bot, me, people } = current;
  speak(people.find(({ id }) => id === me)?.language ?? "en");
  labelPage(current);
  showPeople(current, become, copy);
  log.show(`${me} ${document.documentElement.lang}`, current, busy, press);
  keyboard.show(current.replyKeyboard);
  showStatus(current.isWaiting ? word("typing") : `@${bot.username}`, false);
  gate.show(current, payload, { onStart: start, onUnblock: () => perform({ kind: "unblock" }) });
}

let isLoading = false;
let isStale = false;

/** Fetches and draws what is so now; many calls while one is under way make one more. */
async function refresh() {
  isStale = true;
  if (isLoading) return;
  isLoading = true;
  while (isStale) {
    isStale = false;
    const asked = who;
    const fetched = await fetchSnapshot(asked).catch(recover);
    if (!fetched || asked !== who) continue;
    snapshot = fetched;
    draw(snapshot);
  }
  isLoading = false;
}

/** @param {unknown} error @returns {undefined} */
function recover(error) {
  if (error instanceof TypeError) {
    // fetch's word for a broken line; the stream may not have noticed, so nobody else would ask again.
    showOffline();
    setTimeout(refresh, 1_000);
  } else {
    fail(error);
    if (who !== "first") become("first", payload);
  }
}

const showOffline = () => showStatus(word("offline"), true);

/** @param {string} text @param {boolean} isOffline */
function showStatus(text, isOffline) {
  const status = part("status", HTMLParagraphElement);
  status.textContent = text;
  status.closest("header")?.toggleAttribute("data-offline", isOffline);
}

/** Turns into somebody else, perhaps with a start link in hand. @param {string} id @param {string} [withPayload] */
function become(id, withPayload) {
  who = id;
  payload = withPayload;
  choices.hide();
  composer.reset();
  rememberInAddress();
  void refresh();
}

/** So that a reload, or a copied address, opens the same chat. */
function rememberInAddress() {
  const kept = new URLSearchParams({ ...(payload !== undefined && { start: payload }), as: who });
  history.replaceState(null, "", `/?${kept}`);
}

/** @param {Action} action */
function perform(action) {
  if (snapshot) act(snapshot.me, action).catch(fail);
}

/** @param {string} text */
function say(text) {
  choices.hide();
  perform({ kind: "say", text });
}

function start() {
  say(payload ? `/start ${payload}` : "/start");
  payload = undefined;
  rememberInAddress();
  if (snapshot) draw(snapshot);
}

/** @param {Press} pressed */
function press(pressed) {
  switch (pressed.kind) {
    case "callback":
      return void tapButton(pressed.key, pressed.data);
    case "open":
      return follow(pressed.url);
    case "inline":
      return composer.write(`@${snapshot?.bot.username} ${pressed.query}`);
    case "copy":
      return copy(pressed.text);
    case "vote":
      return perform(pressed);
    case "say":
      return say(pressed.text);
    case "location":
      return sharePlace();
    case "contact":
      return perform({ kind: "contact" });
    case "unsupported":
      return showToast(word("unsupported"));
  }
}

function sharePlace() {
  askPlace((latitude, longitude) => perform({ kind: "location", latitude, longitude }));
}

/** @param {string} text */
function copy(text) {
  navigator.clipboard.writeText(text).then(() => showToast(word("copied")), fail);
}

/** @param {string} key @param {string} data */
async function tapButton(key, data) {
  if (!snapshot || busy.has(key)) return;
  busy.add(key);
  draw(snapshot);
  const { me, bot } = snapshot;
  const outcome = await tap(me, Number.parseInt(key, 10), data).catch(fail);
  busy.delete(key);
  draw(snapshot);
  if (outcome?.alert) showAlert(bot.name, outcome.alert);
  if (outcome?.toast) showToast(outcome.toast);
  if (outcome?.url) follow(outcome.url);
}

/** Goes where an address leads: inside the playground if it is a link of the bot's. @param {string} href */
function follow(href) {
  if (!snapshot) return;
  const { bot, people, me } = snapshot;
  const destination = destinationOf(href, bot.username);
  if (destination.kind === "elsewhere") {
    window.open(destination.href, "_blank", "noopener,noreferrer");
  } else if (destination.kind === "start") {
    become(String(me), destination.payload);
  } else {
    const links = destination.text.split(/\s/).map((word) => destinationOf(word, bot.username));
    const link = links.find((found) => found.kind === "start");
    const friends = link ? people.filter(({ id }) => id !== me) : [];
    const openAs = friends.map(({ id, name }) => ({ name, open: () => become(String(id), link?.payload) }));
    showShare(destination.text, openAs, () => composer.write(destination.text));
  }
}

/** @param {unknown} error @returns {undefined} */
function fail(error) {
  if (error instanceof DOMException && error.name === "TimeoutError") return;
  showToast(`${word("refused")} ${error instanceof Error ? error.message : error}`);
}

document.addEventListener("click", (event) => {
  const control = event.target instanceof Element ? event.target.closest("a, .command, .spoiler") : null;
  if (control instanceof HTMLAnchorElement && !control.download) {
    if (!snapshot || destinationOf(control.href, snapshot.bot.username).kind === "elsewhere") return;
    event.preventDefault();
    document.querySelector("dialog")?.close();
    follow(control.href);
  } else if (control?.matches(".command")) {
    say(control.textContent);
  } else if (control?.matches(".spoiler")) {
    control.setAttribute("aria-expanded", control.getAttribute("aria-expanded") === "true" ? "false" : "true");
  }
});
part("menu", HTMLButtonElement).addEventListener("click", () => {
  if (choices.isOpen) return choices.hide();
  suggestions.offerCommands(snapshot?.bot.commands ?? []);
  choices.enter();
});
part("block", HTMLButtonElement).addEventListener("click", () =>
  perform({ kind: snapshot?.hasBlockedBot ? "unblock" : "block" }),
);
part("add-person", HTMLButtonElement).addEventListener("click", () =>
  askPerson((name, language) => addPerson(name, language).then(({ id }) => become(String(id)), fail)),
);

followVersions(() => void refresh(), showOffline);
