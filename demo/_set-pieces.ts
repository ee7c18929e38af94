/** Comments that something particular happens to, each under a story that it belongs to. */
import type { Complaint } from './_world.ts'

interface Piece {
  /** How the story's headline begins. */
  under: string
  text: string
}

/** Changed by their authors: after they were approved, which was approved too or waits, or before anyone had decided. */
export const CHANGED: readonly (Piece & { fate: 'mended' | 'mending' | 'rewritten'; after: string })[] = [
  {
    under: 'The footbridge is open',
    fate: 'mended',
    text: 'I make it forty-four steps, not forty-two.',
    after: 'I make it forty-four steps, not forty-two. (Counted again: forty-two. I had begun at the kerb.)',
  },
  {
    under: 'A pupil’s bridge',
    fate: 'mended',
    text: 'In my day the record was 24 kilos, and that was with lasagne.',
    after: 'In my day the record was 26 kilos, and that was with lasagne.',
  },
  {
    under: 'Infant school',
    fate: 'mended',
    text: 'My grandmother went there when it had eleven children and a stove.',
    after: 'My grandmother went there when it had nine children and a stove. She has rung me to say so.',
  },
  {
    under: 'At 79',
    fate: 'mending',
    text: 'Eleven days in nineteen years. I have not managed that with my vitamins.',
    after: 'Eleven days in nineteen years. I have not managed that with my tablets, and they come with water.',
  },
  {
    under: 'The Friday market',
    fate: 'mending',
    text: 'The trumpet used to play on our square on Saturdays, and people put money in the case.',
    after: 'The trumpet used to play on our square on Fridays, and people put money in the case to make it stop.',
  },
  {
    under: 'Doctors’ surgery',
    fate: 'mending',
    text: 'The nurse rang me back after two hours, not one.',
    after: 'The nurse rang me back after two hours, not one. She did apologise, and I should have said so.',
  },
  {
    under: 'Lamps on Lock Lane',
    fate: 'mending',
    text: 'There are 31 lamps on that lane. I counted them walking home.',
    after: 'There are 29 lamps on that lane, and two have been dark since spring. I counted them walking home.',
  },
  {
    under: 'Rowers ask',
    fate: 'rewritten',
    text: 'Give them four metres and see.',
    after: 'Give them the eight metres and see. I had read the story in a hurry.',
  },
  {
    under: 'Library lends',
    fate: 'rewritten',
    text: 'I brought back the wrong pegs and nobody shouted at me.',
    after: 'I brought back the wrong pegs, and nobody shouted at me. Mine were the yellow ones.',
  },
  {
    under: 'Town go up',
    fate: 'rewritten',
    text: 'Two all would have been fairer.',
    after: 'A draw would have been fairer, and I say so as a Kesterby man.',
  },
]

/** Approved in good faith, and taken down when somebody looked again. */
export const TAKEN_DOWN: readonly (Piece & { reason: string; note: string })[] = [
  {
    under: 'The choir that began',
    text: 'The tenor in the second row still owes the hall for his chair, and everyone in the choir knows it.',
    reason: 'unsupported',
    note: 'He has shown us the receipt. We should have asked him first.',
  },
  {
    under: 'At 79',
    text: 'She parks the blue car by the lock and leaves the key on the wheel. I have always thought that brave.',
    reason: 'private',
    note: 'This told where a key lies. We should have seen that at once.',
  },
  {
    under: 'Rowers ask',
    text: 'My cousin sells rowing machines, nearly new, if the club is tired of water. Say that I sent you.',
    reason: 'off-topic',
    note: 'There is a page for small advertisements, on Fridays.',
  },
  {
    under: 'The Friday market',
    text: 'The accordion is a tuneless bore and ought to be drowned together with the man behind it.',
    reason: 'attack',
    note: 'The accordion is fair game. The man is not.',
  },
]

/** Approved, reported by readers, and not looked at again so far. */
export const REPORTED: readonly (Piece & { complaints: readonly Complaint[] })[] = [
  {
    under: 'Neighbours settle',
    text: 'The man with the bagpipes at number nine has been asked three times, and he still plays them when he has been drinking.',
    complaints: [
      { kind: 'rule', reason: 'attack', words: 'It is about my brother. He can’t answer here, and he does not drink.' },
      { kind: 'rule', reason: 'other', words: 'There are no bagpipes. It is a radio.' },
    ],
  },
  {
    under: 'Rents on Cornhill',
    text: 'Ask the agent what he takes on the side from whoever signs first. Two shopkeepers could tell you.',
    complaints: [
      {
        kind: 'law',
        reason: 'illegal-defamation',
        words: 'It says that I take money. I do not, and I can show my accounts.',
        name: 'P. Leland',
        mail: 'p.leland@post.example',
      },
    ],
  },
  {
    under: 'Lamps on Lock Lane',
    text: 'The nurse is right. She passes my window at ten past one every night, and always on her own.',
    complaints: [{ kind: 'rule', reason: 'private', words: 'One can tell from this who walks there, and when.' }],
  },
  {
    under: 'The Regal shows',
    text: 'Speaking of chairs: I have six to sell, oak, one with a wobble. The yellow house behind the church.',
    complaints: [{ kind: 'rule', reason: 'off-topic', words: '' }],
  },
]

/** Reported and answered. Who reported the first did not leave it at that. */
export const JUDGED: readonly (Piece & {
  complaint: Complaint
  stays: boolean
  sentence: string
  objection?: string
})[] = [
  {
    under: 'Twenty is plenty',
    text: 'The bus company has been hiding behind that hill since my mother was young. Change down twice, then, and look at the view.',
    complaint: {
      kind: 'rule',
      reason: 'attack',
      words: 'Very rude about the bus company.',
      mail: 'bus.driver@post.example',
    },
    stays: true,
    sentence: 'It is sharp about a company and says nothing of a person, so it stays.',
    objection: 'It is not a company that drives the bus, it is me.',
  },
  {
    under: 'Sawmill takes on',
    text: 'Is it true that the apprentices pay for their own boots? Somebody at the mill should say.',
    complaint: { kind: 'rule', reason: 'unsupported', words: 'He has no proof of that at all.' },
    stays: true,
    sentence: 'It asks a question and accuses nobody, so it stays.',
  },
  {
    under: 'Infant school',
    text: 'The little one in the red coat walks down the lane by herself at twenty past three. Could the school not keep her until her mother is there?',
    complaint: { kind: 'rule', reason: 'private', words: 'That is my daughter’s walk home, with the hour.' },
    stays: false,
    sentence: 'It told when a child walks home alone. Thank you for telling us.',
  },
]

/** Rejected, and their authors objected: some have been answered. */
export const APPEALED: readonly (Piece & {
  reason: string
  words: string
  answer: { verdict: 'uphold' | 'overturn'; sentence: string } | null
})[] = [
  {
    under: 'Library lends',
    text: 'The town had a lending shed for ladders in 1974. It was behind the fire station, and it worked.',
    reason: 'off-topic',
    words: 'It is about lending things that are not books. What else is the story about?',
    answer: { verdict: 'overturn', sentence: 'You are right, and we were too quick.' },
  },
  {
    under: 'Allotments',
    text: 'Fenn is a bossy old bat who gives the good plots to her friends.',
    reason: 'attack',
    words: 'It was meant as a joke.',
    answer: { verdict: 'uphold', sentence: 'It may have been, and she has to read it all the same.' },
  },
  {
    under: 'Man who drove a tractor',
    text: 'Only an idiot would send him to the telephone, and I mean the girl at the counter.',
    reason: 'attack',
    words: 'Others have said worse here.',
    answer: { verdict: 'uphold', sentence: 'Then we have missed those. This one calls a person names.' },
  },
  {
    under: 'Post office moves',
    text: 'Before they move the counters: has anybody asked what the insurance says about paint and parcels in one room?',
    reason: 'off-topic',
    words: 'You say it is beside the point. The paint is the point. They are putting the parcels behind it.',
    answer: null,
  },
  {
    under: 'Flood wardens',
    text: 'The drains on that street were last cleaned in the year my son was born, and he has a beard now.',
    reason: 'off-topic',
    words: 'It is about the flood from its first word to its last. Please read it once more.',
    answer: null,
  },
  {
    under: 'Swans close',
    text: 'The keeper of the lock would let his own grandmother stand in the rain for a swan.',
    reason: 'attack',
    words: 'I have known him for forty years, and he laughed. I should like somebody else to decide.',
    answer: null,
  },
]
