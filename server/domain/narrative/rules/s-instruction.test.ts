import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { sInstruction } from './s-instruction';

testRuleExamples(sInstruction);
