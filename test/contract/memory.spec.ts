import { memoryLog } from '#event-log/memory.js';
import { eventLogContract } from './event-log.contract.js';

eventLogContract('memory', memoryLog);
