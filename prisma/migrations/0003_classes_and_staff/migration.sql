-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'admin', 'editor', 'moderator', 'teacher');

-- CreateEnum
CREATE TYPE "RoleOrigin" AS ENUM ('environment', 'command', 'invitation');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('beginner', 'intermediate', 'advanced');

-- CreateEnum
CREATE TYPE "LessonStatus" AS ENUM ('scheduled', 'moved', 'cancelled');

-- CreateEnum
CREATE TYPE "EnrolmentState" AS ENUM ('waiting', 'offered', 'enrolled', 'left');

-- CreateEnum
CREATE TYPE "OfferState" AS ENUM ('open', 'accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "AttendanceSource" AS ENUM ('zoom', 'teacher');

-- CreateEnum
CREATE TYPE "ZoomTaskState" AS ENUM ('pending', 'done', 'failed');

-- CreateEnum
CREATE TYPE "AnnouncementState" AS ENUM ('draft', 'proposed', 'scheduled', 'preparing', 'running', 'paused', 'cancelled', 'done');

-- DropIndex
DROP INDEX "Delivery_occurrenceId_state_idx";

-- DropIndex
DROP INDEX "Delivery_state_lane_dueAt_idx";

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "announcementId" INTEGER,
ADD COLUMN     "lessonId" INTEGER,
ADD COLUMN     "otherMessageIds" INTEGER[];

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "mutesAnnouncements" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Consent" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffRole" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "role" "Role" NOT NULL,
    "institutionId" INTEGER,
    "origin" "RoleOrigin" NOT NULL,
    "grantedBy" BIGINT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "code" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "institutionId" INTEGER,
    "groupId" INTEGER,
    "invitedBy" BIGINT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedBy" BIGINT,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" BIGINT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" SERIAL NOT NULL,
    "origin" TEXT,
    "area" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseText" (
    "courseId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT,
    "needs" TEXT,

    CONSTRAINT "CourseText_pkey" PRIMARY KEY ("courseId","language")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" SERIAL NOT NULL,
    "origin" TEXT,
    "courseId" INTEGER NOT NULL,
    "teacherId" BIGINT,
    "teacherName" TEXT NOT NULL,
    "level" "Level" NOT NULL DEFAULT 'beginner',
    "heldIn" TEXT NOT NULL DEFAULT 'ru',
    "audiences" "Audience"[],
    "ageMin" INTEGER,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "nextTicket" INTEGER NOT NULL DEFAULT 1,
    "timeZone" TEXT NOT NULL,
    "typedLink" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lesson" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "startsLocal" TIMESTAMP(0) NOT NULL,
    "status" "LessonStatus" NOT NULL DEFAULT 'scheduled',
    "previousStartsAt" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "zoomOccurrenceId" TEXT,
    "recordingUrl" TEXT,
    "recordingWithdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Learner" (
    "personId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Learner_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "EnrolmentDraft" (
    "personId" BIGINT NOT NULL,
    "groupId" INTEGER NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EnrolmentDraft_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "personId" BIGINT NOT NULL,
    "state" "EnrolmentState" NOT NULL,
    "ticket" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "enrolmentId" INTEGER NOT NULL,
    "state" "OfferState" NOT NULL DEFAULT 'open',
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "lessonId" INTEGER NOT NULL,
    "enrolmentId" INTEGER NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("lessonId","enrolmentId","joinedAt")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "lessonId" INTEGER NOT NULL,
    "enrolmentId" INTEGER NOT NULL,
    "isPresent" BOOLEAN NOT NULL,
    "source" "AttendanceSource" NOT NULL,
    "notedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("lessonId","enrolmentId")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "code" TEXT NOT NULL,
    "enrolmentId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "attended" INTEGER NOT NULL,
    "lessons" INTEGER NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Material" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "lessonId" INTEGER,
    "content" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "addedBy" BIGINT,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "groupId" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "zoomId" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("groupId")
);

-- CreateTable
CREATE TABLE "Registrant" (
    "enrolmentId" INTEGER NOT NULL,
    "registrantId" TEXT NOT NULL,
    "joinUrl" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Registrant_pkey" PRIMARY KEY ("enrolmentId")
);

-- CreateTable
CREATE TABLE "ZoomTask" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "groupId" INTEGER,
    "enrolmentId" INTEGER,
    "state" "ZoomTaskState" NOT NULL DEFAULT 'pending',
    "dedupeKey" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ZoomTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" SERIAL NOT NULL,
    "authorId" BIGINT,
    "state" "AnnouncementState" NOT NULL DEFAULT 'draft',
    "audience" JSONB NOT NULL,
    "buttons" JSONB NOT NULL DEFAULT '[]',
    "startAt" TIMESTAMPTZ(3),
    "windowFrom" INTEGER,
    "windowUntil" INTEGER,
    "isWeekly" BOOLEAN NOT NULL DEFAULT false,
    "parentId" INTEGER,
    "confirmedBy" BIGINT,
    "secondedBy" BIGINT,
    "cutoffAt" TIMESTAMPTZ(3),
    "cursor" BIGINT,
    "cursorAbove" BIGINT,
    "audienceSize" INTEGER NOT NULL DEFAULT 0,
    "pauseReason" TEXT,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "enqueued" INTEGER NOT NULL DEFAULT 0,
    "filledAt" TIMESTAMPTZ(3),
    "sent" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "uncertain" INTEGER NOT NULL DEFAULT 0,
    "expired" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "failuresInRow" INTEGER NOT NULL DEFAULT 0,
    "triedBefore" INTEGER NOT NULL DEFAULT 0,
    "failedBefore" INTEGER NOT NULL DEFAULT 0,
    "progressChatId" BIGINT,
    "progressMessageId" INTEGER,
    "progressShownAt" TIMESTAMPTZ(3),
    "progressShown" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnouncementText" (
    "announcementId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "AnnouncementText_pkey" PRIMARY KEY ("announcementId","language")
);

-- CreateIndex
CREATE UNIQUE INDEX "Consent_personId_document_version_key" ON "Consent"("personId", "document", "version");

-- CreateIndex
CREATE UNIQUE INDEX "StaffRole_personId_role_institutionId_key" ON "StaffRole"("personId", "role", "institutionId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffRole_personId_role_key" ON "StaffRole"("personId", "role") WHERE ("institutionId" IS NULL);

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_at_idx" ON "AuditEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_personId_at_idx" ON "AuditEntry"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Course_origin_key" ON "Course"("origin");

-- CreateIndex
CREATE INDEX "Course_area_idx" ON "Course"("area");

-- CreateIndex
CREATE UNIQUE INDEX "Group_origin_key" ON "Group"("origin");

-- CreateIndex
CREATE INDEX "Group_courseId_idx" ON "Group"("courseId");

-- CreateIndex
CREATE INDEX "Group_teacherId_idx" ON "Group"("teacherId");

-- CreateIndex
CREATE INDEX "Lesson_groupId_startsAt_idx" ON "Lesson"("groupId", "startsAt");

-- CreateIndex
CREATE INDEX "Lesson_startsAt_idx" ON "Lesson"("startsAt");

-- CreateIndex
CREATE INDEX "Lesson_endsAt_idx" ON "Lesson"("endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_groupId_number_key" ON "Lesson"("groupId", "number");

-- CreateIndex
CREATE INDEX "EnrolmentDraft_updatedAt_idx" ON "EnrolmentDraft"("updatedAt");

-- CreateIndex
CREATE INDEX "Enrolment_groupId_state_ticket_idx" ON "Enrolment"("groupId", "state", "ticket");

-- CreateIndex
CREATE INDEX "Enrolment_personId_state_idx" ON "Enrolment"("personId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_groupId_personId_key" ON "Enrolment"("groupId", "personId") WHERE ("state" <> 'left');

-- CreateIndex
CREATE INDEX "Offer_state_expiresAt_idx" ON "Offer"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "Offer_groupId_state_idx" ON "Offer"("groupId", "state");

-- CreateIndex
CREATE INDEX "Offer_enrolmentId_state_idx" ON "Offer"("enrolmentId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Offer_enrolmentId_key" ON "Offer"("enrolmentId") WHERE ("state" = 'open');

-- CreateIndex
CREATE INDEX "Presence_enrolmentId_idx" ON "Presence"("enrolmentId");

-- CreateIndex
CREATE INDEX "Attendance_enrolmentId_idx" ON "Attendance"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_enrolmentId_key" ON "Certificate"("enrolmentId");

-- CreateIndex
CREATE INDEX "Material_groupId_addedAt_idx" ON "Material"("groupId", "addedAt");

-- CreateIndex
CREATE INDEX "Material_lessonId_idx" ON "Material"("lessonId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_zoomId_key" ON "Meeting"("zoomId");

-- CreateIndex
CREATE UNIQUE INDEX "Registrant_registrantId_key" ON "Registrant"("registrantId");

-- CreateIndex
CREATE INDEX "ZoomTask_state_dueAt_idx" ON "ZoomTask"("state", "dueAt");

-- CreateIndex
CREATE INDEX "ZoomTask_groupId_idx" ON "ZoomTask"("groupId");

-- CreateIndex
CREATE INDEX "ZoomTask_enrolmentId_idx" ON "ZoomTask"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ZoomTask_dedupeKey_key" ON "ZoomTask"("dedupeKey") WHERE ("state" = 'pending');

-- CreateIndex
CREATE INDEX "Announcement_state_startAt_idx" ON "Announcement"("state", "startAt");

-- CreateIndex
CREATE INDEX "Delivery_state_lane_announcementId_dueAt_idx" ON "Delivery"("state", "lane", "announcementId", "dueAt");

-- CreateIndex
CREATE INDEX "Delivery_occurrenceId_state_idx" ON "Delivery"("occurrenceId", "state") WHERE ("occurrenceId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Delivery_lessonId_state_idx" ON "Delivery"("lessonId", "state") WHERE ("lessonId" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffRole" ADD CONSTRAINT "StaffRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffRole" ADD CONSTRAINT "StaffRole_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseText" ADD CONSTRAINT "CourseText_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Learner" ADD CONSTRAINT "Learner_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolmentDraft" ADD CONSTRAINT "EnrolmentDraft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolmentDraft" ADD CONSTRAINT "EnrolmentDraft_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registrant" ADD CONSTRAINT "Registrant_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZoomTask" ADD CONSTRAINT "ZoomTask_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZoomTask" ADD CONSTRAINT "ZoomTask_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementText" ADD CONSTRAINT "AnnouncementText_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "Asking" (
    "queryId" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "asked" INTEGER NOT NULL,

    CONSTRAINT "Asking_pkey" PRIMARY KEY ("hour","queryId")
);

-- CreateTable
CREATE TABLE "Reading" (
    "day" DATE NOT NULL,
    "eventId" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("day","eventId")
);

-- CreateTable
CREATE TABLE "Forgotten" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "what" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Forgotten_pkey" PRIMARY KEY ("what","hour")
);

-- CreateIndex
CREATE INDEX "Asking_queryId_idx" ON "Asking"("queryId");

-- CreateIndex
CREATE INDEX "Reading_eventId_idx" ON "Reading"("eventId");

-- CreateIndex
CREATE INDEX "Delivery_kind_settledAt_state_idx" ON "Delivery"("kind", "settledAt", "state") WHERE ("lane" <> 'bulk');

-- AddForeignKey
ALTER TABLE "Asking" ADD CONSTRAINT "Asking_queryId_fkey" FOREIGN KEY ("queryId") REFERENCES "SearchQuery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Group" ADD CONSTRAINT "Group_places" CHECK ("taken" BETWEEN 0 AND "capacity" AND "capacity" > 0);
ALTER TABLE "Group" ADD CONSTRAINT "Group_line" CHECK ("waiting" >= 0);
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_span" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_span" CHECK ("expiresAt" > "offeredAt");
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_window" CHECK ("windowFrom" BETWEEN 0 AND 1439 AND "windowUntil" BETWEEN 1 AND 1440);
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_window_pair" CHECK (("windowFrom" IS NULL) = ("windowUntil" IS NULL));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_use" CHECK (("usedBy" IS NULL) = ("usedAt" IS NULL));

-- An announcement's account: each statement that settles deliveries counts them, in its own transaction. Only updates:
-- who is deleted with a person, or forgotten after 30 days, stays counted as what they were.
CREATE FUNCTION count_announcement_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Announcement" a SET
    "sent" = a."sent" + c."sent", "blocked" = a."blocked" + c."blocked", "failed" = a."failed" + c."failed",
    "uncertain" = a."uncertain" + c."uncertain", "expired" = a."expired" + c."expired",
    "cancelled" = a."cancelled" + c."cancelled",
    "failuresInRow" = CASE WHEN c."sent" > 0 THEN 0 ELSE a."failuresInRow" + greatest(c."failed", 0) END
  FROM (
    SELECT r."announcementId",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'sent'), 0)::int AS "sent",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'blocked'), 0)::int AS "blocked",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'failed'), 0)::int AS "failed",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'uncertain'), 0)::int AS "uncertain",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'expired'), 0)::int AS "expired",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'cancelled'), 0)::int AS "cancelled"
    FROM (
      SELECT d."announcementId", d.n, CASE WHEN d."state" = 'failed' AND d."reason" IN ('blocked', 'deactivated', 'never_started')
        THEN 'blocked' ELSE d."state"::text END AS "outcome"
      FROM (SELECT "announcementId", "state", "reason", 1 AS n FROM after_rows
            UNION ALL SELECT "announcementId", "state", "reason", -1 FROM before_rows) d
      WHERE d."announcementId" IS NOT NULL AND d."state" NOT IN ('pending', 'claimed')
    ) r GROUP BY r."announcementId"
  ) c WHERE a."id" = c."announcementId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Delivery_count" AFTER UPDATE ON "Delivery"
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_announcement_outcomes();
