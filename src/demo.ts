/**
 * What the first start shows, so that nobody meets an empty site: one published
 * story in words of our own, and one comment that waits for review.
 */
import { postComment, type Signing } from './discussion/index.ts'
import { keepSetting, markOnce, type Store } from './store/index.ts'
import { createStory, emptyContent, hasStories, newBlockId, publish, type StoryContent } from './story/index.ts'

const PARAGRAPHS = [
  'HARROW FERRY — The town’s last chain ferry made its final crossing on Tuesday evening, eleven minutes late and with every one of its forty places taken, after the council voted to hand the route to the new footbridge upstream.',
  '“You can’t argue with a bridge,” said Ines Calloway, who has taken the fares for nineteen years and who rang the bell herself. “But a bridge never once asked you how your mother was.”',
  'The council expects to save £84,000 a year, according to a report by its transport officer that was published with the agenda last week. The report puts the cost of a new chain, which the ferry would have needed by spring, at £210,000.',
  'Traders on the north bank are less sure of the sum. Shops there take about a third of their Saturday trade from people who step off the boat, the chamber of commerce said in a letter to councillors, and the footbridge comes down four hundred metres away, beside the supermarket.',
  'The council leader, Tom Reddish, said a shuttle for people who cannot manage the bridge’s ramp would run “from the first day”, though he could not say who would drive it. A tender has not been issued.',
  'The ferry itself will be kept on the slipway until a use is found for it. Three offers have come in, Ms Calloway said: from a museum, from a café, and from a man who would not give his name but left a deposit.',
]

const COMMENT =
  'My grandfather pulled that chain by hand the winter the engine froze. Will the bell be kept?\n\n(This comment came with the program. Nobody sees it until you approve it.)'

const content = (): StoryContent => ({
  ...emptyContent,
  headline: 'The last ferry leaves eleven minutes late, and full',
  standfirst:
    'After 140 years the chain ferry gives way to a footbridge. The council counts what it saves; the north bank counts what it loses.',
  byline: 'By the Courant’s own hand',
  language: 'en',
  section: 'Town',
  picture: {
    src: '',
    alt: '',
    caption:
      'The chain ferry on its slipway at Harrow Ferry, a town that Courant has made up so that a new site has a story to show.',
    credit: '',
    rights: '',
  },
  body: [
    ...PARAGRAPHS.map((text) => ({ id: newBlockId(), type: 'paragraph' as const, text })),
    {
      id: newBlockId(),
      type: 'note' as const,
      text: 'This story came with the program. Remove it in the newsroom, under “Set up your newsroom”, once you have one of your own.',
    },
  ],
})

/** Adds the demonstration to a database that has never had a story; answers whether it did. */
export async function addDemo(store: Store, signing: Signing, now: number): Promise<boolean> {
  const isFirst = await store.transaction(now, async (tx) => {
    if (await hasStories(tx.rows)) return false
    // Two processes that start together on a new database take turns here.
    return markOnce(tx, 'demonstration')
  })
  if (!isFirst) return false
  const storyId = await createStory(store, { content: content(), by: null, commentsOpen: true }, now)
  await publish(store, { id: storyId, by: null }, now)
  await store.transaction(now, (tx) => keepSetting(tx, 'demonstration', { story: storyId }, null))
  const minuteAgo = signing.formToken(now - 60_000)
  await postComment(
    store,
    signing,
    {
      storyId,
      parentId: null,
      form: { name: 'A first reader', mail: '', text: COMMENT },
      honeypot: '',
      token: minuteAgo,
      address: '127.0.0.1',
    },
    now,
  )
  return true
}
