import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nAns } from './n-ans';

testRuleExamples(nAns);
