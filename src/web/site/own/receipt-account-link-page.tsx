/** What a link in a letter opens: the way into an account, or an address for the account that is signed in. */
import type { Reader } from '../../../readers/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

/** A link that was opened: the button uses it, since mail programs open links by themselves. */
export const renderAccountLinkPage = ({ site, path }: { site: Site; path: string }): string =>
  document({
    site,
    title: `Your account · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>Sign in</h1>
        <p>This link works once. It lets this browser into your account for 90 days.</p>
        <form method="post" action={path}>
          <button class="first" type="submit">
            Sign in
          </button>
        </form>
      </section>
    ),
  })

/**
 * The same link where a reader without an address is signed in. The address is
 * named in full: whoever was sent somebody else's link has to see that it is not theirs.
 */
export const renderAddressPage = ({
  site,
  path,
  address,
  reader,
  isTaken,
  own,
}: {
  site: Site
  path: string
  address: string
  reader: Reader
  /** Whether the address has an account of its own. */
  isTaken: boolean
  /** What the field `to` says for that account. */
  own: string
}): string =>
  document({
    site,
    title: `Your account · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{isTaken ? 'This address already has an account' : 'Is this your address?'}</h1>
        <p>
          You are signed in as <bdi>{reader.name}</bdi>, an account without a mail address. The link is for{' '}
          <strong>
            <bdi>{address}</bdi>
          </strong>
          {isTaken ? ', whose account is another one: the two can’t be joined.' : '.'}
        </p>
        {isTaken ? null : (
          <>
            <p>
              Once it is added, whoever reads the mail of that address can come into this account. Don’t add one that is
              not yours.
            </p>
            <form method="post" action={path}>
              <button class="first" type="submit" name="to" value={reader.id}>
                Add it to my account
              </button>
            </form>
          </>
        )}
        <p>
          {isTaken
            ? 'You can come into that account instead; this browser is then signed in there.'
            : 'Or keep the two apart: this browser is then signed in to an account of the address alone.'}
        </p>
        <form method="post" action={path}>
          <button type="submit" name="to" value={own}>
            {isTaken ? 'Sign in there' : 'Keep them separate'}
          </button>
        </form>
      </section>
    ),
  })
