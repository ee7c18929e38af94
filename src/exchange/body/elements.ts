/** What the elements of HTML are, as far as an old story's words go. */

/** They stand by themselves: words before and after them are not one paragraph. */
export const APART = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol option optgroup p pre section select summary table tbody td textarea tfoot th thead tr ul xmp'.split(
    ' ',
  ),
)
/** They have no end. */
export const VOID = new Set(
  'area base basefont br col command embed frame hr img input link meta param source track wbr'.split(' '),
)
/** What no reader sees. */
export const UNSEEN = new Set('script style template head title xml svg'.split(' '))
/** They show what lies elsewhere; what stands in them is for browsers that can't. */
export const PLAYERS = new Set('iframe object audio video'.split(' '))
export const STRONG = new Set('b strong'.split(' '))
export const EMPHASIS = new Set('i em'.split(' '))
export const STRUCK = new Set('s strike del'.split(' '))
export const OF_TABLES = new Set('table tr td th thead tbody tfoot caption'.split(' '))
/** Classes of boxes that hold pictures with one caption. */
export const PICTURE_BOX = /(?:^|\s)(?:wp-caption|gallery|tiled-gallery|wp-block-gallery|image-gallery)(?:\s|$)/
/** Classes of a picture's words. */
export const CAPTION_CLASS =
  /(?:^|\s)(?:wp-caption-text|wp-caption-dd|gallery-caption|image-caption|caption-text)(?:\s|$)/
export const CREDIT_CLASS = /(?:^|\s)(?:credit|image-credit|photo-credit|photocredit|wp-media-credit)(?:\s|$)/
export const CALLOUT_CLASS = /(?:^|\s)(?:kg-callout-card|callout|wp-block-callout)(?:\s|$)/
export const NOTE_CLASS = /(?:^|\s)(?:editors?-note|editorial-note|correction-note)(?:\s|$)/
/** How Blogger sets a picture with its caption. */
export const CAPTIONED_TABLE = /(?:^|\s)tr-caption-container(?:\s|$)/
