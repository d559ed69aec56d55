import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nLen } from './n-len';

testRuleExamples(nLen);
