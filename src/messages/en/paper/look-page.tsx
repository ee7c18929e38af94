/** Settings, "Look": the paper's colour, typefaces, logo and icon. */
import type { Child } from 'hono/jsx'
import { number } from '../../count.ts'

export const lookPageMessages = {
  title: 'Look',
  lead: 'What makes the paper yours. Every page has it, on every reader’s machine.',
  saved: 'Saved. The whole site shows it now.',
  save: 'Save',
  tryIt: 'Try it',
  tried: 'Not saved yet: this is how it would look.',

  accent: 'Accent colour',
  accentHint: 'For labels, links and buttons. Pick one, or write it as six digits.',
  digits: 'Six digits',
  picker: 'Pick a colour',
  accentIsRead: 'This colour can be read on the light page and on the dark one.',
  tooPale: (given: Child, shade: Child) => (
    <>
      {given} is too pale to read on the light page, so a darker shade is used there: {shade}.
    </>
  ),
  tooDark: (given: Child, shade: Child) => (
    <>
      {given} is too dark to read on the dark page, so a lighter shade is used there: {shade}.
    </>
  ),

  type: 'Typefaces',
  typeHint: 'Each name is set in its own face. Readers’ browsers fetch the fonts from your site, once.',
  pairs: {
    source: { name: 'Source Serif and Public Sans', words: 'Clear and even. Suits any paper.' },
    literata: { name: 'Literata and Public Sans', words: 'Sturdy, for long reads.' },
    newsreader: { name: 'Newsreader throughout', words: 'A classic news face, for labels as well.' },
    franklin: { name: 'Libre Franklin and Source Serif', words: 'Loud headlines, quiet text.' },
    system: {
      name: 'What the reader’s machine has',
      words: 'No fonts to fetch, but the paper looks different from machine to machine.',
    },
  },
  weighs: (kilobytes: number) => `A first page takes ${number(kilobytes)} KB of fonts.`,
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
      hint: 'Stands over every page in place of the name. PNG, WebP, AVIF or JPEG; the ground may be transparent.',
    },
    logoDark: {
      title: 'Logo for the dark page',
      hint: 'For readers whose screen is dark. Without one, the logo stands on light paper there.',
    },
    icon: {
      title: 'Icon',
      hint: 'For browser tabs and home screens: a square of at least 180 × 180 pixels, best 512 × 512. Without one, it is the first letter of the name on your colour.',
    },
  },
  noLogo: 'No logo yet: the name stands there, in the typeface you chose.',
  choose: 'Picture',
  upload: 'Upload',
  replace: 'Replace',
  remove: 'Remove',
  noFile: 'Choose a picture first.',
  meanwhile:
    'Someone else changed this picture while you had the page open, so nothing was saved. Theirs is shown; upload again to replace it with yours.',
  iconSizes: { '512.png': 'Large', maskable: 'Android', '180.png': 'iPhone and iPad', '32.png': 'Browser tab' },
}
