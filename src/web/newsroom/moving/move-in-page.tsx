/** Moving in: giving an export, and what was moved in so far. */
import type { Import } from '../../../exchange/moving/index.ts'
import { moveAccountMessages as account, moveInMessages as m } from '../../../messages/index.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from '../settings/settings-places.tsx'

export interface MoveInProps extends Frame {
  imports: readonly Import[]
  /** What lies in the server's folder for exports. */
  onServer: readonly string[]
  /** That folder. */
  folder: string
  problem?: string
}

export const renderMoveInPage = ({ imports, onServer, folder, problem, ...frame }: MoveInProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="moving" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        <p class="hint">{m.systems}</p>
        <Problem sentence={problem} />
        <section class="part">
          <h2>{m.give}</h2>
          <form method="post" action="/newsroom/move-in" enctype="multipart/form-data" class="stack">
            <label for="files">
              {m.files} <span class="hint">{m.filesHint}</span>
            </label>
            <input id="files" name="files" type="file" multiple required />
            <p>
              <button type="submit">{m.look}</button>
            </p>
          </form>
        </section>
        <section class="part">
          <h2>{m.onServer}</h2>
          <p>{m.onServerLead(<code dir="ltr">{folder}</code>)}</p>
          <ul class="plain lines">
            {onServer.map((name) => (
              <li>
                <form method="post" action="/newsroom/move-in/on-server">
                  <input type="hidden" name="name" value={name} />
                  <button type="submit">{m.lookAt(name)}</button>
                </form>
              </li>
            ))}
          </ul>
        </section>
        <section class="part">
          <h2>{m.before}</h2>
          {imports.length === 0 ? <p class="empty">{m.nothingYet}</p> : null}
          <ul class="plain lines">
            {imports.map((one) => (
              <li>
                <a href={`/newsroom/move-in/${one.id}`}>{titleOfImport(one)}</a>{' '}
                <span class="meta">{m.states[one.state]}</span>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  })

/** Such as "WordPress, harrow.example"; of one that nobody has looked through, its file. */
export const titleOfImport = ({ format, from, paths }: Import): string =>
  account.from(format === '' ? '' : account.formats[format], from) || (paths[0]?.split('/').at(-1) ?? m.title)
