import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { qSwap } from './q-swap';

testRuleExamples(qSwap);
