import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nIn } from './n-in';

testRuleExamples(nIn);
