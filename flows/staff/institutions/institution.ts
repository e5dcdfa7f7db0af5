import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { institutionAboutCallback, institutionHoursCallback } from "../offers/callbacks.ts";
import { institutionCallback, institutionPlaceCallback, institutionWordsCallback } from "./callbacks.ts";
import { editInstitutionAbout, editInstitutionHours } from "./edit-doors.ts";
import { askInstitutionPlace, editInstitutionWords } from "./edit-institution.ts";
import { institutionView } from "./institution-view.ts";

export const institutionScreen = new Screen();

onStaffCallback(institutionScreen, institutionCallback, "institutions.edit", async (ctx, institutionId) => {
  const view = await institutionView(ctx.services, ctx.reader, institutionId);
  await (view === null ? refuse(ctx) : show(ctx, view));
});

onStaffCallback(institutionScreen, institutionWordsCallback, "institutions.edit", (ctx, which) =>
  enter(ctx, editInstitutionWords, which),
);

onStaffCallback(institutionScreen, institutionPlaceCallback, "institutions.manage", (ctx, institutionId) =>
  enter(ctx, askInstitutionPlace, institutionId),
);

onStaffCallback(institutionScreen, institutionHoursCallback, "institutions.edit", (ctx, institutionId) =>
  enter(ctx, editInstitutionHours, institutionId),
);

onStaffCallback(institutionScreen, institutionAboutCallback, "institutions.edit", (ctx, which) =>
  enter(ctx, editInstitutionAbout, which),
);
