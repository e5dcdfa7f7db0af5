import { renderers as announcements } from "./announcements/renderers.ts";
import { renderers as attendance } from "./classes/attendance/renderers.ts";
import { renderers as certificates } from "./classes/certificates/renderers.ts";
import { renderers as places } from "./classes/enrolments/renderers.ts";
import { renderers as newGroups } from "./classes/following/renderers.ts";
import { renderers as lessons } from "./classes/lessons/messages/renderers.ts";
import { renderers as materials } from "./classes/materials/renderers.ts";
import { inSimpleMode } from "./classes/simple/renderers.ts";
import { renderers as collections } from "./collections/renderers.ts";
import type { Services } from "./context.ts";
import { joinRenderers, type Renderers } from "./delivery/renderers.ts";
import { renderers as digests } from "./digests/renderers.ts";
import { renderers as updates } from "./doors/telegram/sending/renderers.ts";
import { renderers as channels } from "./feeds/channels/renderers.ts";
import { renderers as feeds } from "./feeds/scheduled/renderers.ts";
import { renderers as ideas } from "./ideas/renderers.ts";
import { renderers as linking } from "./linking/renderers.ts";
import { renderers as trouble } from "./operation/trouble/renderers.ts";
import { renderers as editing } from "./programme/editing/renderers.ts";
import { renderers as recordings } from "./programme/recordings/renderers.ts";
import { renderers as questions } from "./questions/renderers.ts";
import { renderers as reminders } from "./reminders/renderers.ts";
import { renderers as staff } from "./staff/renderers.ts";
import { renderers as threads } from "./threads/renderers.ts";
import { renderers as comments } from "./voices/comments/renderers.ts";
import { renderers as votes } from "./votes/renderers.ts";
import { renderers as wishes } from "./wishes/renderers.ts";
import { renderers as zoom } from "./zoom/renderers.ts";

/** Who writes which kind of delivery: one line a subject. */
export const allRenderers = (services: Services): Renderers =>
  joinRenderers(
    reminders(services),
    recordings(services),
    editing(services),
    digests(services),
    inSimpleMode(places(services)),
    inSimpleMode(newGroups(services)),
    inSimpleMode(lessons(services)),
    attendance(services),
    inSimpleMode(certificates(services)),
    inSimpleMode(materials(services)),
    announcements(services),
    threads(services),
    comments(services),
    votes(services),
    ideas(services),
    questions(services),
    collections(services),
    wishes(services),
    linking(services),
    staff(services),
    feeds(services),
    channels(services),
    zoom(services),
    updates(),
    trouble(services),
  );
