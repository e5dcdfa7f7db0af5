import { hadDialogue } from "../bot/doors/telegram/dialogue/dialogue-store.ts";
import { forgetMe } from "./account/forget-me.ts";
import { zoneByPlace } from "./account/zone-by-place.ts";
import { enrol } from "./classes/enrolment/enrol.ts";
import { findOwnPlaces } from "./classes/enrolment/own-contact.ts";
import { newIdea } from "./ideas/new-idea.ts";
import { Screen } from "./kit/screen.ts";
import { askGuestQuestion } from "./questions/ask-question.ts";
import { announce } from "./staff/announcements/announce.ts";
import { correctAnnouncement } from "./staff/announcements/correct.ts";
import { refuseAnnouncement } from "./staff/announcements/refuse-announcement.ts";
import { rescheduleAnnouncement } from "./staff/announcements/reschedule.ts";
import { changeArticle } from "./staff/articles/edit-article.ts";
import { newArticle } from "./staff/articles/new-article.ts";
import { planOneArticle } from "./staff/articles/plan-article.ts";
import { auditDays } from "./staff/audit/audit-days.ts";
import { searchAudit } from "./staff/audit/search-audit.ts";
import { connectToHouse } from "./staff/channels/connect-channel.ts";
import { editCourseArea, editCourseText } from "./staff/classes/edit/edit-course.ts";
import { addMoreLessons, editGroup } from "./staff/classes/edit/edit-group.ts";
import { moveOneLesson } from "./staff/classes/edit/move-lesson.ts";
import { moveWholeSeries } from "./staff/classes/edit/move-series.ts";
import { newCourse } from "./staff/classes/edit/new-course.ts";
import { newGroup } from "./staff/classes/edit/new-group.ts";
import { searchClasses } from "./staff/classes/search.ts";
import { addToCollection } from "./staff/collections/add-members.ts";
import { editCollectionDates, editCollectionParent, editCollectionText } from "./staff/collections/edit-collection.ts";
import { editCollectionRule } from "./staff/collections/edit-rule.ts";
import { newCollection } from "./staff/collections/new-collection.ts";
import { answerAsHouse } from "./staff/comments/answer-comment.ts";
import { changeHeldWords } from "./staff/comments/held-words.ts";
import { rejectInOwnWords } from "./staff/comments/reject-comment.ts";
import { changeFeedHour } from "./staff/feeds/change-hour.ts";
import { newFeed } from "./staff/feeds/new-feed.ts";
import { declineIdea } from "./staff/ideas/decline.ts";
import { finishIdea } from "./staff/ideas/finish.ts";
import { mergeIdeas } from "./staff/ideas/merge.ts";
import { importFile } from "./staff/importing/import-file.ts";
import { editInstitutionAbout, editInstitutionHours } from "./staff/institutions/edit-doors.ts";
import { askInstitutionPlace, editInstitutionWords } from "./staff/institutions/edit-institution.ts";
import { searchInstitutions } from "./staff/institutions/find-institution.ts";
import { newInstitution } from "./staff/institutions/new-institution.ts";
import { changeOffer } from "./staff/offers/edit-offer.ts";
import { newOffer } from "./staff/offers/new-offer.ts";
import { changeHouse } from "./staff/people/change-house.ts";
import { inviteToStaff } from "./staff/people/invite.ts";
import { findPlaceByName, mergePlace, pinOnePlace, writePlace } from "./staff/places/edit-place.ts";
import { changeEvent } from "./staff/programme/edit/change-event.ts";
import { newEvent } from "./staff/programme/make/new-event.ts";
import { pasteEvent } from "./staff/programme/make/paste-event.ts";
import { resumeEvent } from "./staff/programme/make/resume-event.ts";
import { searchProgramme } from "./staff/programme/search.ts";
import { answerGuestQuestion } from "./staff/questions/answer.ts";
import { mergeQuestions } from "./staff/questions/merge.ts";
import { chooseDays } from "./staff/reports/choose-days.ts";
import { enrolCaller } from "./staff/roster/enrol-caller.ts";
import { removeLearner } from "./staff/roster/remove-learner.ts";
import { addMaterialTo } from "./staff/teach/add-material.ts";
import { findGroups } from "./staff/teach/find-groups.ts";
import { giveRecording } from "./staff/teach/give-recording.ts";
import { tellClassOf } from "./staff/teach/tell-class.ts";
import { answerResident } from "./staff/threads/answer.ts";
import { newVote } from "./staff/votes/new-vote.ts";
import { answerWishers } from "./staff/wishes/answer.ts";
import { writeToHuman } from "./threads/write-to-staff.ts";
import { appealComment } from "./voices/appeal-comment.ts";
import { writeOwnComment } from "./voices/write-comment.ts";

/** Every dialogue that there is, for the update that finds one running; screens enter theirs by themselves (kit/dialogue.ts). */
export const dialogues = [
  addMaterialTo,
  announce,
  correctAnnouncement,
  refuseAnnouncement,
  rescheduleAnnouncement,
  addMoreLessons,
  editCourseArea,
  editCourseText,
  editGroup,
  moveOneLesson,
  moveWholeSeries,
  newCourse,
  newGroup,
  newIdea,
  askGuestQuestion,
  searchClasses,
  addToCollection,
  editCollectionDates,
  editCollectionParent,
  editCollectionRule,
  editCollectionText,
  newCollection,
  enrol,
  enrolCaller,
  connectToHouse,
  changeArticle,
  planOneArticle,
  changeEvent,
  changeOffer,
  chooseDays,
  declineIdea,
  finishIdea,
  mergeIdeas,
  answerGuestQuestion,
  mergeQuestions,
  changeHouse,
  auditDays,
  findGroups,
  findOwnPlaces,
  searchInstitutions,
  forgetMe,
  giveRecording,
  importFile,
  newFeed,
  changeFeedHour,
  askInstitutionPlace,
  editInstitutionAbout,
  editInstitutionHours,
  editInstitutionWords,
  inviteToStaff,
  findPlaceByName,
  mergePlace,
  pinOnePlace,
  writePlace,
  newArticle,
  newEvent,
  newInstitution,
  newOffer,
  newVote,
  pasteEvent,
  removeLearner,
  resumeEvent,
  searchAudit,
  searchProgramme,
  answerAsHouse,
  answerResident,
  answerWishers,
  appealComment,
  changeHeldWords,
  rejectInOwnWords,
  tellClassOf,
  writeOwnComment,
  writeToHuman,
  zoneByPlace,
];

const everyDialogue = new Screen(...dialogues.map(({ middleware }) => middleware));

/** Goes on with the dialogue that runs in this chat. Most updates find none, and are spared the layer of each. */
export const runningDialogues = new Screen();
runningDialogues.find((ctx) => (hadDialogue(ctx) ? everyDialogue.middleware() : undefined));
