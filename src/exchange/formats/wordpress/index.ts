export { wordpress } from './wordpress.ts'
