/** The verbs that the rules here go by, as stems (cues.ts). */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Followed by what was said, with or without "that". */
export const SAYS = set(
  'say claim allege argue insist warn add deny estimate confirm announce reveal suggest believe think hope fear note acknowledge concede admit promise pledge vow state declare contend maintain assert explain complain report stress emphasize emphasise predict repeat conclude',
)
/** Followed by what was said after "that", at least. */
export const SAYS_THAT: ReadonlySet<string> = new Set([
  ...SAYS,
  ...set(
    'tell hear learn find show rule agree decide remind inform assure know understand testify write tweet recall remark observe reply answer indicate demand ask propose recommend',
  ),
])
/** Acts of politeness: their object is met, not said. */
export const GREETS = set('welcome meet greet visit confront join receive invite host')
/** "was accused by the Crown of …" */
export const ACCUSES = set('accuse blame criticize criticise condemn praise suspect')
/** Verbs of which something is said, with or without "that"; and the rest of "according". */
export const UTTERS: ReadonlySet<string> = new Set([
  ...SAYS_THAT,
  ...ACCUSES,
  ...set(
    'according accord tweet quote cite respond reply call urge warn describe denounce deride blast slam attack mock dismiss reject dispute refute rebut counter defend endorse hail laud tout boast joke quip caution vow swear testify comment mention complain lament lambast lambaste rail brand label dub deem charge challenge question argue criticize criticise rebuke chide scold',
  ),
])
