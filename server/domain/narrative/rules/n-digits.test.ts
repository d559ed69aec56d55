import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nDigits } from './n-digits';

testRuleExamples(nDigits);
