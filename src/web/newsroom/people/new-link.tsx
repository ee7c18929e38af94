import { peopleMessages as m } from '../../../messages/index.ts'

/** A sign-in link that was just made, and the address another is mailed to, if there is one. */
export interface NewLink {
  name: string
  url: string
  letter: string | null
}

export const NewLinkShown = ({ link, mailLeaves }: { link: NewLink; mailLeaves: boolean }) => (
  <section class="notice" role="status">
    <label for="new-link">
      {m.newLink(link.name)} <span class="hint">{m.newLinkHint}</span>
    </label>
    <input id="new-link" value={link.url} readonly dir="ltr" />
    {link.letter === null ? null : mailLeaves ? (
      <p class="meta">{m.alsoEmailed(link.letter, <a href="/newsroom/letters">{m.emails}</a>)}</p>
    ) : (
      <p class="meta">{m.notEmailed(link.letter, <a href="/newsroom/letters">{m.noServer}</a>)}</p>
    )}
  </section>
)
