import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t4Sum } from './t4-sum';

testRuleExamples(t4Sum);
