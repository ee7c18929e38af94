/** Whose picture it is, as it stands at the end of a caption or by itself, in the languages of the pages. */
const LABEL =
  '(?:photo(?:graph)?|picture|image|pic|foto(?:grafi[ae]|graf(?:ie)?)?|bild(?:er)?|bildquelle|bildnachweis|credit|crédits?|crédito|créditos|zdjęcie|fot|фото|imagen|imagem|kuva|quelle|source)s?'
const AT_END = new RegExp(
  // linear: it is asked of 160 characters at most.
  ` ?[([]?((?:${LABEL}(?: by|\\.? ?:| credits?:?| photos? ?:?)|©) ?([^()[\\]]{2,80}))[)\\]]?\\.?$`,
  'iu',
)

/** "What is to be seen. (Photo: A. Name)" → the sentence and the name; "Photo: A. Name" → no sentence, and the name. */
export function splitCredit(caption: string): [caption: string, credit: string] {
  const tail = caption.slice(-160)
  const match = AT_END.exec(tail)
  if (!match) return [caption, '']
  const at = caption.length - tail.length + match.index
  // A label is a word of its own.
  if (at > 0 && /\p{L}$/u.test(caption.slice(0, at)) && !/^[ ([]/.test(match[0])) return [caption, '']
  return [caption.slice(0, at).trim(), (match[2] as string).trim()]
}

/** Ends with whose picture it is. */
const CREDITED =
  // linear: it is asked of 240 characters at most.
  /[([]\s*((image|photo|picture|pic|credit|foto|bild|crédito?s?)s?\b[^()\]]{0,60}|(AP|AFP|Reuters|EPA|Getty|dpa)\b( photo)?[^()\]]{0,60})\s*[)\]]?\s*$/i

/** A line of its own that belongs to a picture: a caption with its credit, or a credit alone. */
export function isPictureLine(text: string): boolean {
  if (text.length >= 240) return false
  if (CREDITED.test(text)) return true
  const [caption, credit] = splitCredit(text)
  return caption === '' && credit !== ''
}
