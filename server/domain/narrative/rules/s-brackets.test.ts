import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { sBrackets } from './s-brackets';

testRuleExamples(sBrackets);
