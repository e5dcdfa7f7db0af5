-- MAX calls messages by text, and flows know them by a number that is made of it; back from the number leads this table. Only
-- messages of flows are in it: deliveries keep MAX's own name.
CREATE TABLE "MaxMessage" (
    "number" BIGINT NOT NULL,
    "mid" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MaxMessage_pkey" PRIMARY KEY ("number")
);

-- Where polling goes on. Whoever asks MAX without a marker is told the newest update only.
CREATE TABLE "PollingMarker" (
    "door" "Door" NOT NULL,
    "marker" BIGINT NOT NULL,

    CONSTRAINT "PollingMarker_pkey" PRIMARY KEY ("door")
);

-- A file that was sent at one messenger, by what another one calls its copy: an announcement uploads it once.
CREATE TABLE "FileCopy" (
    "fileId" TEXT NOT NULL,
    "door" "Door" NOT NULL,
    "copy" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FileCopy_pkey" PRIMARY KEY ("fileId", "door")
);
