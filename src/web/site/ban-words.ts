/** What someone who is banned is told when they send words: until when, why, and what they can do. */
import type { Ban } from '../../people/index.ts'
import { type Reason, readReasons } from '../../review/index.ts'
import type { Web } from '../context.ts'
import { dayAndTime } from './format.ts'
import type { Site } from './props.ts'
import { readSite } from './site.ts'

/** One paragraph; `reason` is the ban's as it is worded now. */
export function banSentence(site: Site, ban: Ban, reason: Reason | null): string {
  const who = ban.whom === 'network' ? 'Comments from your network are not taken' : 'You can’t comment'
  const where = ban.storyId === null ? 'on this site' : 'on this story'
  const until = ban.endsAt === null ? '' : ` until ${dayAndTime(site, ban.endsAt)}`
  const why = reason ? ` The reason: ${reason.title}. ${reason.sentence}` : ''
  const wrong =
    ban.whom === 'network'
      ? ' If you had an account here before that, sign in and send it again.'
      : ' If you think this is wrong, write to the newsroom; /house-rules says how you can object.'
  return `${who} ${where}${until}.${why}${wrong} Nothing was sent; your words are below.`
}

/** The same, with what the site is called and how its rules are worded now. */
export async function banWordsOf(web: Web, ban: Ban): Promise<string> {
  const [site, reasons] = await Promise.all([readSite(web), readReasons(web.store.db)])
  return banSentence(site, ban, reasons.find(({ code }) => code === ban.reason) ?? null)
}
