/** Stories that are finished and that no reader has yet: one goes out by itself tomorrow, one is under embargo. */
import type { TownStory } from './_town-story.ts'

export const SCHEDULED: TownStory = {
  section: 'Town',
  headline: 'The church clock stops for six days, and the hours are rung by hand',
  standfirst: 'A bearing is worn through. It leaves for Kesterby in a shopping bag.',
  about: 'the church clock',
  body: `The clock of St Osyth stops at nine this morning and will not go again for six days. A bearing behind the north face is worn through, and a clockmaker in Kesterby is turning a new one.

“It has gained four minutes since Easter,” said Maud Ellery, the churchwarden. “People took it for a kindness.” The repair costs £1,900, according to the parish accounts.

Until then the hours are rung by hand, at eight, at noon and at six. Three ringers have put their names down for noon, and none for eight.`,
  said: [],
}

export const EMBARGOED: TownStory = {
  section: 'Work & School',
  headline: 'Inspectors call Harrow High a good school, and its roof “a matter for others”',
  standfirst: 'Four buckets are in the report. Two of them were full.',
  about: 'the inspection',
  body: `Harrow High is a good school, say the inspectors who sat at the back of it for three days in spring. Teaching, reading and behaviour are each put down as good, according to the report that is published today.

Of the sports hall it says only that no lesson could be seen there. Four buckets stood in it on the second day, and two of them were full.

“We asked the children to walk round them, and they did,” said Ruth Amadi, the head teacher. The county, which owns the roof, will look at it “within the financial year”, it said in a letter to the governors.`,
  said: [],
}
