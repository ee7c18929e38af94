/** Money whose name several countries share: the one that the text speaks of tells whose it is. */
import { capital, type Pieces } from '../times/pieces.ts'

const PESOS = new Map(
  Object.entries({
    MXN: 'mexico mexican mexicans',
    ARS: 'argentina argentine argentinian argentines',
    CLP: 'chile chilean chileans',
    COP: 'colombia colombian colombians',
    PHP: 'philippines philippine filipino filipinos manila',
    UYU: 'uruguay uruguayan',
    CUP: 'cuba cuban cubans',
    DOP: 'dominican',
  }).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
)
const KRONER = new Map(
  Object.entries({ NOK: 'norway norwegian norwegians oslo', DKK: 'denmark danish danes copenhagen' }).flatMap(
    ([code, words]) => words.split(' ').map((word) => [word, code] as const),
  ),
)
const byCode = (words: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).flatMap(([code, list]) => list.split(' ').map((word) => [word, code] as const)))
const SHILLINGS = byCode({
  KES: 'kenya kenyan kenyans nairobi mombasa kisumu nakuru eldoret ksh kshs kes',
  TZS: 'tanzania tanzanian tanzanians dodoma zanzibar tsh tzs',
  UGX: 'uganda ugandan ugandans kampala entebbe ush ugx',
})
const RUPEES = byCode({
  INR: 'india indian indians delhi mumbai bengaluru bangalore kolkata chennai hyderabad inr modi lok crore',
  PKR: 'pakistan pakistani pakistanis islamabad lahore karachi pkr',
  LKR: 'lanka lankan lankans colombo lkr',
  NPR: 'nepal nepali nepalese kathmandu npr',
  MUR: 'mauritius mauritian',
})
const RAND = byCode({ ZAR: 'africa african africans johannesburg pretoria durban soweto gauteng rand rands eskom zar' })
const NAIRA = byCode({ NGN: 'nigeria nigerian nigerians lagos abuja naira ngn' })
const SHARED = new Map<string, ReadonlyMap<string, string>>([
  ['pesos', PESOS],
  ['kroner', KRONER],
  ['shillings', SHILLINGS],
  ['shilling', SHILLINGS],
  ['sh', SHILLINGS],
  ['shs', SHILLINGS],
  ['rupees', RUPEES],
  ['rupee', RUPEES],
  ['rs', RUPEES],
  ['r', RAND],
  ['n', NAIRA],
])
/** Whose it is where no country is named: that of the one that is written so most. */
const MOSTLY = new Map([
  ['rupees', 'INR'],
  ['rupee', 'INR'],
  ['rs', 'INR'],
])

/** By the name after a figure ("pesos"), the currency that is meant; null where it is none, or no one country is named. */
export type WhoseMoney = (name: string) => string | null

/** Looks through the text for its countries when it is first asked about a name, and remembers. */
export function whoseMoneyIn(cut: readonly Pieces[]): WhoseMoney {
  const known = new Map<string, string | null>()
  return (name) => {
    const countries = SHARED.get(name)
    if (countries === undefined) return null
    const before = known.get(name)
    if (before !== undefined) return before
    const code = onlyOne(cut, countries, MOSTLY.get(name) ?? null)
    known.set(name, code)
    return code
  }
}

/** The code of the one country that is named; null where several are, `otherwise` where none is. */
function onlyOne(
  cut: readonly Pieces[],
  countries: ReadonlyMap<string, string>,
  otherwise: string | null,
): string | null {
  let one: string | null = null
  for (const p of cut) {
    for (let at = 0; at < p.count; at++) {
      const code = countries.get(p.lower[at] as string)
      if (
        code === undefined ||
        code === one ||
        !(capital(p, at) || code === otherwise || MONEY_WORDS.has(p.lower[at] as string))
      )
        continue
      if (one !== null) return null
      one = code
    }
  }
  return one ?? otherwise
}

/** Written small as well. */
const MONEY_WORDS = new Set(['rand', 'rands', 'naira'])
