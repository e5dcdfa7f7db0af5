import { Screen } from "../kit/screen.ts";
import { announcementScreen } from "./announcements/announcement.ts";
import { announcementsScreen } from "./announcements/list.ts";
import { proposalScreen } from "./announcements/proposal.ts";
import { editArticlesScreen } from "./articles/screen.ts";
import { auditScreen } from "./audit/audit.ts";
import { postsScreen } from "./channels/posts.ts";
import { channelsScreen } from "./channels/screen.ts";
import { editCourseScreen } from "./classes/course.ts";
import { courseTextScreen } from "./classes/course-text.ts";
import { editCoursesScreen } from "./classes/courses.ts";
import { editGroupScreen } from "./classes/group.ts";
import { editLessonsScreen } from "./classes/lessons.ts";
import { editCollectionsScreen } from "./collections/screen.ts";
import { commentsScreen } from "./comments/screen.ts";
import { pairsScreen } from "./duplicates/list.ts";
import { pairScreen } from "./duplicates/pair.ts";
import { feedScreen } from "./feeds/feed.ts";
import { hintsScreen } from "./feeds/hints.ts";
import { feedsScreen } from "./feeds/list.ts";
import { answerIdeasScreen } from "./ideas/screen.ts";
import { loadsScreen } from "./importing/loads.ts";
import { offerTable } from "./importing/offer-table.ts";
import { importScreen } from "./importing/screen.ts";
import { institutionScreen } from "./institutions/institution.ts";
import { institutionsScreen } from "./institutions/list.ts";
import { staffMenuScreen } from "./menu.ts";
import { editOffersScreen } from "./offers/screen.ts";
import { acceptScreen } from "./people/accept-invitation.ts";
import { invitationsScreen } from "./people/invitations.ts";
import { peopleScreen } from "./people/people.ts";
import { takeScreen } from "./people/revoke-role.ts";
import { placesScreen } from "./places/places.ts";
import { editEventScreen } from "./programme/event.ts";
import { offerPasted } from "./programme/make/offer-pasted.ts";
import { offerPdf } from "./programme/make/offer-pdf.ts";
import { programmeScreen } from "./programme/menu.ts";
import { guideQuestionsScreen } from "./questions/screen.ts";
import { numbersScreen } from "./reports/reports.ts";
import { rosterScreen } from "./roster/roster.ts";
import { taughtGroupScreen } from "./teach/group.ts";
import { groupsScreen } from "./teach/groups.ts";
import { tickScreen } from "./teach/mark-attendance.ts";
import { taughtMaterialsScreen } from "./teach/materials.ts";
import { recordingScreen } from "./teach/recording.ts";
import { residentsScreen } from "./threads/screen.ts";
import { editVotesScreen } from "./votes/screen.ts";
import { askedScreen } from "./wishes/screen.ts";

/** What staff walks through, in the order of its menu. */
export const staffScreens = new Screen(staffMenuScreen);

staffScreens.use(programmeScreen, editEventScreen, importScreen, loadsScreen, feedsScreen, feedScreen, hintsScreen);
staffScreens.use(channelsScreen, postsScreen);
staffScreens.use(editCollectionsScreen, pairsScreen, pairScreen, institutionsScreen, institutionScreen, placesScreen);
staffScreens.use(editOffersScreen, editArticlesScreen);
staffScreens.use(editCoursesScreen, editCourseScreen, courseTextScreen, editGroupScreen, editLessonsScreen);
staffScreens.use(groupsScreen, taughtGroupScreen, rosterScreen, tickScreen, recordingScreen, taughtMaterialsScreen);
staffScreens.use(
  residentsScreen,
  askedScreen,
  commentsScreen,
  answerIdeasScreen,
  guideQuestionsScreen,
  editVotesScreen,
  numbersScreen,
);
staffScreens.use(announcementsScreen, announcementScreen, proposalScreen);
staffScreens.use(peopleScreen, takeScreen, invitationsScreen, acceptScreen, auditScreen);
// Behind all of the staff's screens, which know what they wait for.
staffScreens.use(offerTable, offerPdf, offerPasted);
