import type { MailKeys } from '../../access/index.ts'
import type { LetterPlace } from '../../mail/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import type { Database } from '../../store/index.ts'

/** What all letters are written with. */
export interface LetterOffice {
  keys: MailKeys
  /** The site as it is called and reached now. */
  place(): Promise<LetterPlace>
}

export const letterOffice = (db: Database, keys: MailKeys, url: () => string): LetterOffice => ({
  keys,
  place: async () => ({ name: (await readSiteSettings(db)).name, url: url() }),
})
