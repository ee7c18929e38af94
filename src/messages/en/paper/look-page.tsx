/** Settings, "Look": the paper's colour, typefaces, logo and icon. */
import type { Child } from 'hono/jsx'
import { number } from '../../count.ts'

export const lookPageMessages = {
  title: 'Look',
  lead: 'What makes the paper yours, on every page and every reader’s screen.',
  saved: 'Saved. The whole site shows it now.',
  save: 'Save',
  tryIt: 'Try it',
  tried: 'Not saved yet: this is how it would look.',

  accent: 'Accent colour',
  accentHint: 'For labels, links and buttons. Pick a colour, or write its six-digit code.',
  digits: 'Colour code',
  picker: 'Pick a colour',
  accentIsRead: 'This colour is easy to read on both light and dark pages.',
  tooPale: (given: Child, shade: Child) => (
    <>
      {given} is too pale to read on light pages, so a darker shade is used there: {shade}.
    </>
  ),
  tooDark: (given: Child, shade: Child) => (
    <>
      {given} is too dark to read on dark pages, so a lighter shade is used there: {shade}.
    </>
  ),

  type: 'Typefaces',
  typeHint: 'Each is shown in its own type. Readers’ browsers load the fonts from your site, once.',
  pairs: {
    source: { name: 'Source Serif and Public Sans', words: 'Clear and even. Suits any paper.' },
    literata: { name: 'Literata and Public Sans', words: 'Sturdy, for long reads.' },
    newsreader: { name: 'Newsreader throughout', words: 'A classic news face, for labels as well.' },
    franklin: { name: 'Libre Franklin and Source Serif', words: 'Loud headlines, quiet text.' },
    system: {
      name: 'The reader’s own fonts',
      words: 'Nothing to load, but the paper looks different on every device.',
    },
  },
  weighs: (kilobytes: number) => `${number(kilobytes)} KB of fonts on a first visit.`,
  licence: 'Licence',

  preview: 'Preview',
  light: 'Light page',
  dark: 'Dark page',
  sampleLabel: 'Harbour',
  sampleHeadline: 'Ferry makes its last crossing after £61,000 repair fails',
  sampleText: (link: Child) => <>It carried 41 families for 36 years. The board has {link}, and no date.</>,
  sampleLink: 'no contract for another',
  sampleButton: 'Send comment',

  pictures: {
    logo: {
      title: 'Logo',
      hint: 'Shown on every page in place of the name. PNG, WebP, AVIF or JPEG; the background may be transparent.',
    },
    logoDark: {
      title: 'Logo for dark mode',
      hint: 'For readers in dark mode. Without one, the logo is shown on a light background there.',
    },
    icon: {
      title: 'Icon',
      hint: 'For browser tabs and home screens: a square of at least 180 × 180 pixels, 512 × 512 is best. Without one, it is the first letter of the name on your colour.',
    },
  },
  noLogo: 'No logo yet: the name is shown in the type you chose.',
  choose: 'Picture',
  upload: 'Upload',
  replace: 'Replace',
  remove: 'Remove',
  noFile: 'Choose a picture first.',
  meanwhile:
    'Someone else changed this picture while you had the page open, so nothing was saved. Theirs is shown; upload again to replace it with yours.',
  iconSizes: { '512.png': 'Large', maskable: 'Android', '180.png': 'iPhone and iPad', '32.png': 'Browser tab' },
}
