import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nScope } from './n-scope';

testRuleExamples(nScope);
