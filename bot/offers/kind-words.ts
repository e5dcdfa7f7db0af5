import type { OfferKind } from "./offer.ts";

/** Words in all languages by which people look for a kind, beside the words of its texts. */
export const kindWords: Readonly<Record<OfferKind, string>> = {
  exhibition: "выставка экспозиция постоянная музей күргәзмә даими музее exhibition permanent exhibit museum",
  walking_route:
    "маршрут прогулка экскурсия пешком самостоятельно җәяүле йөреш сәяхәт экскурсия route walk walking tour trail",
  virtual_tour: "виртуальный тур экскурсия прогулка виртуаль экскурсия сәяхәт virtual tour panorama",
  e_library: "электронная библиотека книги читать онлайн электрон китапханә китаплар library books reading",
  web_collection: "коллекция архив фонды онлайн собрание коллекция җыелма тупланма collection archive online",
  training: "обучение модуль самообучение тренинг уроки курс укыту модуль дәресләр training module learning course",
};
