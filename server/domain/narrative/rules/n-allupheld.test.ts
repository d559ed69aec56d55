import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nAllupheld } from './n-allupheld';

testRuleExamples(nAllupheld);
