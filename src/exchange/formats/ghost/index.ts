export { ghost } from './ghost.ts'
