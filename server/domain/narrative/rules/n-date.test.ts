import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nDate } from './n-date';

testRuleExamples(nDate);
