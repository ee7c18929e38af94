/** Texts made up of the words that a reading looks for: many, the same every time, and wilder than any story. */

/** Numbers that look like chance and are the same for the same seed, 0 up to `below`. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

/**
 * One sentence: a pattern's parts, each a word of the list it names ("$verb"), or
 * itself. "?" after a part leaves it out half of the time.
 */
function sentence(patterns: readonly string[], lists: Record<string, readonly string[]>, roll: (n: number) => number) {
  const pattern = patterns[roll(patterns.length)] as string
  const fill = (part: string): string => {
    const isMaybe = part.includes('?')
    if (isMaybe && roll(2) === 0) return ''
    return part.replace('?', '').replace(/\$([A-Za-z]+)/g, (_, name: string) => {
      const list = lists[name] as readonly string[]
      return (list[roll(list.length)] as string).split(' ').map(fill).join(' ')
    })
  }
  return pattern
    .split(' ')
    .map(fill)
    .filter(Boolean)
    .join(' ')
    .replace(/ ([,.;:!?%)])/g, '$1')
}

const texts = (seed: number, count: number, patterns: readonly string[], lists: Record<string, readonly string[]>) => {
  const roll = dice(seed)
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + roll(2) }, () => sentence(patterns, lists, roll)).join(' '),
  )
}
const words = (list: string) => list.split('|')

const NUMBERS = words(
  'one|two|three|four|seven|ten|twelve|twenty|twenty-one|half a|a hundred|two hundred and fifty|a dozen|several|a few|a couple of|many|10|3.5|1,200|20|100|two and a half|three million|half a million|1.5 million|2bn|5k|forty|an|no|thousands of|9,999.5|two thousand and five|ninety-nine|12345678901234567890|3m|7bn|one and a half|hundreds of|0|1',
)
const UNITS = words(
  'days|day|weeks|week|months|month|years|year|hours|hour|minutes|decades|decade|centuries|century|fortnight|weekends|weekend|quarters',
)
const MONTH_WORDS = words(
  'May|March|april|June|August|January|Feb.|Sept.|Sep|Dec.|October|November|jan|Mar|July|December|February|may',
)
const WEEKDAY_WORDS = words('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon.|Thurs|Sat')
const YEARS = words('2016|1994|2024|2025|1066|1789|2000|1900|1899|2100|2099|1500|3016|2,016|2023|999')
const DAY_NUMBERS = words('1|2|3|12|13|16|16th|31|30|29|1st|32|0|5|third|sixteenth')

export const timeTexts = texts(
  11,
  3600,
  [
    '$who $verb? $before? $time $after?.',
    '$time $link $time $after?.',
    '$who $verb? $before? $time, $time and $time.',
    '$before? $part $time $verb? $after?.',
    '$who $verb? from $time to $time.',
    '$who $verb? between $time and $time?.',
    '$time, $who $verb? $before? $time.',
    '$number $unit $beside $time?.',
    '$who $verb? $before? $number $unit $beside $time? $after?.',
    '$clock $before? $time?.',
    '$time $before? $clock $after?.',
    '$time $clock? to $clock $time?.',
  ],
  {
    who: words(
      'He|She|The board|It|Theresa May|The trial|They|Police|Rovers|The vote|“We”|the Sheffield|A ferry|Mr. May|April Jones|the club’s|Nobody',
    ),
    verb: words(
      'left|will leave|met|is to meet|was sold|opens|begins|continues|has grown|may go|would close|is due|said|moved the vote|faces charges|were told|travel to|did not know that it comes|is set for|had gone|plans to return|to be held|heads into|about to|won’t sleep|needed it|is indeed open',
    ),
    before: words(
      'on|in|by|until|since|at|last|next|this|every|the|a|of|for|during|about|around|early|late|over|past the|only|before|after|till|the past|the last|the next|coming|each|’s|his|from the|in the|(|“|’',
    ),
    part: words(
      'early|late|mid-|the end of|the beginning of the|the middle of|start of|around|about|earlier|later|earlier this|later in the|early in|the end|roughly|circa|early on',
    ),
    after: words(
      'morning|night|afternoon|’s game|meeting|last year|next year|this week|of last year|, and|paper|alone|in Holm|season|was|will|is|at noon|— again|;|’s vote|the Fourth|trees|of that year|show|market',
    ),
    link: words('to|-|–|through|and|or|until|, or|before|after|- |vs'),
    beside: words(
      'ago|before|after|earlier|later|from now|from today|ahead of|before the|after the|in|of|more|before that|old',
    ),
    number: NUMBERS,
    unit: UNITS,
    clock: words(
      '8:30 p.m.|at 9am|20:30|noon|midnight|at noon|5 p.m|12.30|7 o’clock|at 8:30|3pm|24:00|13:61|10:05 a.m. GMT|midday|half past eight|at 12 a.m.|12pm|at 5',
    ),
    time: [
      ...words(
        '$weekday|$weekday|$month $day|$month $day, $year|$day $month|$day of $month $year|$month $year|$month|the $day of $month|$year|$year|$year-17|$year/25|$years|$month $day-$day|$day-$day $month|$month $day and $day|$weekday, $month $day|$weekday ($month $day)|$weekday $day $month $year|$relative|$relative|$relative|$named|$named $year|$named last year|$season|$season of $year|the $season|$quarter of $year|$quarter $year|$quarter|$century|$figures|$figures|$number $unit ago|$number $unit|$weekday $relative|$relative $weekday|$month last year|last $month|next $month|this $month|the same $unit|$relative $unit|the $unit',
      ),
    ],
    weekday: WEEKDAY_WORDS,
    month: MONTH_WORDS,
    day: DAY_NUMBERS,
    year: YEARS,
    years: words(
      'the 1990s|1990’s|the ’80s|the 80s|his 90s|the 1800s|the 2000s|early 1990s|the ’20s|mid-2016|late-1980s|in the 40s',
    ),
    relative: words(
      'today|yesterday|tomorrow|tonight|last week|next week|this week|last year|next month|this weekend|the weekend|recent weeks|recent days|the past decade|the last three days|the next two weeks|this morning|last night|that day|that night|the following day|the previous week|the day before|the day after|the day before yesterday|the day after tomorrow|this past Monday|this coming week|over the weekend|last weekend|year’s end|earlier this month|later this year|the coming days|past few months|last few weeks|same day|the following year|this day|that year|recent years|the last century|Thursday next week|Monday of next week|two Saturdays ago|next summer|the past|the previous night|today’s|USA Today|last Christmas',
    ),
    named: words(
      'Christmas|Christmas Day|Boxing Day|Easter|Easter Monday|Good Friday|New Year’s Eve|the Fourth of July|July 4th|Labor Day|Memorial Day|Election Day|Thanksgiving|Black Friday|Halloween|D-Day|Inauguration Day|Valentine’s Day|Whit Monday|Ash Wednesday|St. Patrick’s Day|Presidents’ Day|Father’s Day|May Day|Martin Luther King Day|christmas|Cyber Monday',
    ),
    season: words(
      'spring|summer|autumn|fall|winter|last summer|this fall|next spring|in the winter|during the summer|in fall',
    ),
    quarter: words(
      'the third quarter|Q3|the first half|second half|the final quarter|the last half|3rd quarter|the third half|Q5|the first quarter',
    ),
    century: words(
      'the 19th century|21st-century|the nineteenth century|the 30th century|the 1st century|twelfth century|the last century|20th centuries',
    ),
    figures: words(
      '5/16/2024|16/5/2024|5/6/2024|2024-05-16|16.5.2024|5/16/24|5/16/68|2024/05/16|2024-05|31.2.2024|9/11|1/13/1999|2010–2015|2024/25|1.2.3|2010-15|24/7|3:16|May 16-18|13/13/2024|0.5.2024|2024-13-01|1999-2000',
    ),
  },
)

export const amountTexts = texts(
  12,
  2200,
  [
    '$who $bound? $sum $of?.',
    '$who $bound? $number $noun $of?.',
    '$bound? $sum $link $sum $of?.',
    '$who $bound? $number $link $number $noun $of?.',
    '$who $bound? $share of $what.',
    '$who $bound? $percent $of?.',
    '$number of the $number $noun $done.',
    '$bound? $number $done and $number $done.',
    '$before $number $after.',
    '$before $number $noun $after.',
    'between $sum and $sum $of?.',
    '$number in $number $noun $after?.',
    'a $number-$measure $noun $of?.',
  ],
  {
    who: words(
      'They paid|He sent|It cost|The $5 million raised and|We saw|A|The|Its|About|In Iowa|Trump|Boeing|the club|In Mexico|She won|rose from|Prices range from|In Oslo and Denmark|Call|under Article|He is',
    ),
    bound: words(
      'about|at least|more than|no more than|up to|as many as|nearly|just under|some|over|under|fewer than|an estimated|between|no fewer than|a minimum of|well over|close to|~|around|from|aged|only|the|not more than|in excess of|below',
    ),
    sum: words(
      '$2 billion|€3.5m|£20,000|2 billion dollars|50 cents|80 pence|Rs 500 crore|A$20|EUR 20|300 Swiss francs|20€|12p|$2.3bn|30 pesos|40 kroner|$1.3 million dollars|$5+|$5 or more|US$ 3|20 chf|20 CHF|$900,000|$1.5|$3|$5 million|three million pounds|ten pounds|$2-billion|$4k|£5 m|$ 5|₹20 lakh|usd 5|20 euros|7 Canadian dollars|1080p|5 Mexican pesos|half a million dollars|C$2m|$10 a day|2bn|Rs. 5|20 Argentine pesos|30p.m.',
    ),
    number: [
      ...NUMBERS,
      ...words(
        '28|34|100+|100 or more|12 or so|10-12|3 to 5|2-1|555-1234|1990|911|3:0|F-16|No. 10|#5|2+2|1/2|5th|6 or fewer|Seven|Two',
      ),
    ],
    percent: words(
      '12 percent|3.5%|7 per cent|5 percentage points|2-percentage-point|3 to 5 percent|12 pct|100 %|5 percent or so|1 percentage - point|9% points',
    ),
    share: words(
      'two-thirds|half|a third|three quarters|a quarter|one fifth|two fifths|three halves|nine tenths|one-half|a tenth|four thirds|third',
    ),
    what: words(
      'the members|likely voters|them|what was missing|what they spent in 2019|an hour|a million|homes in Holm|the $5 million|all|its wheat and rye|May',
    ),
    noun: words(
      'people|new homes|drones|eggs|sheep|workers|miles|former steel workers|U.N. observers|New Yorkers|first-graders|km|Rovers fans|Danish sailors|police officers|Anglo-Irish poets|times|times as many|times larger|times a week|tonnes|years|year|members|stories|other|in|Tuesday nights|papers|votes|Iowa voters|kg|square feet|man|news|glass|boss|buses|series|police|women and children|very old houses|of the best days|recently built schools|° C|mph|minutes|such boats|thirds|Times reporters|or so men',
    ),
    measure: words('hour|mile|year|page|foot|day|week|room|1|person|percent|seat|year-old|ton|inch|storey'),
    of: words(
      'in farm aid|worth of seed|of grain|in Norwick|in May|in total|raised by the club|lawsuit|of the members|of what they had lost|aid package|in foreign military financing|of their fleet|a year|of likely voters|in the bank|of 2019|old|each|of age|of Mr. Field|of rapidly rising|during the night|of its own stock',
    ),
    done: words('were killed|injured|dead|left|died|was found|missing|arrested|wept|voted'),
    link: words('to|-|–|or|and|of|in|to about|and not|or more than'),
    before: words(
      'Boeing|Route|Article|World War|The Big|at gate|No.|chapter|Formula|in Iowa|Trump|“|(|version|psalm|page p|vol.|aged|call|the|on|model|a|for|Sen.|Room|since|§|#|$|Group|at',
    ),
    after: words(
      'jets|years old|months of age|-year-old|, agreed|call|people|000|:30|.5|/7|th man|s|more|times|km|delegates|%|and|GMT|or less|or more than $2|+|lb|tests',
    ),
  },
)

export const nameTexts = texts(
  13,
  1500,
  [
    '$person $verb $place?.',
    '$role $person $verb.',
    '$person, $beside, $verb.',
    'The $what of $place, $person, $verb.',
    '$body $verb $in $place.',
    '$who $verb $person and $person $in $place.',
    '“$person is here,” said $role $person.',
    '$person $verb. $who $verb. The $what $verb.',
    '$role $person met the $what of $place, $person. The $what left. $who slept.',
    '$body ($letters) $verb. $letters $verb $in $place. The $head $verb.',
    '$place’s $body $verb $person’s $what.',
    '$person $verb, a $what named $person. The $adjective $what wept.',
    '$TITLE',
    'It was the $adjective $head, $body, near $place, $place.',
  ],
  {
    person: words(
      'Sarah Denby|David Moss|Peter Crane|Mr. Brown|Mrs Justice Tarn|Ann Porter|Porter|J. K. Lund|Theresa May|Juan de la Cruz|Xi Jinping|Bill Clinton|William Clinton|Hillary Clinton|Graham Hill|Michael Bay|Imran Sadiq|Moss|Denby|O’Neill|McCain|Jean-Luc Picard|Ivo Lund Jr.|Lord Peel|Dame Ada Lovelace|DAVID MOSS|Kim|Ms. Rey|Luis Rey|Ana Soto|Soto|Colin Moss|Harriet Dunn|von Trapp|Prince Harry|Mo Farah|Jo|Katie',
    ),
    role: words(
      'President|Sen.|Detective Sergeant|US Secretary of State|The former council leader|Miss Coyle’s barrister,|Goalkeeper|Russian President|then-Gov.|Judge|Captain|Professor|his brother|her wife,|candidate|Vice President|Prime Minister|Pryce campaign manager|Cllr|Trump|Rovers captain|Messrs|Sir',
    ),
    beside: words(
      'the council’s leader|43|a teacher at Hill School|who spoke|chair of the bank|D-Ohio|of Bristol|his brother|the mayor of Westmoor|a retired baker|Michigan|the dog|whose son ran|a 43-year-old nurse|the firm|author of “Safe Hands”',
    ),
    what: words(
      'mayor|president|vice president|former president|chairman|leader|goalkeeper|chief executive and owner|secretary of state|barrister|mayor’s wife|president’s spokesman|judge|coach',
    ),
    verb: words(
      'spoke|left|said it was late|wept|told reporters|went to|flew from|met|was in|has seen|never called|knew that he was right|said she was ill|became the mayor|opened|is the president|praised|sued',
    ),
    who: words('He|She|They|he|The mayor|The president|The council|The firm|Nobody|She|It|A spokesman for'),
    place: words(
      'Bristol|New York|France|the United States|China|Mill Lane|Westmoor|Port Holm|Mount Everest|Lake Geneva|Wickham Lane|Russia|Paris, Texas|South Sudan|the Regal|Hill School|Tidemouth|U.S.|UK|London|Georgia|Washington|the Bronx|Norwick|Cape Town|Chile|Holland Park|the Hague|Rovers',
    ),
    body: words(
      'Westmoor Borough Council|the Foreign Ministry|Greenway Haulage|The Times|the Tidemouth Gazette|Marks & Spencer|Sport England|St Bride’s Hospice|the White House|Democratic Senate|Congressional District|the Bank of Holm|NATO|the BBC|FBI|Amazon|EgyptAir|LinkedIn|United|Holm United|the University of Bristol|Women’s Institute|King’s College|the Environment Board|Labour|the Republicans|GOP|Hamas|Church of England|Super PAC|Jim & Sarah|Department for Transport|Norwick Rovers|the Supreme Court|Google',
    ),
    letters: words('WBC|NATO|BBC|FBI|DfT|EB|UN|CEO|HIV|TV|BoH|GH|U.N.|WHO'),
    head: words(
      'council|ministry|board|party|bank|court|firm|newspaper|university|club|school|senate|times|hospital’s',
    ),
    in: words('in|near|at|from|of|outside|across|to|through|after|with|at the|into'),
    adjective: words(
      'French|Chilean|Russian|former|new|local|British|retired|Democratic|late|American|Muslim|northern',
    ),
    TITLE: words(
      'Porter Slams Council Over Ferry Plan|MOSS WINS RACE AGAIN|Ferry Sinks In Holm As Crane Watches|President Soto to Meet Rey in Chile|WHO SAYS WHAT IN HOLM|Moss: I Was Right|Five Things To Know About David Moss|He Went to the U.S. and Back Again',
    ),
  },
)

export const statementTexts = texts(
  14,
  1300,
  [
    '“$quote,” $speaker $cue $to? $source?.',
    '“$quote,” $cue $speaker, $beside?.',
    '$speaker $cue $that? $clause $source?.',
    '$speaker $cue $that? $clause and “$quote.”',
    'According to $document, $clause.',
    '$clause, according to $document.',
    '$clause, $speaker $cue $source?.',
    '“$quote,” $speaker $cue. “$quote.”',
    '“$quote,” $speaker $cue, “$quote.”',
    'The firm was accused by $speaker of $doing.',
    '$CAPS: $Clause.',
    '“$quote.” — Ann Porter, Tidemouth',
    '$speaker: “$quote.”',
    'What $speaker $cue is $clause.',
    '$speaker, who spoke $condition, $cue $that? $clause.',
    '$speaker $cue $clause but $speaker $cue $that? $clause.',
    '“$quote.”',
    '$speaker $cue the plan as “$scare” and $cue $that? $clause.',
    'In $document, $speaker $cue $that? $clause.',
    'The so-called “$scare” $clause.',
    "'$quote,' $speaker $cue.",
    '"$quote," $cue $speaker.',
    '$speaker $cue $that? $clause, “$quote',
  ],
  {
    quote: words(
      'The harbour is full|We will not pay|It’s not rubbish to us|I don’t know, and I never did|Nobody came|You have not costed the rats|We were promised a bridge, and nothing came of it|Yes|No|Nothing has changed since May, when the board met and the vote was lost',
    ),
    speaker: words(
      'Ann Porter|she|He|Officials|The White House|the harbour master, Peg Hollis|one pensioner|critics|a spokeswoman for the Environment Board|the council’s leader|Mr. Brown|an official|Councillor Anna Reed, who leads the opposition,|a lawyer for the residents|police|the report|His wife|people familiar with the matter|They|President Xi|the Tidemouth Gazette|I|nobody|Porter and Reed',
    ),
    cue: words(
      'said|told|claimed that|wrote|added|slammed|announced|has repeatedly said|warned|says|asked|alleged|believes|denied|is expected to say|thinks|called|declined to say|insisted|went on to say|would argue|found|acknowledged|accused|noted|tweeted|: |reportedly felt|admitted',
    ),
    to: words('the council|reporters on Monday|CNN|us|the Tidemouth Gazette|her|the meeting|AFP in an interview'),
    that: words('that|that|, however, that|, quoting a letter, that|how|why|whether'),
    clause: words(
      'the harbour was full|the bridge would close in June|oil, gas and coal were among the goods and that more would come|it had rained|the plan was “a joke” and would fail|nobody had asked|“a number nobody has checked” was being treated as gospel|she had left the room before the vote was taken|there is no other way to do it|the minister resigned on Thursday after he was told of the loss',
    ),
    Clause: words('The harbour is full, and has been since May|No|I never said that, and you know it|We begin'),
    CAPS: words('PORTER|MR BROWN|Update|Q|ANN PORTER|Reed|Note'),
    source: words(
      'in a statement|via her office|through a spokesman|on Monday|on condition of anonymity|in an email to this newspaper|, according to a readout|on Twitter|in a letter to the board|at a press conference|under condition of secrecy|in June|to no one in particular',
    ),
    document: words(
      'a report by its finance officer|a readout from the Foreign Ministry|the Tidemouth Gazette|court documents|his lawyer|officials|an email to this newspaper|two people who were there|her office|the letter',
    ),
    beside: words('the harbour master|who takes the fares|43|of Tidemouth|his voice breaking|according to CNN'),
    doing: words(
      'hiding the accident from its own staff|writing cheques|theft|“cooking the books” for years and lying about it',
    ),
    condition: words(
      'on condition of anonymity|for an hour|on the condition that he not be named|under condition of secrecy',
    ),
    scare: words('sunshine fund|a joke|absurd|The Quiet Thief|vandalism with a spreadsheet'),
  },
).map((text, index) => (index % 3 === 0 ? text.replaceAll('. ', '.\n') : text))
