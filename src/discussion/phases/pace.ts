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
      const times = sameWords === 1 ? 'once' : sameWords === 2 ? 'twice' : `${sameWords} times`
      found.push({
        words: `the same words came ${times} before from this network within the hour`,
        weight: Math.min(0.3 + 0.15 * sameWords, 0.8),
      })
    }
    if (hour >= MANY_AN_HOUR) {
      found.push({ words: `${hour + 1} comments from this network within an hour`, weight: Math.min(0.02 * hour, 0.4) })
    } else if (day >= MANY_A_DAY) {
      found.push({ words: `${day + 1} comments from this network within a day`, weight: 0.15 })
    }
    if (onStory >= MANY_ON_A_STORY) {
      found.push({ words: `${onStory + 1} comments on the story within an hour`, weight: 0.05 })
    }
    if (found.length === 0) return null
    const words = found.map((one) => one.words).join('; ')
    return {
      state: 'raised',
      words: words[0]!.toUpperCase() + words.slice(1),
      weight: Math.max(...found.map(({ weight }) => weight)),
    }
  },
}
