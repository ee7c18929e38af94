/** What money is called, by ISO 4217. */
import { CURRENCY_CODES } from '../money-signs.ts'

/** Signs before a figure; "$" alone is the United States' dollar, the commonest that is written so. */
export const SIGNS = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₵', 'GHS'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['₡', 'CRC'],
  ['৳', 'BDT'],
])

/** What stands glued before "$": "US$", "A$". */
export const DOLLARS_BY_PREFIX = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['nz', 'NZD'],
  ['hk', 'HKD'],
  ['s', 'SGD'],
  ['r', 'BRL'],
  ['nt', 'TWD'],
  ['mx', 'MXN'],
])

/** Codes before or after a figure, in capitals ("EUR 20", "20 CHF"). */
export const CODES: ReadonlySet<string> = new Set(CURRENCY_CODES.map((code) => code.toLowerCase()))
/** Those that are something else as well ("PHP 8"): only where the figure is plainly a sum. */
export const DOUBTFUL_CODES: ReadonlySet<string> = new Set(['php', 'mad'])

/** Short forms before a figure; null where only the country that the text speaks of tells whose it is. */
export const SHORT_SIGNS = new Map<string, string | null>([
  ['rs', null],
  ['sh', null],
  ['shs', null],
  ['r', null],
  ['n', null],
  ['ksh', 'KES'],
  ['kshs', 'KES'],
  ['tsh', 'TZS'],
  ['ush', 'UGX'],
  ['rm', 'MYR'],
  ['rp', 'IDR'],
  ['tk', 'BDT'],
  ['ghc', 'GHS'],
])

/** Words and signs that a sum may begin with. */
export const SIGN_WORDS: readonly string[] = [
  ...SIGNS.keys(),
  ...DOLLARS_BY_PREFIX.keys(),
  ...CODES,
  ...SHORT_SIGNS.keys(),
]

/** Names after a figure. Those that several countries share ("pesos", "kroner") are in shared-currencies.ts. */
export const NAMES = new Map([
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['bucks', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['ruble', 'RUB'],
  ['rubles', 'RUB'],
  ['rouble', 'RUB'],
  ['roubles', 'RUB'],
  ['kronor', 'SEK'],
  ['shekels', 'ILS'],
  ['hryvnia', 'UAH'],
  ['hryvnias', 'UAH'],
  ['zloty', 'PLN'],
  ['zlotys', 'PLN'],
  ['rand', 'ZAR'],
  ['naira', 'NGN'],
  ['baht', 'THB'],
  ['quid', 'GBP'],
  ['dong', 'VND'],
  ['ringgit', 'MYR'],
  ['rupiah', 'IDR'],
  ['taka', 'BDT'],
  ['cedi', 'GHS'],
  ['cedis', 'GHS'],
  ['birr', 'ETB'],
  ['forint', 'HUF'],
  ['forints', 'HUF'],
  ['tenge', 'KZT'],
  ['lari', 'GEL'],
  ['shekel', 'ILS'],
])

/** A word before the name: "Canadian dollars", "Swiss francs". */
export const BY_COUNTRY = new Map([
  ['us dollars', 'USD'],
  ['american dollars', 'USD'],
  ['canadian dollars', 'CAD'],
  ['australian dollars', 'AUD'],
  ['singapore dollars', 'SGD'],
  ['swiss francs', 'CHF'],
  ['norwegian kroner', 'NOK'],
  ['danish kroner', 'DKK'],
  ['swedish kronor', 'SEK'],
  ['mexican pesos', 'MXN'],
  ['argentine pesos', 'ARS'],
  ['chilean pesos', 'CLP'],
  ['colombian pesos', 'COP'],
  ['philippine pesos', 'PHP'],
  ['turkish lira', 'TRY'],
  ['pounds sterling', 'GBP'],
  ['british pounds', 'GBP'],
  ['indian rupees', 'INR'],
  ['pakistani rupees', 'PKR'],
  ['nepali rupees', 'NPR'],
  ['nepalese rupees', 'NPR'],
  ['kenyan shillings', 'KES'],
  ['kenya shillings', 'KES'],
  ['tanzanian shillings', 'TZS'],
  ['ugandan shillings', 'UGX'],
  ['uganda shillings', 'UGX'],
  ['hong kong dollars', 'HKD'],
  ['zealand dollars', 'NZD'],
])

/** Hundredths: "50 cents", "80 pence". */
export const HUNDREDTHS = new Map([
  ['cents', 'USD'],
  ['cent', 'USD'],
  ['pence', 'GBP'],
  ['penny', 'GBP'],
])

/** What multiplies a sum of money right after its figure: "3.5m", "20k", "2 bn". */
export const SUFFIXES = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mm', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
])
