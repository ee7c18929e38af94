export { bodyOf } from './body.ts'
export { type Line, paragraphsOfLines, type Words } from './lines.ts'
export { isPictureLine, splitCredit } from './picture-credit.ts'
export { plainTextOfHtml } from './plain-text.ts'
