/**
 * Words that attribute: what a newsroom writes for "said". The stem of each
 * with its polarity: neutral ("said"), doubtful ("claimed": the writer leaves
 * open whether it is so), hostile ("slammed": the words are an attack).
 */
import { memoize } from './hash.ts'
import type { Polarity } from './reading.ts'

export type { Polarity }

const NEUTRAL =
  'say tell ask add write note report announce suggest argue describe show find call think want tweet continue acknowledge explain declare believe cite urge recall answer reply respond state observe remark comment mention repeat reiterate stress emphasize emphasise insist warn promise pledge vow predict expect hope fear feel know learn hear see understand conclude determine estimate calculate project forecast reveal disclose confirm indicate imply hint signal point refer quote testify swear tell joke quip laugh sigh whisper shout yell scream cry chant murmur mutter sing pray muse wonder ponder reflect consider decide agree concede admit confess grant accept recognize recognise deny reject dispute rebut counter refute contradict praise hail welcome applaud laud commend celebrate endorse thank congratulate defend support back advocate recommend advise propose offer request demand order instruct ask invite appeal plead beg petition call counsel remind inform notify brief assure reassure persuade convince caution teach guess reckon suspect assume presume speculate anticipate interpret characterize characterise portray depict label dub brand term deem judge rate rule hold affirm assert contend maintain post blog publish broadcast air print headline begin start open close end finish conclude interject interrupt chime echo paraphrase summarize summarise elaborate clarify specify detail outline list recount relate narrate speak talk discuss address read plan intend seek aim try threaten seem appear prefer love like favor favour regret lament complain protest object oppose disagree worry concern doubt question vote poll survey quote cite tout boast brag herald proclaim pronounce profess voice express convey communicate relay deliver issue release submit file urge press push'

const DOUBTFUL =
  'claim allege purport profess suppose insinuate imagine pretend maintain contend assert speculate doubt question rumor rumour'

const HOSTILE =
  'slam blast accuse attack criticize criticise condemn denounce decry deride mock ridicule ripped rip rebuke bash lambast lambaste assail hammer hit scoff sneer snap fume rage rail lash scold chide chastise reprimand berate belittle dismiss disparage insult taunt jeer fault blame excoriate castigate skewer trash pan deplore savage pillory needle jab charge lambasted'

const POLARITY = new Map<string, Polarity>([
  ...NEUTRAL.split(' ').map((stem) => [stem, 'neutral'] as const),
  ...DOUBTFUL.split(' ').map((stem) => [stem, 'doubtful'] as const),
  ...HOSTILE.split(' ').map((stem) => [stem, 'hostile'] as const),
])

const IRREGULAR = new Map(
  Object.entries({
    said: 'say',
    told: 'tell',
    wrote: 'write',
    written: 'write',
    found: 'find',
    thought: 'think',
    felt: 'feel',
    knew: 'know',
    known: 'know',
    heard: 'hear',
    saw: 'see',
    seen: 'see',
    understood: 'understand',
    spoke: 'speak',
    spoken: 'speak',
    sang: 'sing',
    swore: 'swear',
    sworn: 'swear',
    held: 'hold',
    began: 'begin',
    begun: 'begin',
    taught: 'teach',
    shown: 'show',
    sought: 'seek',
    met: 'meet',
    gave: 'give',
    given: 'give',
    made: 'make',
    took: 'take',
    taken: 'take',
    went: 'go',
    came: 'come',
    got: 'get',
    left: 'leave',
    led: 'lead',
    kept: 'keep',
    meant: 'mean',
    put: 'put',
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    been: 'be',
    has: 'have',
    had: 'have',
    does: 'do',
    did: 'do',
    done: 'do',
  }),
)

/**
 * A word without its ending, roughly: enough to bring "criticized" and
 * "criticizing" together. Lower case in, lower case out.
 */
export const stemOf = memoize((word) => IRREGULAR.get(word) ?? cutEnding(word))

function cutEnding(word: string): string {
  if (word.length < 4) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return known(word.slice(0, -2)) ?? word.slice(0, -1)
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue
    const bare = word.slice(0, -ending.length)
    return known(bare) ?? known(`${bare}e`) ?? known(undouble(bare)) ?? undouble(bare)
  }
  return word
}

const known = (stem: string) => (POLARITY.has(stem) ? stem : undefined)
const undouble = (stem: string) => (/([bdfgklmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem)

/** What a word does to what it attributes; undefined where it is no word that attributes. */
export function polarityOf(word: string): Polarity | undefined {
  return POLARITY.get(stemOf(word))
}
