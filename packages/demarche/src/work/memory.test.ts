import { PATIENCE, workLogContract } from './contract.test.suite.js'
import { memoryLog } from './memory.js'

workLogContract('the log in memory', () => memoryLog({ patience: PATIENCE, now: () => performance.now() }))
