export { movableType } from './movable-type.ts'
