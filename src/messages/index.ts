export { workMessages } from './en/newsroom/work.tsx'
