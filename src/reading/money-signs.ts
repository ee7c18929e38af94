/** Signs of money that are letters and are written right before a figure ("USD34.6m", "Rs500", "KSh450"), as they are written. */

/** ISO 4217, but for codes that are words or names as well. */
const CODES =
  'USD EUR GBP JPY INR RUB KRW ILS TRY UAH NGN AUD CAD NZD HKD SGD BRL CHF SEK NOK DKK PLN CZK HUF CNY RMB ZAR MXN THB VND KES TZS UGX GHS ZMW ETB RWF EGP DZD TND AED SAR QAR KWD BHD OMR JOD IQD IRR PKR LKR NPR BDT MMK KHR IDR MYR TWD KZT UZS GEL AZN BYN MDL RON BGN RSD ISK XOF XAF MZN BWP NAD MUR ARS CLP COP UYU PYG DOP JMD TTD GTQ HNL CRC XCD PGK PHP MAD'

/** Short forms, and what each is; "Sh", "Rs", "R" and "N" are told by the country that the text speaks of. */
const SHORT = 'Rs KSh Ksh KShs Kshs TSh Tsh USh Ush Sh Shs R N RM Rp Tk NT GHC'

export const CURRENCY_CODES: readonly string[] = CODES.split(' ')

/** Longer ones first. */
export const MONEY_LETTERS: readonly string[] = [...CODES.split(' '), ...SHORT.split(' ')].sort(
  (a, b) => b.length - a.length,
)
