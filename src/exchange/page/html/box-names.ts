/** Names that sites give to what stands around their stories. A name is never enough: see prose.ts. */

/** Boxes that are not the story, by class or id. */
export const BOX =
  /(^|[\s_-])(related|recirc\w*|newsletter|subscribe|signup|sign-up|promo\w*|share\w*|social\w*|byline|author-?(bio|box|info|card)|bio|tags?|taglist|breadcrumbs?|comments?|disqus\w*|advert\w*|ad-(slot|unit|container|label|wrap\w*)|sponsor\w*|outbrain|taboola|trending|popular|recommend\w*|read-?more|more-(on|from|stories)|see-?also|pagination|post-?nav|toolbar|timestamp|dateline|date|published|pubdate|credits?|copyright|disclaimer|metadata|post-?meta|entry-?meta|article-?meta|widget)([\s_-]|$)/i

/** What stands in front of a page until it is answered: consent, walls, windows of their own. */
export const CURTAIN =
  /(^|[\s_-])(cookies?\w*|consent\w*|gdpr\w*|cmp\w*|onetrust\w*|didomi\w*|usercentrics\w*|truste\w*|sp_message\w*|modal|popup|pop-up|lightbox|paywall\w*|pay-wall|regwall|metered\w*|overlay|notice|piano\w*|age-?gate|interstitial)([\s_-]|$)/i

/** Where readers' comments are. */
export const COMMENTS =
  /(^|[\s_-])(comments|commentlist|comment-?(list|area|section|thread|wrapper|container|stream|respond|form)s?|comments-?\w+|respond|disqus\w*|kommentare|kommentar-?\w+|commentaires|comentarios|komentarze|reacties|fb-comments|livefyre\w*|coral-?\w*|guestbook|leserkommentare)([\s_-]|$)/i

/** One comment among others. */
export const ONE_COMMENT = /(^|[\s_-])(comment|reply|kommentar|commentaire|comentario)([\s_-]|$)/i

/** What Readability takes for unlikely to be a story. */
export const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i

export const nameOfElement = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
