/** What a link in a story may lead to, as story/content.ts has it: the web, a mailbox, the site itself. */
export const isLink = (href: string): boolean =>
  /^(https?:\/\/[^\s]|mailto:[^\s])/i.test(href) || /^\/(?![/\\])[^\s]*$/.test(href)

/** An address as people write it, with https:// where they left it out. */
export const asLink = (typed: string): string =>
  /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(typed)
    ? `https://${typed}`
    : /^[^\s@/]+@[\w.-]+$/.test(typed)
      ? `mailto:${typed}`
      : typed
