-- CreateTable
CREATE TABLE "LessonRating" (
    "id" SERIAL NOT NULL,
    "lessonId" INTEGER NOT NULL,
    "personId" BIGINT,
    "stars" INTEGER NOT NULL,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LessonRating_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LessonRating_personId_idx" ON "LessonRating"("personId");

-- CreateIndex
CREATE INDEX "LessonRating_ratedAt_idx" ON "LessonRating"("ratedAt");

-- CreateIndex
CREATE UNIQUE INDEX "LessonRating_lessonId_personId_key" ON "LessonRating"("lessonId", "personId");

-- AddForeignKey
ALTER TABLE "LessonRating" ADD CONSTRAINT "LessonRating_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonRating" ADD CONSTRAINT "LessonRating_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma has no words for.
ALTER TABLE "LessonRating" ADD CONSTRAINT "LessonRating_stars_check" CHECK ("stars" BETWEEN 1 AND 5);
