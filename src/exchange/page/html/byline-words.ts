/** Names of those who wrote a story, out of what pages write where names belong. */
import { daysIn } from '../dates/days.ts'
import { tidy } from './entities.ts'
import { stripEnds } from './headline.ts'

/** What leads a byline, in the languages of the pages: it is kept where it was visible and is no English. */
// linear: it is anchored, and what it is asked of has at most a thousand characters.
const LED =
  /^(?:(?:written|posted|published|reported|words|story|text|texte|texto|testo|tekst|autor(?:in)?|autore|auteur|author|auteure|autora|автор|текст|reporter|interview|von|vom|par|por|by|di|da|door|av|af|przez|redaktion|redakteur(?:in)?|redacción|escrito|publié|publicado|veröffentlicht|verfasst|geschrieben|ein (?:artikel|beitrag|gastbeitrag|kommentar)|eingestellt|erstellt|gespeichert|beitrag|door|skrevet|skriven|teksti|yazan|yazar|كتب|بقلم|تأليف|מאת|文|作者|記者|记者|编辑)(?:\s+(?:by|von|par|por|di|da|av|af|door|przez))?\s*[:：]\s*|(?:written|posted|published|reported|words|story|text|texte|published online|escrito|publié|publicado|veröffentlicht|verfasst|geschrieben|eingestellt|erstellt|gespeichert|skrevet|ein (?:artikel|beitrag|gastbeitrag|kommentar))\s+(?:by|von|par|por|di|da|av|af|door|przez)\s+|(?:by|von|vom|par|por|di|door|av|af|przez|bởi|מאת|بقلم|كتب|作者)\s+)/iu

/** Names that programs and forms put where nobody gave one. */
const PLACEHOLDER =
  /^(?:(?:no|unknown|default|guest|site|web|system|super|test|the|wp|wordpress)?[\s_-]*(?:author|admin(?:istrator)?|user|editor|webmaster|superuser|staff)s?\d{0,3}|admin\S{0,20}|wordpress\S{0,10}|(?:wp|wordpress|blog|site|web)admin|unknown|none|null|nil|undefined|anonym(?:ous|e|o|us)?|n\/?a|root|test|autor|author|verfasser|redakteur|by|von|par|por|xyz|user\d+|posted|published|beitrag|like|share|artikel|article|post|veröffentlicht|home|menu|\?+|-+)$/iu

/** What follows names in a byline and is none: what someone is, what to do, when. */
// linear: it is asked of a thousand characters at most.
const ROLE =
  /(?:^|[\s,/–—|-])(?:correspondents?|reporters?|staff writers?|senior writer|writer|(?:deputy |managing |senior |news |associate |political |business |sports? )*editors?|columnist|contributors?|producer|photographer|journalist(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|chefredakteur(?:in)?|volontär(?:in)?|autor(?:in)?|freie[rn]? (?:autor|journalist|mitarbeiter)(?:in)?|reporterin|journaliste|rédacteur|rédactrice|redactor[a]?|periodista|dziennikarz|is an?\b|ist (?:ein|freie|redakteur|journalist|autor)|has been\b|lives in|covers)(?:$|[\s,/–—|.:-])/iu
const NOT_A_NAME =
  /\b(?:more (?:stories|articles|posts|from|by)|all (?:posts|articles|stories)|view (?:all|profile|posts)|alle (?:artikel|beiträge)|mehr (?:artikel|beiträge|von)|follow|folgen|subscribe|abonnieren|email|e-mail|profile|profil|updated|published|posted on|aktualisiert|veröffentlicht|minutes?|min\.? read|lesezeit|comments?|kommentare?|share|teilen|twitter|facebook|instagram|linkedin|about the author|über den autor|read more|mehr lesen|print|drucken|copyright|getty|reuters\/|afp\/getty)\b|@\w|https?:|www\.|\.(?:com|de|org|net|html?)\b/iu

/** A byline in the words of the page; empty where it names nobody. */
export function namesIn(raw: string): string {
  let text = tidy(raw)
  for (let turn = 0; turn < 3; turn++) text = text.replace(LED, '').trim()
  text = beforeDate(text)
  const parts = text
    .split(/[|•·●]| [–—-] /)
    .map(cleanName)
    .filter(Boolean)
  return parts[0] ?? ''
}

/** Everything from a day on is no name. */
function beforeDate(text: string): string {
  const [day] = daysIn(text, null)
  const until = day ? text.slice(0, day.from) : text
  return until.replace(/[\s,|–—-](?:am|on|le|el|em|il|the|den|dne|vom)?\s?$/iu, '').trim()
}

/** One name or several, without addresses, roles and titles of what is not a person; empty where it is none. */
function cleanName(text: string): string {
  let name = text
    .replace(/<?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,30}>?/g, '')
    .replace(/\( ?\)|\[ ?\]/g, '')
    .replace(/@\w{1,30}/g, '')
    .trim()
  // "Ada Brook, Maritime correspondent", "Ada Brook Maritime correspondent"
  const commas = name.split(/ ?[,;] ?/)
  const named = commas.filter((part) => part !== '' && !ROLE.test(part) && !NOT_A_NAME.test(part))
  // A role where nobody is named stands for a name: "Staff Writer".
  name = (named.length > 0 ? named : commas.filter((part) => part.length < 30 && !NOT_A_NAME.test(part))).join(', ')
  name = stripEnds(name)
  if (name.length > 120 || !/\p{L}/u.test(name) || NOT_A_NAME.test(name) || PLACEHOLDER.test(name)) return ''
  if (/[!?]|\.\s+\p{L}{3}/u.test(name) && name.length > 40) return ''
  return name.split(/\s+/).length > 14 ? '' : name
}

/** Whether a line says who wrote the story: it begins as bylines do and goes on as names do. */
export function isBylineText(line: string): boolean {
  if (line.length > 140) return false
  const rest = line.replace(LED, '')
  if (rest === line) return false
  return looksLikeNames(namesIn(line))
}

/** Two to a dozen words that begin with capitals, or have none to begin with; no sentence. */
export function looksLikeNames(text: string): boolean {
  const words = text.split(/[\s,;&/]+/).filter(Boolean)
  if (words.length === 0 || words.length > 14 || /[.!?]$/.test(text.replace(/\b(?:Jr|Sr|\p{Lu})\.$/u, ''))) return false
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word))
  return small.length === 0 && words.some((word) => /^[\p{Lu}\p{Lo}]/u.test(word))
}

/** Two to four words that begin with capitals and nothing besides: a person, as far as can be told. */
export function isPersonsName(text: string): boolean {
  const name = namesIn(text)
  return (
    name !== '' &&
    /^\p{Lu}[\p{L}'’.-]*(?: (?:von|van|de|der|da|di|el|al|\p{Lu}[\p{L}'’.-]*)){1,3}$/u.test(name) &&
    !SECTION.test(name)
  )
}

const SECTION =
  /(?<!\p{L})(?:news|politics|politik|sports?|business|world|home|local|national|opinion|culture|kultur|wirtschaft|panorama|uhr|read|min|read more|january|january|monday)(?!\p{L})/iu

const PARTICLE =
  /^(?:von|van|de|der|den|del|della|di|da|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|y|e|et|und|and|en|og|och|oder|i|dos|das|mit|for|of|the|with|für|aus)$/u
