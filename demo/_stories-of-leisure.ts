/** Sport, culture and the river. */
import type { TownStory } from './_town-story.ts'

export const STORIES_OF_LEISURE: readonly TownStory[] = [
  {
    section: 'Sport & Culture',
    headline: 'Town go up with a goal in the ninetieth minute and a dog on the pitch',
    standfirst: 'Harrow Ferry 2, Kesterby 1. The dog has not been identified.',
    dateline: 'THE MEADOWS',
    about: 'the match',
    body: `Harrow Ferry are up. A header by Luke Fairweather in the last minute beat Kesterby 2–1 in front of 812 people, four times as many as in the autumn.

Kesterby had led from the twelfth minute, when Amos Reed was left alone at the far post. Town’s equaliser was an own goal, although Danny Orr claimed it and nobody had the heart to argue.

Play was stopped for three minutes in the second half, when a terrier took up a position in midfield. “He read the game well,” said the manager, Sheila Wragg. “We marked him tighter than we marked Reed.”

It is the club’s first promotion since 1997. A bus with an open roof is not to be had, the chairman said; a hay wagon is.`,
    said: [
      'I was there in 1997, and it was colder and we were better. But what a header.',
      'The dog is called Biscuit and he is very sorry.',
      'Orr did not touch it. I was behind the goal. He did not touch it.',
      'Sheila Wragg took over a side with nine players and a borrowed kit. Give that woman the freedom of the town.',
      'Where will eight hundred people park next season? We could not get out of our own drive.',
      'A hay wagon is better than a bus.',
      'Fairweather was in my class at Upper Sallow. He headed the globe off the shelf.',
    ],
  },
  {
    section: 'Sport & Culture',
    headline: 'Rowers ask for a slipway of their own',
    about: 'the rowing club',
    body: `The rowing club carries its boats 180 metres across a road to reach the water, and would like to stop. It has asked the council for a strip of the old boatyard, eight metres wide.

“We have two crews of fourteen-year-olds and one lollipop lady,” said Colin Braithe, the captain. The club would pay for the slip itself, according to its letter, if the lease ran for thirty years.`,
    said: [
      'I drive past at seven on Saturdays and the lollipop lady is the bravest person in town.',
      'Thirty years for a strip of public land is a long time. Why not ten, and look again?',
      'They taught my daughter to row for nothing when we could not pay. Let them have it.',
      'The old slip is closed for the swans, so that is two good reasons.',
    ],
  },
  {
    section: 'Sport & Culture',
    headline: 'At 79, she swims to the weir and back before breakfast',
    standfirst: 'Elspeth Rowan has missed eleven days in nineteen years, and can name them.',
    about: 'swimming in the river',
    body: `Elspeth Rowan goes into the river at ten past six and comes out at ten to seven. She is 79. In nineteen years she has missed eleven days: two funerals, one hip, and eight on which there was ice she could not break.

“It is not brave,” she said. “Brave is the first time. After that it’s a habit, like tea.”

There were four of them at first and there are now about thirty, she said. The river authority advises nobody to swim within fifty metres of the weir, and has told her so by letter each spring.`,
    said: [
      'She taught half this town to swim, me among them. I still hear “chin up” when I get into a bath.',
      'The river authority is right, though. I have pulled somebody out there, and it was not a good morning.',
      'Is there somewhere to leave clothes? I would come if I were not afraid for my shoes.',
      'The sewage works let go twice this winter. Ask to see the figures before you put your chin under.',
    ],
  },
  {
    section: 'Sport & Culture',
    headline: 'The Regal shows films again on Thursday, on a sheet',
    standfirst: 'The old cinema has 120 chairs, no two of them alike.',
    about: 'the Regal',
    body: `The Regal opens on Thursday for the first time since 1986. There are 120 chairs, given by 97 households, and a screen that was two bed sheets until the ladies of St Osyth’s sewed them together.

The first film has not been named, because it was chosen by vote and the vote was a tie. “We will toss a coin in front of everyone,” said Jasper Nye, 26, who found the keys in a sale of furniture.

The fire officer has allowed 118 of the chairs, Mr Nye said. The other two are for the piano.`,
    said: [
      'I saw my first film there, and my first kiss was in row M. I am bringing the same man.',
      'Our chair is the green one with the burn on the arm. Look after it.',
      'Is there heating? There was none in 1986 either, but I was younger.',
      'What a lovely story. What are the two films?',
      'The balcony was closed for a reason in those days. I hope the fire officer went up there.',
    ],
  },
  {
    section: 'Sport & Culture',
    headline: 'Library lends out saws, tents and a bread machine',
    about: 'the library',
    body: `The library has 214 things to lend that are not books: saws, tents, a sewing machine, two ukuleles and a bread machine that is booked until October.

Anyone with a card can take three of them for a fortnight. Nothing has been lost so far, the librarian, Abena Frimpong, said; one tent came back with a different tent’s pegs.

“People apologise for the state of a drill,” she said. “They never did that with novels.”`,
    said: [
      'I borrowed the sewing machine and it came with a note from the woman before me about the tension. That is a town.',
      'Why October? Somebody must be baking for the regiment.',
      'The pegs are ours. Sorry.',
      'I would rather there were new books. The shelf for history has not changed since I was at school.',
    ],
  },
  {
    section: 'Sport & Culture',
    headline: 'The choir that began with a misprint has its tenth birthday',
    standfirst: 'It was to be a chair.',
    about: 'the choir',
    body: `Ten years ago the parish magazine announced that a new choir was wanted for the hall. Twenty-three people came. What had been wanted was a chair.

“I didn’t like to send them home,” said Gwen Pascoe, who had come to take measurements and has conducted ever since. The choir has 58 voices now and sings on Sunday week in the hall, which still has no new chairs.`,
    said: [
      'I came for the chair.',
      'My mother sings alto there and has not been so well in years. It is better than the tablets.',
      'We need basses. You do not have to read music, you have to turn up.',
      'Thank you for the laugh. Sunday week it is.',
    ],
  },
  {
    section: 'Sport & Culture',
    headline: 'What the river gave back: forty years of finds go on show',
    about: 'the museum’s new room',
    body: `A Roman pin, a safe with nothing in it, eleven wedding rings and a street sign from a town three counties away: the museum’s new room shows what was found when the locks were drained.

The rings are the most asked for. Four have gone back to their owners since the list was printed, according to the curator, Tobias Finch, one of them to a couple who had long since bought others.

“They stood there and laughed,” he said. “Then she asked him where he had really been that night.”`,
    said: [
      'I threw mine in on purpose in 1991. Please do not look for me.',
      'The street sign is from where I grew up. I could tell you who took it.',
      'Is the room open for wheelchairs? The old one had a step.',
      'Went on Sunday with the children. They loved the safe best, because it is empty.',
    ],
  },
  {
    section: 'Town',
    headline: 'Otters are back below the weir',
    standfirst: 'A camera for bicycle thieves filmed them instead.',
    about: 'the otters',
    body: `A camera that the police had put up to catch bicycle thieves has filmed three otters below the weir. They are the first in the town since the 1960s, the county’s wildlife trust said.

“There were no thieves,” said Superintendent Alan Voss. “There was a good deal of fishing.” The trust asks people to keep away from the gravel bank until autumn.

Anglers are of two minds. An otter eats a kilo of fish a day, according to Reg Doyle, who chairs the angling club. “Then again,” he said, “so does my brother-in-law.”`,
    said: [
      'I saw one at six on the bank opposite the mill and told nobody, because I thought it was a rat with ideas.',
      'Now you have printed where they are. Every lens in the county will stand there on Sunday.',
      'The stocking of that stretch costs our club £2,000 a year. I like otters too, but who pays?',
      'Best use of a police camera so far.',
      'My grandfather remembered them. He said you could hear them whistle from the ferry.',
    ],
  },
  {
    section: 'Opinion',
    headline: 'In praise of the queue',
    standfirst: 'Nora Pike stood in four of them for you on one Friday.',
    about: 'queues',
    body: `There are four good queues in this town and I have stood in all of them: for rolls, for the doctor, for stamps and for the man who mends shoes. Two of them are about to end, and nobody will put up a plaque.

What I heard in an hour: that the boatyard floods, that the head teacher is seeing the vet, that the beans want another week. None of it was in the paper, and two of the three were true.

A form on a website is faster. I am for it, and I shall fill it in. But nobody in it ever turned round and said, “You go first, love, I’ve only come for the warmth.”`,
    said: [
      'I am the one who came for the warmth.',
      'Which two?',
      'Lovely, but try it on a bad hip.',
      'The head teacher would like you to know that the vet is her brother.',
    ],
  },
]
