/** The months' names in the languages that pages come in, and the order in which a language writes a day in figures. */

import { normalForm } from '../../../text/index.ts'

/**
 * January to December; forms of one month are parted by a stroke. What follows
 * a full stop at the end of a line may also be shortened, to three letters or more.
 */
const SHORTENED = [
  'january february march april may june july august september october november december',
  'januar|jänner februar|feber märz|maerz april mai juni|juno juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpień września|wrzesień października|październik listopada|listopad grudnia|grudzień',
  'января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь',
  'січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar marts|mars april maj|mai juni juli august september oktober november desember|december',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'ιανουαρίου|ιανουάριος φεβρουαρίου|φεβρουάριος μαρτίου|μάρτιος απριλίου|απρίλιος μαΐου|μάιος ιουνίου|ιούνιος ιουλίου|ιούλιος αυγούστου|αύγουστος σεπτεμβρίου|σεπτέμβριος οκτωβρίου|οκτώβριος νοεμβρίου|νοέμβριος δεκεμβρίου|δεκέμβριος',
]
const WHOLE = [
  'tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu',
  'ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu|listopad prosince|prosinec',
  'يناير فبراير مارس أبريل|ابريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر',
  'ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר',
  'जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर नवंबर|नवम्बर दिसंबर|दिसम्बर',
]
/** Whole words of one language that shorten a month of another, and the like. */
const BY_THEMSELVES: [string, number][] = [
  ['sept', 9],
  ['mrz', 3],
  ['juil', 7],
]

/** Letters alone, so that "fevrier" and "Février" are one word. */
const keyOf = (word: string): string =>
  normalForm(word, 'NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

const MONTHS = makeMonths()

function makeMonths(): Map<string, number> {
  const whole = new Map<string, number>(BY_THEMSELVES)
  const shortened = new Map<string, number>()
  for (const language of [...SHORTENED, ...WHOLE]) {
    for (const [index, forms] of language.split(' ').entries()) {
      for (const form of forms.split('|').map(keyOf)) {
        whole.set(form, index + 1)
        if (WHOLE.includes(language)) continue
        for (let length = 3; length < form.length; length++) {
          const short = form.slice(0, length)
          // One beginning of several months, as "jui" is, names none.
          shortened.set(short, (shortened.get(short) ?? index + 1) === index + 1 ? index + 1 : 0)
        }
      }
    }
  }
  return new Map([...shortened, ...whole])
}

/** 1 to 12; 0 where the word names no month, in none of the languages. */
export const monthNamed = (word: string): number => (word.length > 20 ? 0 : (MONTHS.get(keyOf(word)) ?? 0))

export type FigureOrder = 'day-first' | 'month-first' | null

/** How 4/5/2026 is read in a language (BCP 47); null where it can't be told: English is written in both ways. */
export function figureOrder(language: string): FigureOrder {
  if (/^en-(gb|au|nz|ie|za|in)\b/i.test(language)) return 'day-first'
  return language === '' || /^en\b/i.test(language) ? null : 'day-first'
}
