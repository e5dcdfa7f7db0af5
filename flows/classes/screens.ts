import { Screen } from "../kit/screen.ts";
import { certificateScreen } from "./certificate.ts";
import { courseScreen } from "./course.ts";
import { courseFiltersScreen } from "./course-filters.ts";
import { coursesScreen } from "./courses.ts";
import { changeGroupScreen } from "./enrolment/change-group.ts";
import { offersScreen } from "./enrolment/offers.ts";
import { ownContactScreen } from "./enrolment/own-contact.ts";
import { followingScreen } from "./following.ts";
import { groupScreen } from "./group.ts";
import { joinScreen } from "./join.ts";
import { lessonRemindersScreen } from "./lesson-reminders.ts";
import { handoutsScreen } from "./materials.ts";
import { ownClassesScreen } from "./own-classes.ts";

/** What learners walk through. */
export const classesScreens = new Screen(
  coursesScreen,
  courseScreen,
  groupScreen,
  changeGroupScreen,
  followingScreen,
  courseFiltersScreen,
  offersScreen,
  ownClassesScreen,
  ownContactScreen,
  joinScreen,
  lessonRemindersScreen,
  handoutsScreen,
  certificateScreen,
);
