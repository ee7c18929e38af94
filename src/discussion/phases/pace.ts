import { commentSignalMessages as m } from '../../messages/index.ts'
import type { Phase } from './signal.ts'

/** In an hour, or a day, from one network: more than one household writes. */
const MANY_AN_HOUR = 8
const MANY_A_DAY = 30
/** In an hour on one story: five a minute. */
const MANY_ON_A_STORY = 300

/** The same words again and again, a network that writes all day whatever the stories, a story that is run at. */
export const pace: Phase = {
  name: 'pace',
  look(_comment, { counts }) {
    if (!counts) return null
    const { hour, day, sameWords, onStory } = counts
    const found: { words: string; weight: number }[] = []
    if (sameWords > 0) {
      found.push({ words: m.sameText(sameWords), weight: Math.min(0.3 + 0.15 * sameWords, 0.8) })
    }
    if (hour >= MANY_AN_HOUR) {
      found.push({ words: m.fromNetworkInAnHour(hour + 1), weight: Math.min(0.02 * hour, 0.4) })
    } else if (day >= MANY_A_DAY) {
      found.push({ words: m.fromNetworkInADay(day + 1), weight: 0.15 })
    }
    if (onStory >= MANY_ON_A_STORY) {
      found.push({ words: m.onStoryInAnHour(onStory + 1), weight: 0.05 })
    }
    if (found.length === 0) return null
    return {
      state: 'raised',
      words: m.several(found.map((one) => one.words)),
      weight: Math.max(...found.map(({ weight }) => weight)),
    }
  },
}
