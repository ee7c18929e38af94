/** Choosing a name's portrait out of the library. */
import type { AcceptedName } from '../../../archive/index.ts'
import type { LibraryPicture } from '../../../media/index.ts'
import { portraitMessages as m } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PictureChoices } from '../pictures/picture-choices.tsx'
import { PictureImage } from '../pictures/picture-image.tsx'

export interface PortraitPageProps extends Frame {
  name: AcceptedName
  /** The one it has. */
  portrait: LibraryPicture | null
  /** What was looked for in the library, and what was found; the newest where nothing was. */
  words: string
  pictures: readonly LibraryPicture[]
  done?: string
  problem?: string
}

export const renderPortraitPage = ({ name, portrait, words, pictures, done, problem, ...frame }: PortraitPageProps) => {
  const action = `/newsroom/names/${name.id}/portrait`
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title(name.name),
    here: 'statements',
    children: (
      <>
        <p>
          <a href={name.path}>{m.toPage(name.name)}</a>
        </p>
        <h1>{m.title(name.name)}</h1>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        {portrait ? (
          <form method="post" action={action} class="portrait-now">
            <PictureImage picture={portrait} sizes="10rem" alt={m.title(name.name)} />
            <div>
              <p class="meta">
                <bdi>{portrait.credit || m.noCredit}</bdi> <a href={`/newsroom/pictures/${portrait.id}`}>{m.details}</a>
              </p>
              <button type="submit" name="act" value="remove" class="quiet">
                {m.remove}
              </button>
            </div>
          </form>
        ) : (
          <p class="hint">{m.hint}</p>
        )}
        <search>
          <form method="get" action={action} class="library-search">
            <label for="q" class="visually-hidden">
              {m.search}
            </label>
            <input id="q" type="search" name="q" value={words} placeholder={m.search} maxlength={120} dir="auto" />
            <button type="submit">{m.find}</button>
          </form>
        </search>
        {pictures.length === 0 ? (
          <p class="empty">{words ? m.noneFound(words) : m.noPictures(<a href="/newsroom/pictures">{m.library}</a>)}</p>
        ) : (
          <form method="post" action={action}>
            <PictureChoices name="picture" sent={(id) => id} pictures={pictures} chosen={portrait?.id} />
            <p class="acts">
              <button type="submit" class="first">
                {m.choose}
              </button>
            </p>
          </form>
        )}
      </>
    ),
  })
}
