import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t3Sum } from './t3-sum';

testRuleExamples(t3Sum);
