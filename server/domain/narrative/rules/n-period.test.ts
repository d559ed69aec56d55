import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nPeriod } from './n-period';

testRuleExamples(nPeriod);
