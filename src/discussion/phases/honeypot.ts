import type { Phase } from './signal.ts'

/** A field that people do not see. Some browsers fill it in by themselves, so it weighs and never refuses. */
export const honeypot: Phase = {
  name: 'hidden field',
  look: (_comment, { honeypot: value }) =>
    value.trim() === ''
      ? null
      : { state: 'raised', words: 'The field that people do not see was filled in', weight: 0.7 },
}
