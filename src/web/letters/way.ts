/** How letters leave, for the newsroom to see. */
export interface LetterWay {
  way: 'smtp' | 'file'
  /** A mail server, or a folder; never a password. */
  where: string
  /** The address they come from. */
  from: string
}
