import { askPerson, askPlace, showAlert } from "./dialogs/dialogs.js";
import { part } from "./element.js";
import { ChatLog } from "./messages/chat-log.js";
import { OtherDoor, personOf } from "./other-door.js";
import { placeFor, showPeople } from "./people.js";
import { act, addPerson, fetchSnapshot, followVersions, sendFiles, tap } from "./server.js";
import { showOffline, showStatus } from "./status.js";
import { showToast } from "./toast.js";
import { Ways } from "./ways.js";
import { labelPage } from "./words/labels.js";
import { speak, word } from "./words/words.js";
import { Attachments } from "./writing/attachments.js";
import { Choices } from "./writing/choices.js";
import { Composer } from "./writing/composer.js";
import { Gate } from "./writing/gate.js";
import { ReplyKeyboard } from "./writing/reply-keyboard.js";
import { Suggestions } from "./writing/suggestions.js";

/** @import { Action } from "../action.ts" */
/** @import { DoorName } from "../door.ts" */
/** @import { Snapshot } from "../snapshot.ts" */
/** @import { Press } from "./messages/keyboards.js" */

const address = new URLSearchParams(location.search);
/** Whether this page stands in a frame beside the chat at the other messenger. */
const isBeside = address.has("beside");
/** @type {DoorName} */
let door = address.get("door") === "max" ? "max" : "telegram";
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
new Attachments(
  perform,
  sharePlace,
  (files, caption, asDocuments) => snapshot && sendFiles(snapshot, files, caption, asDocuments).catch(fail),
  () => snapshot?.door !== "max",
);
const otherDoor = new OtherDoor(
  isBeside,
  (chosen, person) => snapshot && ways.goTo(chosen, person, undefined, snapshot),
  () => snapshot && draw(snapshot),
);
const ways = new Ways(otherDoor, {
  onVisit: ({ door: chosen, id, payload: brought }) => become(chosen, String(id), brought),
  onWrite: (text) => composer.write(text),
  onFail: fail,
});

/** @param {Snapshot} current */
function draw(current) {
  const { bot, me } = current;
  document.documentElement.dataset["door"] = current.door;
  document.documentElement.toggleAttribute("data-beside", isBeside);
  speak(personOf(current)?.language ?? "en");
  labelPage(current);
  showPeople(current, (person) => become(...placeFor(person, current.door)), copy);
  otherDoor.show(current);
  log.show(`${current.door} ${me} ${document.documentElement.lang}`, current, busy, press);
  keyboard.show(current.replyKeyboard);
  showStatus(
    current.isWaiting ? word("typing") : current.door === "max" ? `max.ru/${bot.username}` : `@${bot.username}`,
  );
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
    const asked = `${door} ${who}`;
    const fetched = await fetchSnapshot(door, who).catch(recover);
    if (!fetched || asked !== `${door} ${who}`) continue;
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
    if (who !== "first") become(door, "first", payload);
  }
}

/** Turns into somebody else, perhaps with a start link in hand. @param {DoorName} at @param {string} id @param {string} [withPayload] */
function become(at, id, withPayload) {
  door = at;
  who = id;
  payload = withPayload;
  choices.hide();
  composer.reset();
  rememberInAddress();
  void refresh();
}

/** So that a reload, or a copied address, opens the same chat. */
function rememberInAddress() {
  const start = payload !== undefined && { start: payload };
  const kept = new URLSearchParams({
    ...start,
    ...(door === "max" && { door }),
    as: who,
    ...(isBeside && { beside: "" }),
  });
  history.replaceState(null, "", `/?${kept}`);
}

/** @param {Action} action */
function perform(action) {
  if (snapshot) act(snapshot, action).catch(fail);
}

/** @param {string} text */
function say(text) {
  choices.hide();
  perform({ kind: "say", text });
}

function start() {
  perform({ kind: "start", ...(payload && { payload }) });
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
      return snapshot && ways.follow(pressed.url, snapshot);
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
  const { bot } = snapshot;
  const outcome = await tap(snapshot, Number.parseInt(key, 10), data).catch(fail);
  busy.delete(key);
  draw(snapshot);
  if (outcome?.alert) showAlert(bot.name, outcome.alert);
  if (outcome?.toast) showToast(outcome.toast);
  if (outcome?.url) ways.follow(outcome.url, snapshot);
}

/** @param {unknown} error @returns {undefined} */
function fail(error) {
  if (error instanceof DOMException && error.name === "TimeoutError") return;
  showToast(`${word("refused")} ${error instanceof Error ? error.message : error}`);
}

document.addEventListener("click", (event) => {
  const control = event.target instanceof Element ? event.target.closest("a, .command, .spoiler") : null;
  if (control instanceof HTMLAnchorElement && !control.download) {
    if (!snapshot || ways.leadsOut(control.href, snapshot)) return;
    event.preventDefault();
    document.querySelector("dialog")?.close();
    ways.follow(control.href, snapshot);
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
  askPerson((name, language) => addPerson(door, name, language).then(({ id }) => become(door, String(id)), fail)),
);
part("mute", HTMLButtonElement).addEventListener("click", () =>
  perform({ kind: snapshot?.isMuted ? "unmute" : "mute" }),
);
otherDoor.listen((visit) => snapshot && ways.arrive(visit, snapshot));

followVersions(() => void refresh(), showOffline);
