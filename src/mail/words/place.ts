/** The site as its letters name it. */
export interface LetterPlace {
  name: string
  /** Without a slash at the end. */
  url: string
}

/** What a letter says, and what its mail program is told of it. */
export interface LetterWords {
  subject: string
  text: string
  headers?: Record<string, string>
}

/** The foot of every letter: who wrote, why it came, how to stop it. */
export const foot = (place: LetterPlace, why: string): string => `-- \n${place.name}, ${place.url}\n${why}\n`
