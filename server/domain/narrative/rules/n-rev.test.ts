import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nRev } from './n-rev';

testRuleExamples(nRev);
