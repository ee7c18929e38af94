/**
 * Page furniture: what stands around a story on its page and is copied along
 * with it. A rule takes a whole paragraph or none of it, and only a short one,
 * so that a story which speaks of sharing or comments keeps its words.
 */
import { exchangeMessages as m } from '../../messages/index.ts'
export interface Furniture {
  what: 'page-furniture' | 'house-rule'
  why: string
}

const LONGEST = 320

interface Rule {
  why: string
  pattern: RegExp
}

const NETWORKS =
  '(facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|threads|bluesky|mastodon|instagram|youtube|e-?mail|print|copy link|link|messenger|flipboard|pocket|blogthis!?)'

const RULES: readonly Rule[] = [
  {
    why: m.commentInvitation,
    pattern: /^(post|leave|add|write|submit) (a |your )?(comment|reply|response)s?( here)?[.:!]?$/i,
  },
  {
    why: m.commentCount,
    pattern:
      /^(\(?\d[\d,.]*\)?|no|one|zero) (comments?|repl(y|ies)|responses?)( (yet|so far|on this (story|post|article)))?[.:!]?$/i,
  },
  { why: m.commentHeading, pattern: /^(comments?|discussion|responses)( \(\d+\))?:?$/i },
  {
    why: m.commentButton,
    pattern:
      /^(reply|like|report|flag|quote|cancel reply|load more( comments)?|(show|view|hide)( all)?( \d+)? (comments?|replies)|log ?in to (comment|reply)|sign in to comment)$/i,
  },
  {
    why: m.shareButtons,
    pattern: /^share( this)?( (story|article|post|page))?( (on|via|to|with)\b.{0,60})?[:!]?$/i,
  },
  {
    why: m.shareButtons,
    pattern: new RegExp(
      `^((share|tweet|pin|e-?mail|print|save)( (this|it))?|(share |tweet )?(on|to|via) ${NETWORKS}|${NETWORKS})([\\s,|·•/]+((share|tweet|pin|save|on|to|via)|${NETWORKS}))*[.:!]?$`,
      'i',
    ),
  },
  {
    why: m.advertisement,
    pattern:
      /^(adverts?|advertise?ment|sponsored( (content|post))?|promoted|ad|story continues below( (the )?advertise?ment)?|continue reading( below)?|article continues (below|after)\b.{0,40})[.:]?$/i,
  },
  {
    why: m.otherStory,
    pattern:
      /^((read|see|watch|listen|click here)( (more|also|next|on|now|to read))?|related( (stor(y|ies)|articles?|posts?|coverage|content|topics))?|recommended( (stories|for you))?|you (may|might) also like|more (from|on|stories|about)\b.{0,40}|don.t miss|up next|also read|most (read|popular|viewed)|trending( now)?|editor.s picks?|popular posts|latest (news|stories|posts))\s*([:–—|-].{0,180})?$/i,
  },
  {
    why: m.otherStory,
    pattern:
      /^(?:lesen sie (?:auch|dazu|mehr|hier)|lies (?:auch|mehr)|(?:das könnte|könnte) (?:sie|dich|ihnen|dir) auch|(?:auch|ebenfalls) (?:interessant|lesenswert|auf \S{3,})|mehr (?:zum thema|dazu|aus|zu|artikel)|noch mehr|zum (?:thema|weiterlesen)|weiterlesen|weiterführende?r? (?:links?|informationen)|siehe auch|schon gelesen|verwandte (?:artikel|themen|beiträge)|ähnliche (?:artikel|beiträge)|themen im artikel|neueste (?:artikel|beiträge)|(?:à|a) lire (?:aussi|également)|lire (?:aussi|également|la suite)|pour lire la suite|voir aussi|sur le même (?:sujet|thème)|lea (?:también|además)|le puede interesar|te puede interesar|(?:mira|mire|vea|ve|puedes ver|ver|lee|leer)(?: también| además| más)?\s*:|leia (?:também|mais)|veja também|leggi anche|czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również)|dowiedz się więcej|lue myös|lees ook|läs (?:också|mer)|les også|читайте также|читайте також|اقرأ أيضا)(?!\p{L}).{0,180}$/iu,
  },
  {
    why: m.advertisement,
    pattern:
      /^[-–—*\s]{0,4}(?:anzeige|werbung|reklama|publicité|publicidad|publicidade|pubblicità|mainos|annonse?|реклама)(?: ?[-–—:].{0,80})?[-–—*:.\s]{0,4}$/iu,
  },
  {
    why: m.shareButtons,
    pattern:
      /^(?:(?:diesen |den )?(?:artikel|beitrag|seite) (?:teilen|drucken|empfehlen|merken|versenden)|teilen|drucken|drukuj|udostępnij|imprimer|partager|compartir|compartilhar|condividi|jaa|valora esta noticia|поделиться)(?: (?:auf|via|per|sur|en)\b.{0,40})?[.:!]?$/iu,
  },
  {
    why: m.navigation,
    pattern:
      /^[«‹←]? ?(?:zurück|weiter|nach oben|zum inhalt(?:sverzeichnis)?|startseite|accueil|inicio|permalien|permalink|retour|volver|powrót|kontakt|impressum|datenschutz)(?: zur \S{2,20})?[:.]? ?[»›→]?$/iu,
  },
  {
    why: m.commentInvitation,
    pattern:
      /^(?:kommentieren|kommentar (?:schreiben|verfassen|abgeben)|(?:keine|\d+) kommentare?|(?:sie müssen|du musst) .{0,60}(?:einloggen|angemeldet|registriert).{0,80}|laisser un commentaire|(?:aucun|\d+) commentaires?|deja (?:un|tu) comentario|(?:\d+ )?comentarios?|dodaj komentarz|skomentuj)[.:!]?$/iu,
  },
  {
    why: m.subscription,
    pattern:
      /^(?:verpasse? (?:keine|nichts)\b.{0,120}|(?:jetzt )?(?:newsletter|abo|probeabo)\b.{0,80}|(?:únete|suscríbete|síguenos|sigue a)\b.{0,140}|abonnez-vous\b.{0,120}|inscrivez-vous\b.{0,120}|zapisz się\b.{0,120}|follow the .{0,120}|(?:for the latest|download (?:the|our)) .{0,140}\bapps?\b.{0,60})$/iu,
  },
  {
    why: m.subscription,
    pattern:
      /^((click here to )?(subscribe|sign up|register)\b.{0,140}|(join|get|receive) (our|the)\b.{0,60}\b(newsletter|updates|channel)\b.{0,60}|follow (us|me)\b.{0,80}|(support|become a (member|subscriber))\b.{0,40}|newsletter|enter your e-?mail( address)?)[.!:]?$/i,
  },
  {
    why: m.tags,
    pattern: /^(tags?|labels?|filed under|categor(y|ies)|topics?|keywords|more on this topic)\s*:.{0,200}$/i,
  },
  {
    why: m.navigation,
    pattern:
      /^((newer|older|next|previous) (posts?|articles?|stor(y|ies)|page)|[«‹←]? ?(next|previous|prev|back)( to (top|home(page)?))? ?[»›→]?|(go )?(back )?to top|home(page)?|menu|search( this blog)?|skip to (main )?content|log ?in|sign ?(in|out|up)|my account|contact( us)?|about( us)?|privacy( policy)?|terms( (of (use|service)|and conditions))?|advertise with us|blog archive|subscribe to:? .{0,40}|powered by .{1,40}|view (mobile|web) version|main menu|close|toggle navigation)$/i,
  },
  { why: m.copyright, pattern: /^((©|\(c\)|copyright)\s?.{0,160}|all rights reserved.{0,60})$/i },
  {
    why: m.cookies,
    pattern:
      /^((we|this (web)?site|our (web)?site) uses? cookies\b.{0,260}|accept( all)?( cookies)?|cookie (policy|settings|preferences))$/i,
  },
  {
    why: m.figures,
    pattern:
      /^(\d+ min(ute)?s?( read)?|(listen|listen to this (article|story))( \(?\d+ min(utes?)?\)?)?|[\d,.]+ (views|shares|likes|reads)|estimated reading time.{0,30}|reading time.{0,30}|getting your trinity audio player ready.{0,5})$/i,
  },
  {
    why: m.elsewhere,
    pattern:
      /^(click here\b.{0,120}|.{0,100}\bby clicking here[.!]?|.{0,60}\bclick here for more( information)?[.!]?)$/i,
  },
  {
    why: m.technical,
    pattern:
      /^(this (slideshow|video|content|page|feature) requires javascript|please enable javascript|your browser does not support)\b.{0,80}$/i,
  },
  {
    why: m.terms,
    pattern:
      /^(this (document|material|article|content) (is subject to copyright|may not be (published|reproduced))\b.{0,240}|citation: .{0,280})$/i,
  },
]

/** The furniture a paragraph is, or null where it belongs to the story. */
export function furnitureOf(text: string): Furniture | null {
  const flat = flatten(text)
  if (flat.length === 0 || flat.length > LONGEST) return null
  const rule = RULES.find(({ pattern }) => pattern.test(flat))
  return rule ? { what: 'page-furniture', why: rule.why } : null
}

/** Whether a line opens the part of a page where its comments are. */
export const opensComments = (text: string): boolean => {
  const flat = flatten(text)
  return RULES.slice(0, 3).some(({ pattern }) => pattern.test(flat))
}

/** What a site asks of those who comment, as it stands under "Post a comment"; without its star. Null where it is none. */
export function houseRuleOf(text: string): string | null {
  const flat = flatten(text)
  if (flat.length > 600 || !/\b(comments?|spam|commenters?)\b/i.test(flat)) return null
  if (
    !/\b(please|don.?t|do not|review(ed)?|moderat\w+|approv\w+|admin|rules?|polite|civil|respectful|kind|abus\w+|no spam|remov\w+|delet\w+|read by)\b/i.test(
      flat,
    )
  )
    return null
  return flat.replace(/^[*•†\s]+/, '')
}

const flatten = (text: string): string => text.replace(/\s+/g, ' ').trim()
