/** What happens in the streets and in the council chamber of Harrow Ferry. */
import type { TownStory } from './_town-story.ts'

export const STORIES_OF_THE_TOWN: readonly TownStory[] = [
  {
    section: 'Council',
    headline: 'Council votes to buy the old boatyard, and finds the money in the car park fund',
    standfirst: 'The yard has stood empty for six years. The vote was eleven to ten, after a recess.',
    about: 'the boatyard',
    body: `The council will pay £640,000 for the boatyard on Rope Street, which has stood empty since the builders left it six years ago. Eleven councillors voted for the purchase last night and ten against it.

“We have talked about this yard for longer than it was ever open,” said Tom Reddish, the council leader. The money comes from the fund that was set aside for a second deck on the station car park, according to a report by the treasurer, Hazel Dunmore.

## What it will become

Nothing has been decided. Workshops, forty flats and a slipway for the rowing club are in the plans that were shown to the public. Councillor Bernard Pell, who voted against, said the town was buying “a roof with a river in it”.

The survey found asbestos in two of the five sheds. Taking it out will cost £90,000, the report says, and cannot begin before spring.`,
    said: [
      'My uncle built the last two boats that left that yard. If they turn it into flats, at least leave the crane standing.',
      'Eleven to ten with a recess in between. I would like to know what was said in the corridor.',
      'The second deck on the station car park was promised in two elections. Now it has been spent on a shed with asbestos in it.',
      'Workshops, please. There is nowhere between here and Kesterby to rent two hundred square feet with a door wide enough for a van.',
      'Has anyone asked what the insurance will be? It flooded in three of the last ten winters, and the water stood to the second step.',
      'Councillor Pell is right about the roof, and wrong about everything else.',
      'Forty flats and one bridge. Who has counted the cars?',
    ],
  },
  {
    section: 'Town',
    headline: 'The footbridge is open, and the lift is not',
    standfirst: 'A missing part keeps wheelchairs and prams on the north bank for three more weeks.',
    about: 'the footbridge',
    body: `Some four hundred people crossed the new footbridge in its first hour on Saturday. Those who could not climb forty-two steps stayed where they were: the lift on the north side will not run for another three weeks.

A door sensor was delivered for the wrong model, the builders said in a letter to the council. “It is a part the size of a matchbox, and it is in a warehouse somewhere,” said Gareth Lunt, the transport officer.

Until then a taxi takes people who cannot use the steps over the road bridge, free of charge, between eight in the morning and seven at night. Seventeen asked for it on the first day, Mr Lunt said.

Ines Calloway, who took the fares on the old chain ferry for nineteen years, was among the first across. “It is a good bridge,” she told the Courant. “It doesn’t say good morning.”`,
    said: [
      'I pushed a double pram to the foot of those steps on Saturday and pushed it home again. A notice at the car park would have been enough.',
      'The taxi came in six minutes and the driver would not hear of a tip. Thank you to whoever thought of that.',
      'Forty-two steps. I have counted them twice, and I have one good knee.',
      'The view from the middle is worth the walk. You can see the weir and both churches.',
      'Why was it opened at all if the lift was not ready? One weekend more would have hurt nobody.',
      'It sways when the school comes over at half past three. Is that meant to be so?',
    ],
  },
  {
    section: 'Town',
    headline: 'Lamps on Lock Lane go out at midnight from next month',
    about: 'the street lamps',
    body: `Street lamps between the lock and the cemetery will go out at midnight from the first of next month, the council has decided. It is a trial of six months, and saves £11,400.

The police have not objected. Thefts from cars did not rise in Nether Sallow after its lamps were switched off two years ago, Superintendent Alan Voss said in a letter to the council.

Residents handed in 212 signatures against it. “I come off shift at one,” said Denise Tarrant, who nurses at the cottage hospital and walks home along the lane. “Nobody asked those of us who are awake.”`,
    said: [
      'I can see stars from my kitchen for the first time in thirty years on the nights they tested it.',
      'My daughter finishes at the bakery at half past four in the morning. She will be walking that lane with a torch.',
      'Nether Sallow has nine houses and no pub. It is not a fair comparison.',
      'Could they not dim them instead? Kesterby did, and nobody noticed until it was in the paper.',
      'The £11,400 is about what the new logo cost.',
    ],
  },
  {
    section: 'Council',
    headline: 'Bins every three weeks: what the new timetable means, street by street',
    standfirst: 'Food waste stays weekly. The old calendar is valid until the end of the month.',
    about: 'the bins',
    body: `From next month the grey bins of Harrow Ferry are emptied every third week instead of every second. Food waste is still taken weekly, and paper and glass every other Wednesday.

- North bank and Rope Street: Mondays
- Lock Lane, the Meadows and Mill Reach: Tuesdays
- Upper Sallow: Fridays, as before

Families with more than five people and households with nappies can ask for a larger bin, said Priya Menon, who runs the depot. The council expects to save £48,000 a year, according to the papers for Thursday’s meeting.

“We weighed the bins of two streets for a month,” Ms Menon said. “Four out of ten things in the grey one belonged in another.”`,
    said: [
      'Three weeks in August with fish skins in it. I look forward to hearing from whoever thought this was fine.',
      'The food caddy is weekly, so the fish skins go there. I have done it for a year and the grey bin is half empty.',
      'Our lane is not on the list at all. We are between Mill Reach and the Meadows and have been forgotten before.',
      'Can you print the timetable so that it can be cut out? My mother does not do addresses on the internet.',
      'The lids blow open on the north bank and then it is all in the river. A latch would cost pennies.',
      'I asked for the larger bin on Monday and it stood there on Thursday. Credit where it is due.',
    ],
  },
  {
    section: 'Town',
    headline: 'Swans close the slipway, and nobody minds',
    about: 'the swans',
    body: `The public slipway is closed until the end of May, because a pair of swans has built its nest across it. Boats can be launched at the rowing club meanwhile, the harbour master said.

The pair has five eggs. “They have picked the one place in town with a double yellow line,” said Wendell Crow, the lock keeper, who put up the rope.`,
    said: [
      'We take our sandwiches there at noon now. He hisses at everyone but the postman.',
      'Please keep dogs on a lead there. I saw a spaniel go under the rope on Sunday.',
      'Seven eggs this morning, not five. I have photographs.',
      'It is the third year. Perhaps the slipway is theirs by now.',
    ],
  },
  {
    section: 'Council',
    headline: 'Who owns the bell? A committee is asked to find out',
    standfirst: 'The ferry’s bell has hung in three places since it was cast. Two of them want it back.',
    about: 'the ferry bell',
    body: `The bell of the old chain ferry belongs to the council, or to the church of St Osyth, or to the family of the man who paid for it in 1884. A committee of three has until June to find out which.

The question came up when the museum asked to borrow it. The churchwarden, Maud Ellery, said the bell had only ever been lent to the ferry. She has a receipt, she told councillors, and read it out.

“With respect, it is a receipt for rope,” said Tom Reddish. The council would put the bell on the footbridge, according to a plan that he described as a sketch.

Edward Sallow-Price, whose great-grandfather paid for the casting, has written to the Courant that he wants nothing but to hear it rung.`,
    said: [
      'Ring it on the bridge on Sundays at noon, and let the three of them argue in the shade of it.',
      'My grandfather rang it the night the war ended. It cracked a little, low on the left side. You can feel it with your thumb.',
      'A receipt for rope is a good line, but the churchwarden’s book for 1884 is in the county archive, and anyone can ask to see it.',
      'Will it be rung by hand, or by a machine that has never seen the river?',
      'The museum closes at four and is shut on Mondays. That is no place for a bell.',
      'I would give money for a frame, if somebody opened a fund.',
    ],
  },
  {
    section: 'Town',
    headline: 'Post office moves into the back of the hardware shop',
    about: 'the post office',
    body: `The post office on Cornhill closes on the last Friday of the month and opens again on the Monday, behind the paint in Harbottle’s hardware shop.

It keeps its six counters’ worth of business in two counters. Parcels, pensions and passports stay; foreign money does not. Opening hours are longer, from eight to six, said Kiran Harbottle, who runs the shop with her father.

“People will come for a stamp and leave with a hinge,” she said. “Or the other way about.”`,
    said: [
      'Two counters on pension day. I hope they sell chairs.',
      'Open until six is worth more to me than foreign money ever was.',
      'The ramp at Harbottle’s is steeper than it looks. My husband needed a push.',
      'What becomes of the letter box in the wall? It has the old king on it.',
      'I bought a hinge.',
    ],
  },
  {
    section: 'Town',
    headline: 'Doctors’ surgery drops its morning telephone queue',
    standfirst:
      'From Monday appointments are asked for by form or at the desk. A nurse reads every request within the hour.',
    about: 'the surgery',
    body: `Nobody will have to ring at eight to see a doctor in Harrow Ferry. From Monday the surgery takes requests all day, by a form on its website, on paper or at the desk, and a nurse reads each of them within an hour.

Last year 41 in a hundred callers gave up before anyone answered, Dr Helen Sowerby said. Those who gave up were mostly over seventy, according to a count that the surgery made in November.

“The telephone stays,” Dr Sowerby said. “It simply stops being a race.” The patients’ group has asked for figures after three months, and will get them.`,
    said: [
      'I was number 31 in the queue in March, and then it cut me off. Anything is better.',
      'My father will not fill in a form about his bowels for a stranger. He will simply not go.',
      'Used the paper one on Monday. A nurse rang at ten past ten and I was seen at two.',
      'Who reads the forms at the weekend? It does not say.',
      'Forty-one in a hundred. I would like to see that number again in a year.',
    ],
  },
  {
    section: 'Council',
    headline: 'Allotments: a hundred and six on the list, and one plot free',
    about: 'the allotments',
    body: `There are 106 names on the waiting list for an allotment at the Meadows, and one plot is free. The council wants to halve plots as they fall vacant, which would shorten the wait from nine years to five.

“Half a plot feeds nobody,” said Beattie Fenn, who has chaired the allotment society since 1998. “But nine years is a long time to want a carrot.”

The society votes on it at its meeting in the scout hut. If it agrees, plots that are given up from the autumn on would be divided, the parks officer said in a note to members.`,
    said: [
      'I put my name down when my daughter was born. She now has a driving licence.',
      'Walk along the far path in July and count the plots with thistles to the waist. There is your waiting list.',
      'A half plot is plenty for two people who also have jobs.',
      'Halve them, but leave the water where it is. We carried cans for eleven summers.',
      'Mrs Fenn gave me her spare beans the day I came and told me what I had done wrong. She is right more often than not.',
    ],
  },
  {
    section: 'Town',
    headline: 'Flood wardens wanted: two hours a year and a yellow coat',
    standfirst: 'Rope Street has had none since the winter before last.',
    about: 'the flood wardens',
    body: `The town needs nine more flood wardens, four of them on Rope Street, where nobody has knocked on doors since two winters ago. A warden gives two hours a year to training and is on call when the river passes the second mark on the lock.

“You don’t need to be strong,” said Wendell Crow. “You need to know which of your neighbours doesn’t hear the telephone.”

An evening for those who might is held in the rowing club on Thursday week. The coats are new, the river authority said.`,
    said: [
      'I did it for eight years on Rope Street and never once needed the coat. I needed the list of names.',
      'Signed up. If a woman of sixty-eight can, so can the rugby club.',
      'The second mark on the lock has been painted over. Someone should look at that first.',
      'Is there any training for those of us who cannot come on a Thursday?',
    ],
  },
  {
    section: 'Council',
    headline: 'Twenty is plenty on the High Street, says the survey. Not on the hill, say the buses',
    about: 'the speed limit',
    body: `Six in ten people who answered the council’s survey want a limit of twenty miles an hour from the station to the church. The bus company does not: on Church Hill its drivers would have to change down twice, it said in a submission.

Of 1,140 answers, 684 were for the limit and 391 against it, according to the report. The rest had no opinion, or had written about parking.

“People say it will cost them a minute,” said Gareth Lunt. “We drove it with a stopwatch. It costs them nineteen seconds.” A decision is expected in July.`,
    said: [
      'Nineteen seconds. I will give them to whoever crosses at the library with a stick.',
      'Nobody does thirty there anyway, between the vans and the buses. It is a sign for the sake of a sign.',
      'The 14 already stalls on Church Hill when it is full. Ask anyone who gets on at the bottom.',
      'I wrote about parking and I am glad it was counted.',
      'My son was knocked off his bicycle by the fish shop. The driver was not speeding. At twenty he would have had time.',
      'Who is going to enforce it? We have one constable and he has a dog.',
    ],
  },
  {
    section: 'Town',
    headline: 'Water will be off in Mill Reach on Wednesday night',
    about: 'the water main',
    body: `A main is being replaced under the mill, and 312 houses in Mill Reach have no water from ten on Wednesday night to five on Thursday morning. Bottles can be had from a van at the green.

Those who depend on water for a machine at home should ring the company beforehand, it said in a notice. The road stays open on one side.`,
    said: [
      'The notice came through our door a day after it happened the last time. Thank you for printing it.',
      'Run a bath before ten, and warn whoever gets up first that the kettle is full.',
      'It came back brown for an hour in February. Let it run before you wash anything white.',
    ],
  },
]
