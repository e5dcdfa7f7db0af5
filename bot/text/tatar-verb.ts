/**
 * Whether a folded ending makes a Tatar verb of its stem: бар-асы-быз, кара-рга, кил-ми-сез-ме, күр-сәт-еп. A verb has some
 * hundred forms, and lists of them always lacked the one that somebody typed: «барасыбыз», «эләгергә». Endings come in a
 * fixed order, of voice, denial, time or mood, person, case and question; none of them need be there.
 */
export const isTatarVerbEnding = (folded: string): boolean => endings.test(folded);

/** Passive, reflexive, causative and reciprocal. */
const voice = "[ыеу]?[лнш]|с?[ае]т|[ыед]?р|[тд][ыеу]р";
const denial = "м[ае]|м[ыи]й|ми|м[ае]с";
const times = [
  // Now and to come: бар-а, эшл-и, тыңл-ый, бар-ачак, кил-ер, кара-р.
  "а|е|и|ый|й|[ая]?[ая]чак|[еая]?[ая]чаг|а?р|[ыеу]р",
  // Past: бар-ды, кит-те, бар-ган, кил-гән-че, кайт-кач.
  "[дт][ыеу]|[гк]ан(?:ч[ыае])?|[гк]ач",
  // To do, wished, if, in doing: бар-ырга, кил-әсе, бар-са, бар-ып, кара-у, бар-ыйк.
  "[ыеа]?рга|(?:а|ый|и|й)?с[ыеу]|са|[ыеу]?п|ыйча|ича|[ыеа]?у|ю|ув|ыйк|ик|ыйм|им|сын|сен|сыннар|сеннар",
].join("|");
const person = "м|мын|мен|ым|ем|н|сын|сен|к|б[ыеу]з|с[ыеу]з|[ыеу]?г[ыеу]з|[лн]ар|лык|лек";
const cases = "га|ка|да|та|дан|тан|нан|ны|не|нын|нен|ы|е|дагы|даге";
const question = "м[ыеу](?:ни|н[ыеу]|кан)?|ч[ыае]|микан|м?ле";
const endings = new RegExp(
  `^(?:${voice})?(?:${denial})?(?:${times})?(?:${person})?(?:${cases})?(?:${question})?$`,
  "u",
);
