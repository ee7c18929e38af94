/** The sponsor's place: one picture and a few words, always said to be paid for. */

import type { Adverts } from '../../../adverts/index.ts'
import { libraryIdOf, readPictures, type ShownPicture, shownPicture } from '../../../media/index.ts'
import { siteFrameMessages as m } from '../../../messages/index.ts'
import type { Database } from '../../../store/index.ts'
import { focusClass } from './picture-focus.ts'

export interface SponsorView {
  name: string
  words: string
  /** Empty for one that leads nowhere. */
  link: string
  picture: (ShownPicture & { focus: string | undefined }) | null
}

/** Null where there is no sponsor. */
export async function readSponsor(db: Database, adverts: Adverts): Promise<SponsorView | null> {
  const { sponsorName: name, sponsorWords: words, sponsorLink: link, sponsorPicture } = adverts
  if (name === '') return null
  const id = libraryIdOf(sponsorPicture)
  const found = id === null ? undefined : (await readPictures(db, [id])).get(id)
  const shown = found ? shownPicture(found.file, found) : null
  return { name, words, link, picture: found && shown ? { ...shown, focus: focusClass(found.focus) } : null }
}

export const SponsorPlace = ({ sponsor }: { sponsor: SponsorView | null }) => {
  if (!sponsor) return null
  const { name, words, link, picture } = sponsor
  const inside = (
    <>
      {picture ? (
        <img
          src={picture.src}
          srcset={picture.srcset}
          sizes="(min-width: 43rem) 18rem, 100vw"
          width={picture.width}
          height={picture.height}
          class={picture.focus}
          alt=""
          loading="lazy"
          decoding="async"
        />
      ) : null}
      <span>
        <b dir="auto">{name}</b>
        {words ? <span dir="auto">{words}</span> : null}
      </span>
    </>
  )
  return (
    <aside class="sponsor" aria-labelledby="sponsored">
      <p class="label" id="sponsored">
        {m.sponsored}
      </p>
      {link ? (
        <a href={link} rel="sponsored noopener">
          {inside}
        </a>
      ) : (
        <p>{inside}</p>
      )}
    </aside>
  )
}
