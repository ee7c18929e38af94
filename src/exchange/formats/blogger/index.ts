export { blogger } from './blogger.ts'
