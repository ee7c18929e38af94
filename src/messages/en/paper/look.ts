/** What is wrong with a logo, an icon or a colour, and what the log says of the look. */
import { listed } from '../../count.ts'

export const lookMessages = {
  fields: {
    accent: 'accent colour',
    type: 'typefaces',
    logo: 'logo',
    logoDark: 'logo for the dark page',
    icon: 'icon',
  },
  noColour: 'Give the colour as six digits such as #0b5c49, or pick one.',
  noType: 'Choose one of the typefaces.',
  notSquare: 'An icon has to be square. Crop the picture to a square and upload that.',
  tooSmall: 'This icon is too small. Upload one of at least 180 × 180 pixels; 512 × 512 is best.',
  logChanged: (fields: readonly string[]) => `Changed the look: ${listed(fields)}`,
}
