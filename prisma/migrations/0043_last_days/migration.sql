-- Three days before the end of what lasts. The version before neither sets such a reminder nor plans one: it finds no message
-- for it, and what it sends of one that is due says that it began.
ALTER TABLE "Reminder" DROP CONSTRAINT "Reminder_minutes",
ADD CONSTRAINT "Reminder_minutes" CHECK ("minutes" IN (-4320, 0, 15, 60, 180, 1440));
