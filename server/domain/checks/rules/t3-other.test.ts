import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t3Other } from './t3-other';

testRuleExamples(t3Other);
