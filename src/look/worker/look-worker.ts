/** A thread that makes logos and icons. The build makes a file of its own of it. */
import { eachTask } from '../../threads/index.ts'
import { drawLook, type LookTask } from './draw.ts'

eachTask((task: LookTask) => drawLook(task))
