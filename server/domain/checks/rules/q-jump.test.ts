import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { qJump } from './q-jump';

testRuleExamples(qJump);
