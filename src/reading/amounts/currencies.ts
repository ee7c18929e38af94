/** What money is called, by ISO 4217. */

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
])

/** Codes before or after a figure, in capitals ("EUR 20", "20 CHF"), and "Rs". */
export const CODES = new Set(
  'usd eur gbp jpy inr rub krw ils try uah ngn aud cad nzd hkd sgd brl chf sek nok dkk pln czk huf cny rmb zar mxn thb'.split(
    ' ',
  ),
)

/** Words and signs that a sum may begin with. */
export const SIGN_WORDS: readonly string[] = [...SIGNS.keys(), ...DOLLARS_BY_PREFIX.keys(), ...CODES, 'rs']

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
  ['rupee', 'INR'],
  ['rupees', 'INR'],
  ['kronor', 'SEK'],
  ['shekels', 'ILS'],
  ['hryvnia', 'UAH'],
  ['hryvnias', 'UAH'],
  ['zloty', 'PLN'],
  ['zlotys', 'PLN'],
  ['rand', 'ZAR'],
  ['naira', 'NGN'],
  ['baht', 'THB'],
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
])

/** Hundredths: "50 cents", "80 pence". */
export const HUNDREDTHS = new Map([
  ['cents', 'USD'],
  ['pence', 'GBP'],
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
