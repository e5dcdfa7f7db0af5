-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "leads" INTEGER[] DEFAULT ARRAY[1440, 60]::INTEGER[];

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "isFreeOnline" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "simpleMode" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Absence" (
    "lessonId" INTEGER NOT NULL,
    "enrolmentId" INTEGER NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("lessonId","enrolmentId")
);

-- CreateIndex
CREATE INDEX "Absence_enrolmentId_idx" ON "Absence"("enrolmentId");

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
