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
const SHARED = new Map([
  ['pesos', PESOS],
  ['kroner', KRONER],
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
    const code = onlyOne(cut, countries)
    known.set(name, code)
    return code
  }
}

/** The code of the one country that is named; null where none is, or several are. */
function onlyOne(cut: readonly Pieces[], countries: ReadonlyMap<string, string>): string | null {
  let one: string | null = null
  for (const p of cut) {
    for (let at = 0; at < p.count; at++) {
      const code = countries.get(p.lower[at] as string)
      if (code === undefined || code === one || !capital(p, at)) continue
      if (one !== null) return null
      one = code
    }
  }
  return one
}
