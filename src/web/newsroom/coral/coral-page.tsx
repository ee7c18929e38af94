/** Looking at comments of a Coral site: switched on by Coral's secret, changed, and switched off. */
import type { CoralState } from '../../../coral/index.ts'
import { coralMessages as m } from '../../../messages/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from '../settings/settings-places.tsx'

interface CoralPageProps extends Frame {
  /** Null while it is switched off. */
  coral: CoralState | null
  /** Where Coral asks. */
  address: string
  done?: string
  problem?: string
}

export const renderCoralPage = ({ coral, address, done, problem, ...frame }: CoralPageProps): string => {
  const when = (at: number) => <time datetime={instant(at)}>{dayAndTime(frame.site, at)}</time>
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="coral" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        <p>
          {coral ? m.on(when(coral.setAt), coral.lookedAt, coral.held) : m.off}{' '}
          {coral?.lastAt ? m.last(when(coral.lastAt)) : null}
        </p>
        <section class="part">
          <h2>{m.inCoral}</h2>
          <ol>
            {m.steps(<code dir="ltr">{address}</code>).map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <form method="post" action="/newsroom/coral" class="stack">
            <label for="secret">
              {m.secret} {coral ? <span class="hint">{m.secretHint}</span> : null}
            </label>
            <input
              id="secret"
              name="secret"
              type="password"
              required
              autocomplete="off"
              dir="ltr"
              {...(problem ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'problem' } : {})}
            />
            <p>
              <button type="submit">{coral ? m.change : m.switchOn}</button>
            </p>
          </form>
        </section>
        {coral ? (
          <form method="post" action="/newsroom/coral/remove">
            <p class="meta">{m.offHint}</p>
            <p>
              <button type="submit">{m.switchOff}</button>
            </p>
          </form>
        ) : null}
      </>
    ),
  })
}
