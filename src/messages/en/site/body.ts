/** What a story holds beside its running words, as readers see it. */
import { number } from '../../count.ts'

export const bodyMessages = {
  gallery: 'Pictures',
  openPicture: (place: number, all: number) => `Show picture ${number(place)} of ${number(all)} large`,
  pictureOf: (place: number, all: number) => `Picture ${number(place)} of ${number(all)}`,
  /** In the picture itself. */
  countOf: (place: number, all: number) => `${number(place)} / ${number(all)}`,
  closePicture: 'Close',
  table: 'Table',
  factBox: 'Fact box',

  /** Under the byline. */
  ai: { generated: 'Generated with AI', helped: 'Written with the help of AI' },
  aiReviewed: (names: string) => `reviewed by ${names}`,
  aiResponsible: (names: string) => `responsible: ${names}`,
}
