export { foldedWords } from './folded-words.ts'
export { normalForm } from './normal-form.ts'
export { isOwnPath } from './own-path.ts'
export { showsSomething } from './shows-something.ts'
