import { editCollectionsCallback } from "../../bot/collections/callbacks.ts";
import type { Services } from "../../bot/context.ts";
import { countPosts } from "../../bot/feeds/channels/post-store.ts";
import { ideaQueueCallback } from "../../bot/ideas/callbacks.ts";
import { talksCallback } from "../../bot/questions/callbacks.ts";
import { hasTalks } from "../../bot/questions/talk-store.ts";
import { type Action, reachOf, type Staff } from "../../bot/staff/permissions.ts";
import { threadsCallback } from "../../bot/threads/callbacks.ts";
import { commentQueueCallback, shownCallback } from "../../bot/voices/comments/callbacks.ts";
import { editVotesCallback } from "../../bot/votes/callbacks.ts";
import { askedCallback } from "../../bot/wishes/callbacks.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { announcementsCallback } from "./announcements/callbacks.ts";
import { editArticlesCallback } from "./articles/callbacks.ts";
import { auditCallback, invitationsCallback, peopleCallback } from "./callbacks.ts";
import { postsCallback } from "./channels/callbacks.ts";
import { editAreasCallback } from "./classes/callbacks.ts";
import { pairsCallback } from "./duplicates/callbacks.ts";
import { feedsCallback } from "./feeds/callbacks.ts";
import { institutionsCallback } from "./institutions/callbacks.ts";
import { editOffersCallback } from "./offers/callbacks.ts";
import { placesCallback } from "./places/callbacks.ts";
import { programmeCallback } from "./programme/callbacks.ts";
import { numbersCallback } from "./reports/callbacks.ts";
import { groupsCallback } from "./teach/callbacks.ts";

/** A button of /staff. */
export interface StaffSection {
  /** The button is seen by everybody who may do this to anything at all. */
  action: Action;
  /** Not by those who may do this: they have another way there. */
  unless?: Action;
  label(t: Translate): string;
  /** Its callback data. */
  data: string;
  /** Whether there is anything to do behind it now; default: always. */
  isNeeded?(services: Services, staff: Staff, now: Date): Promise<boolean>;
}

/** What staff works on, in the order of the menu: one line a section. */
export const staffSections: readonly StaffSection[] = [
  {
    action: "programme.edit",
    label: (t) => t("programme.title"),
    data: programmeCallback.data({ shelf: "coming", page: 0 }),
  },
  { action: "programme.edit", label: (t) => t("always_edit.title"), data: editOffersCallback.data(0) },
  { action: "articles.edit", label: (t) => t("article_edit.title"), data: editArticlesCallback.data(0) },
  { action: "collections.edit", label: (t) => t("collection.edit.title"), data: editCollectionsCallback.data(0) },
  { action: "institutions.edit", label: (t) => t("institution.title"), data: institutionsCallback.data(0) },
  { action: "places.edit", label: (t) => t("place.title"), data: placesCallback.data(0) },
  { action: "feeds.manage", label: (t) => t("feed.title"), data: feedsCallback.data(0) },
  {
    action: "feeds.manage",
    label: (t) => t("channel.queue"),
    data: postsCallback.data(0),
    isNeeded: async ({ database }, staff, now) => (await countPosts(database, staff, now)) > 0,
  },
  {
    action: "programme.edit",
    label: (t) => t("pair.title"),
    data: pairsCallback.data({ shelf: "suspected", page: 0 }),
  },
  { action: "classes.edit", label: (t) => t("class_edit.title"), data: editAreasCallback.data(null) },
  { action: "classes.teach", label: (t) => t("teach.button.menu"), data: groupsCallback.data(0) },
  {
    action: "threads.answer",
    label: (t) => t("thread.title"),
    data: threadsCallback.data({ isClosed: false, page: 0 }),
  },
  { action: "wishes.answer", label: (t) => t("wish.asked.title"), data: askedCallback.data(0) },
  { action: "comments.moderate", label: (t) => t("comment.title"), data: commentQueueCallback.data(0) },
  // Whoever moderates finds them behind the queue.
  {
    action: "comments.answer",
    unless: "comments.moderate",
    label: (t) => t("comment.title"),
    data: shownCallback.data(0),
  },
  {
    action: "ideas.manage",
    label: (t) => t("idea.title"),
    data: ideaQueueCallback.data({ queue: "voices", page: 0 }),
  },
  {
    action: "questions.guide",
    label: (t) => t("question.staff.talks"),
    data: talksCallback.data(0),
    isNeeded: ({ database }, staff, now) => hasTalks(database, reachOf(staff, "questions.guide"), now),
  },
  {
    action: "votes.manage",
    label: (t) => t("vote.title"),
    data: editVotesCallback.data({ isEnded: false, page: 0 }),
  },
  { action: "numbers.read", label: (t) => t("numbers.button"), data: numbersCallback.data(null) },
  { action: "announcements.send", label: (t) => t("announce.title"), data: announcementsCallback.data(0) },
  { action: "staff.manage", label: (t) => t("staff.button.people"), data: peopleCallback.data(0) },
  { action: "staff.manage", label: (t) => t("staff.button.invitations"), data: invitationsCallback.data(null) },
  {
    action: "audit.read",
    label: (t) => t("audit.button"),
    data: auditCallback.data({ page: 0, filter: { kind: "all" } }),
  },
];
