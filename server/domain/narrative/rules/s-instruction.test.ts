import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { sInstruction } from './s-instruction';

itKeepsItsExamples(sInstruction);
