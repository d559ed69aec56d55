import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { qPend } from './q-pend';

testRuleExamples(qPend);
