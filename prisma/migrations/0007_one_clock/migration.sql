-- Times come from the bot's clock alone. A default was a second one, of which a row got a share whenever somebody forgot:
-- compared with the first, it hid people from announcements. And an event whose publishing nobody spoke of was published.

ALTER TABLE "Announcement" ALTER COLUMN "createdAt" DROP DEFAULT;

ALTER TABLE "Course" ALTER COLUMN "createdAt" DROP DEFAULT;

ALTER TABLE "Event" ALTER COLUMN "publishedAt" DROP DEFAULT,
ALTER COLUMN "createdAt" DROP DEFAULT;

ALTER TABLE "Group" ALTER COLUMN "createdAt" DROP DEFAULT;

ALTER TABLE "Invitation" ALTER COLUMN "createdAt" DROP DEFAULT;

ALTER TABLE "Learner" ALTER COLUMN "createdAt" DROP DEFAULT;

ALTER TABLE "Lesson" ALTER COLUMN "changedAt" DROP DEFAULT;

ALTER TABLE "Link" ALTER COLUMN "addedAt" DROP DEFAULT;

ALTER TABLE "Occurrence" ALTER COLUMN "changedAt" DROP DEFAULT;

ALTER TABLE "Origin" ALTER COLUMN "importedAt" DROP DEFAULT;

ALTER TABLE "Person" ALTER COLUMN "firstSeenAt" DROP DEFAULT,
ALTER COLUMN "lastSeenAt" DROP DEFAULT;

ALTER TABLE "Rating" ALTER COLUMN "ratedAt" DROP DEFAULT;

ALTER TABLE "Reminder" ALTER COLUMN "createdAt" DROP DEFAULT;

ALTER TABLE "SearchQuery" ALTER COLUMN "askedAt" DROP DEFAULT;

ALTER TABLE "StaffRole" ALTER COLUMN "grantedAt" DROP DEFAULT;

ALTER TABLE "ZoomTask" ALTER COLUMN "createdAt" DROP DEFAULT;
