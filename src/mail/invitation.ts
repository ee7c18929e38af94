import type { Letter } from './outbox.ts'

/** The letter with which someone comes into the newsroom. */
export const invitation = (
  to: { name: string; address: string },
  site: { name: string; url: string },
  link: string,
): Letter => ({
  from: { name: site.name, address: `newsroom@${new URL(site.url).hostname}` },
  to,
  subject: `Your way into the newsroom of ${site.name}`,
  text: `Hello ${to.name},

this link lets you into the newsroom of ${site.name}. It works once, for 24 hours:

${link}

Opening it shows a page with a button; the button signs you in.
`,
})
