import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nOut } from './n-out';

testRuleExamples(nOut);
