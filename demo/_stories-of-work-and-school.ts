/** Schools, shops and courts of Harrow Ferry. */
import type { TownStory } from './_town-story.ts'

export const STORIES_OF_WORK_AND_SCHOOL: readonly TownStory[] = [
  {
    section: 'Work & School',
    headline: 'Phones stay in a pouch at Harrow High, and the first week was quiet',
    standfirst: 'Pupils lock their own pouch in the morning. Parents can ring the office, and did, 61 times.',
    about: 'the phone pouches',
    body: `Harrow High has had 840 telephones under lock since Monday. Pupils close them into a grey pouch at the gate and open it on the way out.

“The first break was the loudest I have heard in ten years,” said Ruth Amadi, the head teacher. “They were talking.” Four pouches were cut open in the first week, and one was found to hold a calculator.

Not all are content. A petition with 230 names says that children who look after a parent at home have to be reachable. They can keep theirs, the school answered in a letter: eleven pupils do.

Sixth-former Oona Marsh told the Courant that she did not miss it before lunch. “After lunch I did,” she said.`,
    said: [
      'My two came home and told me about their day without being asked. I nearly sat down.',
      'My son is one of the eleven. Nobody made a fuss, and Mrs Amadi spoke to him herself.',
      'Four pouches at £18 each. Who pays, and is it the same families as always?',
      'When I was there it was yo-yos.',
      'Sixty-one calls to the office in a week is one clerk who gets nothing else done.',
      'Teach them to leave it in the bag. A pouch teaches them about scissors.',
    ],
  },
  {
    section: 'Work & School',
    headline: 'Infant school at Upper Sallow is saved, with nineteen children',
    about: 'the infant school',
    body: `The infant school at Upper Sallow stays open for three more years. The county’s cabinet followed its own officers, who had first proposed to close it, and changed their minds after a count of the houses that are being built.

There are 19 children in two classes. There will be 34 by the autumn after next, the county said in its report.

“I have told them in the hall, and they asked whether there would still be custard,” said Janet Whitlow, who has taught there for 22 years.`,
    said: [
      'Three years is not saved. It is a stay.',
      'We moved here for that school. I cried in the car, and then I had to explain it to a four-year-old.',
      'There was always custard. Well done to everyone who stood outside County Hall in the rain.',
      'Thirty-four children and one lavatory. I hope that was in the report too.',
    ],
  },
  {
    section: 'Work & School',
    headline: 'A pupil’s bridge of spaghetti holds 41 kilos, and the hall',
    standfirst: 'The old record was 29.',
    about: 'the spaghetti bridge',
    body: `A bridge made of spaghetti and glue held 41.2 kilograms in the hall of Harrow High on Friday, and then held them for ten minutes more, because nobody had thought of what to do next.

It was built by Yusuf Adeyemi, 14, in five weeks. “The trick is that it isn’t straight,” he said. “Straight things only look strong.”

Engineers from the works that made the footbridge had come to judge. One of them asked for the drawings, according to his teacher.`,
    said: [
      'Could he look at the lift?',
      'We need more of this in the paper. I read it out at breakfast.',
      'Straight things only look strong. I am putting that on the wall of my workshop.',
      'Which glue?',
    ],
  },
  {
    section: 'Work & School',
    headline: 'Bakery on Cornhill changes hands after 61 years, and keeps the rolls',
    about: 'the bakery',
    body: `Pargeter’s bakery has been sold to two of its own bakers. Marta Wilk and Joel Tennant take over from Arthur Pargeter, 83, who began sweeping its floor at the age of twelve.

The recipe for the milk rolls goes with the shop. It was written down for the first time last week, Mr Pargeter said, and turned out to fit on an envelope.

“He reads it over my shoulder,” said Ms Wilk. The shop will open at six instead of half past, and close on Mondays.`,
    said: [
      'He gave me the burnt ones for nothing in the winter of the strike. I have not forgotten it.',
      'Closed on Mondays is a blow. Otherwise: good luck to both of you.',
      'If the rolls change I will know it before the door shuts.',
      'Marta made my sister’s wedding cake. The shop is in good hands.',
    ],
  },
  {
    section: 'Work & School',
    headline: 'Sawmill takes on fourteen apprentices, and has room for six more',
    standfirst: 'The mill pays their rail fare and asks for no certificates.',
    about: 'the sawmill',
    body: `The sawmill at Kesterby begins the autumn with fourteen apprentices, four of them women, and would take six more if they applied, its manager said. Three years ago it had two.

“We stopped asking for certificates and started asking people to come for a day,” said Lorna Keane, who runs the mill. Of those who came for a day, two in three stayed.

The mill was fined after an accident at the edger in 2021. Guards have been fitted since, according to the inspector’s last report, and a trainer stands at the line in the first three months.`,
    said: [
      'My nephew went for the day because I drove him there. He is in his second year and owns a better coat than I do.',
      'Please print the telephone number. Not everybody finds things by searching.',
      'You mention the accident in half a sentence. The man lost two fingers, and he lives on our street.',
      'Rail fare paid is what made the difference for us. The bus stops at the wrong end of the valley.',
    ],
  },
  {
    section: 'Work & School',
    headline: 'Rents on Cornhill have risen by a third. Six shops say what they will do',
    about: 'the rents',
    body: `The six shops in the row between the clock and the chemist have had letters: their rents rise by 31 to 36 in a hundred from the new year. Two will leave, three will stay, and one has not opened the envelope.

The row was bought by a company in the county town last spring. Rents had not been looked at for eleven years, its agent said in an answer to the Courant, and were “some way under the market”.

“The market is out there on Fridays and sells cheese,” said Dev Anand, who mends shoes. He has signed for five years. “My customers can’t walk further. That’s rather the point of them.”`,
    said: [
      'Mr Anand has mended the same pair for me four times. If he goes, I go barefoot.',
      'Eleven years without a rise is not the company’s fault either.',
      'We have nine empty windows on Cornhill. Who is the market, exactly?',
      'The town could buy the row. It has just bought a boatyard.',
      'It would help to name the company. It owns the arcade in Kesterby too, and look at that.',
    ],
  },
  {
    section: 'Work & School',
    headline: 'The Friday market may have music again, quietly',
    about: 'the market',
    body: `Musicians may play at the Friday market again from ten to one, without amplifiers and not twice in the same place. The council ended it three years ago after a dispute about a trumpet.

The trumpet has been asked not to come back, the market manager said. The trumpet’s owner told the Courant he would think about it.`,
    said: [
      'It was a good trumpet.',
      'It was a good trumpet for twenty minutes. I had the flat above it for two hours.',
      'Could somebody ask the accordion to learn a third tune?',
      'The cheese stall hums anyway.',
    ],
  },
  {
    section: 'Town',
    headline: 'Man who drove a tractor to the bank keeps his licence',
    about: 'the tractor case',
    body: `A farmer who left his tractor across both lanes of the High Street while he argued with the bank has been fined £300 and keeps his licence.

Magistrates heard that Roland Tew, 71, of Upper Sallow, had been told by telephone to come in person, and then in person to telephone. “I accept that he was provoked,” said the chair of the bench, Audrey Lowe. “The High Street had done nothing.”

He pleaded guilty to causing an obstruction. In a letter that was read out, the bank said it was sorry for the time he had spent.`,
    said: [
      'The High Street had done nothing. Magistrates should write for the paper.',
      'I was behind him for forty minutes and I would do it again.',
      'There should be a fine for the bank’s telephone as well.',
      'He did block the ambulance entrance for part of it, which you do not mention.',
    ],
  },
  {
    section: 'Town',
    headline: 'Treasurer of the cricket club repaid what he had borrowed, court is told',
    standfirst: 'The sum was £6,200. The club did not ask for a trial.',
    about: 'the cricket club’s money',
    body: `A former treasurer of the cricket club took £6,200 from its account over two seasons and had paid it all back before anyone noticed, a court was told on Monday.

Simon Arkley, 48, admitted it to the committee himself when he stepped down. He was given a conditional discharge. “You are not the first man to hide a hole in his own roof,” the judge told him, “but you used other people’s slates.”

The club has two signatures on every cheque now, its chairman said in a statement.`,
    said: [
      'He told them himself. That ought to count for something, and it seems it did.',
      'Two signatures should have been there since the club was founded.',
      'Some of us paid subscriptions that year out of very little. A sorry in the pavilion would be nice.',
      'Please leave the family alone now. The children go to school here.',
    ],
  },
  {
    section: 'Town',
    headline: 'Neighbours settle over the cockerel',
    about: 'the cockerel',
    body: `The case of the cockerel of Mill Reach will not be heard. Its owner and the neighbour who sued over its crowing agreed on Friday that it sleeps in a box until seven.

“It took us eleven months and two solicitors to think of a box,” said the owner, Tilda Greaves. Both sides pay their own costs, according to the court.`,
    said: [
      'Seven is late for a cockerel. I side with the bird.',
      'Eleven months. My son built such a box in an afternoon, and I would have lent it.',
      'Now do the bagpipes at number nine.',
    ],
  },
]
