/** The tags that this folder asks for and tokens.ts does not name. */
import { TAGS } from '../tokens.ts'

export { ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, VERB } from '../tokens.ts'
export const CCONJ: number = TAGS.indexOf('CCONJ')
export const SCONJ: number = TAGS.indexOf('SCONJ')
