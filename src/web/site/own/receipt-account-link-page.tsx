/** What a link in a letter opens: the way into an account, or an address for the account that is signed in. */
import { readerAccountMessages as m } from '../../../messages/index.ts'
import type { Reader } from '../../../readers/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

/** A link that was opened: the button uses it, since mail programs open links by themselves. */
export const renderAccountLinkPage = ({ site, path }: { site: Site; path: string }): string =>
  document({
    site,
    title: `${m.title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{m.signIn}</h1>
        <p>{m.linkWorksOnce}</p>
        <form method="post" action={path}>
          <button class="first" type="submit">
            {m.signIn}
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
    title: `${m.title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{isTaken ? m.addressTaken : m.isItYours}</h1>
        <p>
          {isTaken
            ? m.linkIsForOther(<bdi>{reader.name}</bdi>, <Address address={address} />)
            : m.linkIsFor(<bdi>{reader.name}</bdi>, <Address address={address} />)}
        </p>
        {isTaken ? null : (
          <>
            <p>{m.onlyIfYours}</p>
            <form method="post" action={path}>
              <button class="first" type="submit" name="to" value={reader.id}>
                {m.addToMine}
              </button>
            </form>
          </>
        )}
        <p>{isTaken ? m.signInThereInstead : m.keepSeparateInstead}</p>
        <form method="post" action={path}>
          <button type="submit" name="to" value={own}>
            {isTaken ? m.signInThere : m.keepSeparate}
          </button>
        </form>
      </section>
    ),
  })

const Address = ({ address }: { address: string }) => (
  <strong>
    <bdi>{address}</bdi>
  </strong>
)
