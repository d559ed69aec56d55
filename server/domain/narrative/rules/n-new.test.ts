import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nNew } from './n-new';

testRuleExamples(nNew);
