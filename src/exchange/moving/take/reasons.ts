/** Why comments were turned down elsewhere, as our house rules have it. */

/** Coral's codes, and what others call the same. */
const OURS: Readonly<Record<string, string>> = {
  offensive: 'attack',
  abusive: 'attack',
  harassment_bullying: 'attack',
  banned_word: 'attack',
  hate_speech: 'hate',
  misinformation: 'unsupported',
  irrelevant_content: 'off-topic',
  spam: 'spam',
  ad: 'spam',
}

/** The code of ours; null for one that says nothing we have a rule for. */
export const ourReason = (theirs: string): string | null =>
  OURS[
    theirs
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
  ] ?? null
